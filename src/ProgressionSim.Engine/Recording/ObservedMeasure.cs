namespace ProgressionSim.Engine.Recording;

/// <summary>A measure recorded for every living patient each month, as a whole number of 1/<see cref="Scale"/>.</summary>
/// <param name="Name">Name in summary.json and tables.</param>
/// <param name="Unit">Unit; empty for a pure number.</param>
/// <param name="Scale">Whole numbers per unit; sums of whole numbers are the same however the work is split.</param>
/// <param name="Bins">Histogram that quantiles are read from.</param>
public sealed record ObservedMeasure(string Name, string Unit, int Scale, HistogramBins Bins);
