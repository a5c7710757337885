namespace ProgressionSim.Experiments.Sweeps;

/// <summary>One axis of a sweep.</summary>
/// <param name="Path">Path of the setting.</param>
/// <param name="Label">What it is, with its unit, for figures.</param>
/// <param name="Values">Its values, strictly rising, at least one.</param>
public sealed record SweepAxis(string Path, string Label, IReadOnlyList<double> Values);
