namespace ProgressionSim.Scenarios.Settings;

/// <summary>A group whose <c>kind</c> says which settings it has.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="Kinds">The groups by kind; each has <c>kind</c> among its members.</param>
internal sealed record KindShape(string Meaning, IReadOnlyDictionary<string, ObjectShape> Kinds) : Shape(Meaning);
