namespace ProgressionSim.Architecture.Tests.Metadata;

/// <summary>What one type, with the types nested in it, uses.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="OwnTypes">Types of the same assembly that it uses, as namespace and name of the outermost type.</param>
internal sealed record TypeUse(string Namespace, string Name, IReadOnlySet<(string Namespace, string Name)> OwnTypes);
