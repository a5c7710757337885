namespace ProgressionSim.Summaries.PlotData;

/// <summary>Points with intervals, such as one estimate for each arm.</summary>
/// <param name="Label">Text that names them.</param>
/// <param name="Color">Colour.</param>
/// <param name="X">Horizontal values; the estimates when <paramref name="Horizontal"/>.</param>
/// <param name="Y">Estimates; the places on the vertical axis when <paramref name="Horizontal"/>.</param>
/// <param name="Low">Lower limits of the estimates.</param>
/// <param name="High">Upper limits of the estimates.</param>
/// <param name="PointLabels">Text beside each point; empty list for none.</param>
/// <param name="Horizontal">True for intervals along the horizontal axis, such as one estimate for each named row.</param>
public sealed record IntervalLayer(
    string Label,
    FigureColor Color,
    IReadOnlyList<double> X,
    IReadOnlyList<double> Y,
    IReadOnlyList<double> Low,
    IReadOnlyList<double> High,
    IReadOnlyList<string> PointLabels,
    bool Horizontal = false)
    : Layer(Label, Color);
