namespace ProgressionSim.Scenarios.Settings;

/// <summary>A group that another command reads and checks.</summary>
/// <param name="Meaning">What it is about.</param>
internal sealed record OpaqueShape(string Meaning) : Shape(Meaning);
