namespace ProgressionSim.Summaries.PlotData;

/// <summary>All places of a grid where a value is reached.</summary>
/// <param name="Level">The value.</param>
/// <param name="Label">Text written on the line, such as the value with its unit; empty for none.</param>
/// <param name="Polylines">The lines, in data units; empty when the value is reached nowhere.</param>
public sealed record ContourLine(double Level, string Label, IReadOnlyList<Polyline> Polylines);
