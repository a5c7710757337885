namespace ProgressionSim.Summaries.PlotData;

/// <summary>A shaded strip over the full height of the panel, such as the starts of which many are clamped. It lies below everything else.</summary>
/// <param name="Label">Text written in the strip where no data lie; where it has no room it goes to the legend.</param>
/// <param name="Color">Colour.</param>
/// <param name="Low">Left end, in units of the horizontal axis; what lies outside the axis is cut off.</param>
/// <param name="High">Right end, at or above <paramref name="Low"/>.</param>
/// <param name="Pattern">How it is filled.</param>
/// <exception cref="ArgumentException">An end is NaN or the ends fall.</exception>
public sealed record SpanLayer(string Label, FigureColor Color, double Low, double High, FillPattern Pattern = FillPattern.Rising) : Layer(Label, Color)
{
    /// <summary>Right end, at or above the left one.</summary>
    public double High { get; init; } = Low <= High
        ? High
        : throw new ArgumentException(FormattableString.Invariant($"The span \"{Label}\" cannot run from {Low} to {High}."), nameof(High));
}
