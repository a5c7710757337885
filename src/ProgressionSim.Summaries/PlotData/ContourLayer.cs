namespace ProgressionSim.Summaries.PlotData;

/// <summary>Lines of equal value, as a rule over a <see cref="HeatMapLayer"/>.</summary>
/// <param name="Label">Text that names them, for the legend; empty for none.</param>
/// <param name="Color">Colour.</param>
/// <param name="Lines">One for each level.</param>
public sealed record ContourLayer(string Label, FigureColor Color, IReadOnlyList<ContourLine> Lines) : Layer(Label, Color);
