namespace ProgressionSim.Summaries.PlotData;

/// <summary>A band between two curves.</summary>
/// <param name="Label">Text that names it, for the legend.</param>
/// <param name="Color">Colour.</param>
/// <param name="X">Horizontal values, rising.</param>
/// <param name="Low">Lower edge; NaN leaves a gap.</param>
/// <param name="High">Upper edge; NaN leaves a gap.</param>
/// <param name="Strength">Share of full opacity, 0-1: the wider the band, the fainter.</param>
/// <param name="Steps">True when the edges hold until the next point.</param>
/// <param name="Outlined">True for dashed edges, which set a band of another kind apart in grey print too.</param>
public sealed record BandLayer(
    string Label,
    FigureColor Color,
    IReadOnlyList<double> X,
    IReadOnlyList<double> Low,
    IReadOnlyList<double> High,
    double Strength = 0.18,
    bool Steps = false,
    bool Outlined = false)
    : Layer(Label, Color);
