namespace ProgressionSim.Summaries.PlotData;

/// <summary>Points with intervals, such as one estimate for each arm.</summary>
/// <param name="Label">Text that names them.</param>
/// <param name="Color">Colour.</param>
/// <param name="X">Horizontal values.</param>
/// <param name="Y">Estimates.</param>
/// <param name="Low">Lower limits.</param>
/// <param name="High">Upper limits.</param>
/// <param name="PointLabels">Text beside each point; empty list for none.</param>
public sealed record IntervalLayer(
    string Label,
    FigureColor Color,
    IReadOnlyList<double> X,
    IReadOnlyList<double> Y,
    IReadOnlyList<double> Low,
    IReadOnlyList<double> High,
    IReadOnlyList<string> PointLabels)
    : Layer(Label, Color);
