namespace ProgressionSim.Architecture.Tests.Metadata;

/// <summary>A method body that names a member of another assembly.</summary>
/// <param name="User">Type and method that use it.</param>
/// <param name="Type">Full name of the member's type, without arity.</param>
/// <param name="Member">The member.</param>
internal sealed record MemberUse(string User, string Type, string Member);
