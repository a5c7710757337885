using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Plots;

/// <summary>A line of the legend: a sample and its name.</summary>
/// <param name="Label">Name.</param>
/// <param name="Color">Colour of the sample; neutral when several colours share the name.</param>
/// <param name="Sample">Layer whose look the sample shows.</param>
internal sealed record LegendEntry(string Label, FigureColor Color, Layer Sample);
