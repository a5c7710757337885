namespace ProgressionSim.Summaries.PlotData;

/// <summary>One part of every bar of a <see cref="StackedBarLayer"/>.</summary>
/// <param name="Label">Its name, written in the bars where it fits, otherwise in the legend.</param>
/// <param name="Color">Colour.</param>
/// <param name="Pattern">How it is filled: different for neighbouring parts, so that they are told apart in grey print.</param>
/// <param name="Values">Length in each bar, finite and at least 0, in units of the horizontal axis.</param>
/// <param name="Texts">Amount in words for each bar, such as "62 %"; empty list for none.</param>
public sealed record StackedPart(
    string Label, FigureColor Color, FillPattern Pattern, IReadOnlyList<double> Values, IReadOnlyList<string> Texts);
