using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Plots;

/// <summary>A filled area of a layer that has several, as it stands in the legend.</summary>
/// <param name="Label">Name.</param>
/// <param name="Color">Colour.</param>
/// <param name="Pattern">Pattern.</param>
internal sealed record FillSample(string Label, FigureColor Color, FillPattern Pattern) : Layer(Label, Color);
