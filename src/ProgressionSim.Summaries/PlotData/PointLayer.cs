namespace ProgressionSim.Summaries.PlotData;

/// <summary>Single points that mark what happened, such as deaths.</summary>
/// <param name="Label">Text that names them, for the legend.</param>
/// <param name="Color">Colour.</param>
/// <param name="X">Horizontal values.</param>
/// <param name="Y">Vertical values.</param>
/// <param name="Symbol">Shape.</param>
public sealed record PointLayer(string Label, FigureColor Color, IReadOnlyList<double> X, IReadOnlyList<double> Y, PointSymbol Symbol) : Layer(Label, Color)
{
    /// <summary>Text beside each point: left of an arrow to the right, else right of the point; empty for none.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];
}
