namespace ProgressionSim.Summaries.PlotData;

/// <summary>A line through points.</summary>
/// <param name="Label">Text that names it.</param>
/// <param name="Color">Colour.</param>
/// <param name="X">Horizontal values, rising.</param>
/// <param name="Y">Vertical values; NaN leaves a gap.</param>
/// <param name="Style">How it is drawn.</param>
public sealed record LineLayer(string Label, FigureColor Color, IReadOnlyList<double> X, IReadOnlyList<double> Y, LineStyle Style = LineStyle.Solid)
    : Layer(Label, Color);
