using ProgressionSim.Engine.Recording;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.PlotData;

/// <summary>What all figures of a run share: colours, the time axis, lines and bands.</summary>
internal static class FigureParts
{
    // Normal 97.5 % point, for 95 % Monte Carlo bands of means.
    private const double TwoSided95 = 1.959963984540054;

    /// <summary>Regions in order, for panels.</summary>
    public static IReadOnlyList<Region> Regions { get; } = Enum.GetValues<Region>();

    /// <summary>Colour of an arm by its place in the plan; from the seventh on colours repeat from the second.</summary>
    public static FigureColor ColorOf(ArmSummary arm) => arm.Index == 0 ? FigureColor.Arm1 : (FigureColor)((int)FigureColor.Arm2 + ((arm.Index - 1) % 5));

    /// <summary>The months of all series.</summary>
    public static IReadOnlyList<double> Months(RunSummary summary) => [.. summary.Months.Select(month => (double)month)];

    /// <summary>Months between labelled ticks.</summary>
    public static int TickMonths(RunSummary summary) => summary.Plan.HorizonMonths <= 36 ? 6 : 12;

    /// <summary>Time axis.</summary>
    /// <param name="summary">The results.</param>
    /// <param name="low">First month; null for the first month observed.</param>
    public static Axis TimeAxis(RunSummary summary, double? low = null) =>
        new($"Months since {Words.Origin(summary)}", low ?? summary.Months[0], summary.Plan.HorizonMonths, TickMonths(summary));

    /// <summary>Mean of a measure as a line.</summary>
    public static LineLayer MeanLine(RunSummary summary, ArmSummary arm, string measure) => new(arm.Name, ColorOf(arm), Months(summary), arm[measure].Mean);

    /// <summary>95 % Monte Carlo band of a mean.</summary>
    public static BandLayer MonteCarloBand(RunSummary summary, ArmSummary arm, string measure)
    {
        var series = arm[measure];
        double[] Edge(double z) => [.. series.Mean.Select((mean, i) => mean + (z * series.StandardError[i]))];

        return new("", ColorOf(arm), Months(summary), Edge(-TwoSided95), Edge(TwoSided95), 0.3);
    }

    /// <summary>Band with the middle half of patients.</summary>
    public static BandLayer MiddleHalf(RunSummary summary, ArmSummary arm, string measure, FigureColor color, string label = "") =>
        new(label, color, Months(summary), SpreadOf(arm, measure).P25, SpreadOf(arm, measure).P75, 0.3);

    /// <summary>Band from the 5 % to the 95 % quantile of patients.</summary>
    public static BandLayer MiddleNinety(RunSummary summary, ArmSummary arm, string measure, FigureColor color, string label = "") =>
        new(label, color, Months(summary), SpreadOf(arm, measure).P05, SpreadOf(arm, measure).P95, 0.15);

    /// <summary>Dashed line at 0.</summary>
    public static LineLayer Zero(Axis horizontal) => new("", FigureColor.Neutral, [horizontal.Low, horizontal.High], [0, 0], LineStyle.Dashed);

    /// <summary>Start markers of treated arms: the median actual start, where it lies on the axis.</summary>
    public static IEnumerable<MarkerLayer> Starts(IEnumerable<ArmSummary> arms, Axis horizontal) =>
        from arm in arms
        let start = arm.MedianStartMonths ?? double.NaN
        where start >= horizontal.Low && start <= horizontal.High
        select new MarkerLayer($"{arm.Name} starts", ColorOf(arm), start);

    /// <summary>A round number at or above every finite value, at least <paramref name="least"/>.</summary>
    public static double RoundedUp(IEnumerable<double> values, double least)
    {
        var largest = values.Where(double.IsFinite).Append(least).Max();
        var unit = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        return new[] { 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 }.Select(step => step * unit).First(round => round >= largest * (1 - 1e-12));
    }

    /// <summary>Mean number of motor neurons in a state over all regions among the living; the means of regions add up, their quantiles would not.</summary>
    public static IReadOnlyList<double> TotalMean(ArmSummary arm, string state)
    {
        var series = Regions.Select(region => arm[MeasureCatalogue.NameOf(state, region)].Mean).ToArray();
        return [.. Enumerable.Range(0, series[0].Count).Select(i => series.Sum(mean => mean[i]))];
    }

    private static SeriesSpread SpreadOf(ArmSummary arm, string measure) =>
        arm[measure].Spread ?? throw new ArgumentException($"\"{measure}\" has no spread.", nameof(measure));
}
