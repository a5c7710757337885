using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Figures;

/// <summary>What the figures of trials share: colours, axes, points with intervals.</summary>
internal static class TrialFigureParts
{
    /// <summary>Trials in which the treatment works as assumed.</summary>
    public const FigureColor WithEffect = FigureColor.Arm2;

    /// <summary>Trials in which it does nothing.</summary>
    public const FigureColor NoEffect = FigureColor.Arm1;

    /// <summary>Colour of an arm or a design by its place; from the seventh on colours repeat from the second.</summary>
    public static FigureColor ColorOf(int place) => place == 0 ? FigureColor.Arm1 : (FigureColor)((int)FigureColor.Arm2 + ((place - 1) % 5));

    /// <summary>An axis with one place for each name.</summary>
    public static Axis Categories(IReadOnlyList<string> names) => new("", 0.5, names.Count + 0.5) { Categories = names };

    /// <summary>A horizontal dashed line across an axis.</summary>
    public static LineLayer Level(string label, Axis horizontal, double value) =>
        new(label, FigureColor.Neutral, [horizontal.Low, horizontal.High], [value, value], LineStyle.Dashed);

    /// <summary>A value with its limits at a place.</summary>
    public static IntervalLayer Point(string label, FigureColor color, double x, SimulatedValue value, string pointLabel) =>
        new(label, color, [x], [value.Value], [value.Low], [value.High], pointLabel.Length == 0 ? [] : [pointLabel]);

    /// <summary>An axis for shares that starts at 0 and has room for every value.</summary>
    /// <param name="label">What is shown.</param>
    /// <param name="shares">Values and upper limits.</param>
    /// <param name="least">Smallest upper end.</param>
    public static Axis ShareAxis(string label, IEnumerable<double> shares, double least)
    {
        var high = FigureParts.RoundedUp(shares.Select(share => share * 1.1), least);
        return high > 0.6 ? new(label, 0, 1, 0.2) : new(label, 0, high);
    }

    /// <summary>Ends of an axis that hold all finite values with some room, on round numbers.</summary>
    public static (double Low, double High) Around(IEnumerable<double> values)
    {
        var known = values.Where(double.IsFinite).ToArray();
        if (known.Length == 0)
        {
            return (0, 1);
        }

        var (low, high) = (known.Min(), known.Max());
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(high - low, 1e-9)))) / 2;
        return (Math.Floor(low / unit) * unit, Math.Max(Math.Ceiling(high / unit), Math.Floor(low / unit) + 1) * unit);
    }
}
