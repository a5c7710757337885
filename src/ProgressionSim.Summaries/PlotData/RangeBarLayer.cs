namespace ProgressionSim.Summaries.PlotData;

/// <summary>
/// A tornado: at 1, 2, 3, ... of the vertical axis (an axis of names) a bar from a common base to the outcome with a parameter at its low end and one
/// to the outcome with it at its high end. Bars are drawn as given, first on top; the caller sorts. Where both outcomes lie at the same side, the
/// two bars share the height.
/// </summary>
/// <param name="LowLabel">Legend text of the low ends.</param>
/// <param name="HighLabel">Legend text of the high ends.</param>
/// <param name="Base">Outcome where all bars begin, in units of the horizontal axis.</param>
/// <param name="AtLow">Outcome with each parameter at its low end; NaN for none.</param>
/// <param name="AtHigh">Outcome with each parameter at its high end; NaN for none.</param>
/// <param name="LowTexts">Each parameter's low value as text, written at its end; empty list for none.</param>
/// <param name="HighTexts">Each parameter's high value as text; empty list for none.</param>
/// <exception cref="ArgumentException">The lists have different lengths or the base is not finite.</exception>
public sealed record RangeBarLayer(
    string LowLabel,
    string HighLabel,
    double Base,
    IReadOnlyList<double> AtLow,
    IReadOnlyList<double> AtHigh,
    IReadOnlyList<string> LowTexts,
    IReadOnlyList<string> HighTexts)
    : Layer("", FigureColor.Neutral)
{
    /// <summary>Outcome with each parameter at its low end.</summary>
    public IReadOnlyList<double> AtLow { get; init; } = Checked(Base, AtLow, AtHigh, LowTexts, HighTexts);

    /// <summary>Colour of the low ends, which are filled evenly.</summary>
    public FigureColor LowColor { get; init; } = FigureColor.Arm2;

    /// <summary>Colour of the high ends, which are hatched.</summary>
    public FigureColor HighColor { get; init; } = FigureColor.Arm3;

    private static IReadOnlyList<double> Checked(
        double start, IReadOnlyList<double> low, IReadOnlyList<double> high, IReadOnlyList<string> lowTexts, IReadOnlyList<string> highTexts)
    {
        ArgumentNullException.ThrowIfNull(low);
        if (!double.IsFinite(start) || high.Count != low.Count || new[] { lowTexts, highTexts }.Any(texts => texts.Count > 0 && texts.Count != low.Count))
        {
            throw new ArgumentException("Range bars need a finite base, as many low as high ends, and as many texts or none.", nameof(low));
        }

        return low;
    }
}
