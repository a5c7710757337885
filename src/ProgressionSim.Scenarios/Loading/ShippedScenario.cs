namespace ProgressionSim.Scenarios.Loading;

/// <summary>A scenario that can be run as it is.</summary>
/// <param name="Path">Path from the folder that was listed, with forward slashes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title; the name when it has none.</param>
/// <param name="Description">The question it asks; empty when it has none.</param>
public sealed record ShippedScenario(string Path, string Name, string Title, string Description);
