using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Cells without a value, as they stand in the legend.</summary>
/// <param name="Label">Name.</param>
internal sealed record MissingSample(string Label) : Layer(Label, FigureColor.Neutral);
