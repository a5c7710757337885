namespace ProgressionSim.Engine.Recording;

/// <summary>A measure compared between arms, patient by patient.</summary>
/// <param name="Name">Name in summary.json and tables.</param>
/// <param name="Source">Number of the observed measure; -1 for being alive.</param>
/// <param name="Kind">Which pairs count.</param>
/// <param name="Unit">Unit; empty for a pure number.</param>
public sealed record ContrastMeasure(string Name, int Source, ContrastKind Kind, string Unit);
