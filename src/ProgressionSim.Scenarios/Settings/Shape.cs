namespace ProgressionSim.Scenarios.Settings;

/// <summary>What may stand at a place of a scenario: the nodes of the setting catalogue.</summary>
/// <param name="Meaning">What it means, in a sentence.</param>
internal abstract record Shape(string Meaning);
