namespace ProgressionSim.Architecture.Tests.Naming;

/// <summary>A top-level type as written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Modifiers">Words before its kind.</param>
internal sealed record DeclaredType(string Name, IReadOnlyList<string> Modifiers);
