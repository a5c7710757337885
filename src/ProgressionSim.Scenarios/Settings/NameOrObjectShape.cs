namespace ProgressionSim.Scenarios.Settings;

/// <summary>A name alone, or a group that begins with it.</summary>
/// <param name="Meaning">What it is.</param>
/// <param name="NameKey">Member of the group that holds the name.</param>
/// <param name="Group">The group.</param>
internal sealed record NameOrObjectShape(string Meaning, string NameKey, ObjectShape Group) : Shape(Meaning);
