using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.Findings;

/// <summary>The main finding of a run in one sentence without a full stop.</summary>
internal static class Headline
{
    /// <summary>The finding: what waiting costs; without arms to tell that, the largest difference from the first arm; with one arm, its natural history.</summary>
    public static string Of(RunSummary summary)
    {
        if (summary.PatientsAnalysed == 0)
        {
            return "No patient could be analysed";
        }

        if (TimingGroup.Of(summary) is { } timing)
        {
            return Waiting(Difference.At(summary, timing.Latest, timing.Earliest, Difference.Score, Words.OutcomeMonth(summary)));
        }

        var others = summary.Arms.Skip(1)
            .Select(arm => Difference.At(summary, arm, summary.Arms[0], Difference.Score, Words.OutcomeMonth(summary)))
            .OrderByDescending(difference => Math.Abs(difference.Value))
            .ToArray();
        return others.Length > 0 ? Against(others[0]) : NaturalHistory(summary, summary.Arms[0]);
    }

    /// <summary>What starting late costs compared with starting early.</summary>
    public static string Waiting(Difference late)
    {
        var starting = $"Starting at {Words.StartOf(late.Arm)} instead of {Words.StartOf(late.Against)}";
        return !late.IsDetectable
            ? $"{starting} makes no difference beyond simulation noise to ALSFRS-R at month {late.Month} ({SignedPoints(late)})"
            : late.Value < 0
                ? $"{starting} costs {Points(late.Unsigned)}"
                : $"{starting} gains {Points(late)}";
    }

    /// <summary>How an arm fares against another.</summary>
    public static string Against(Difference difference) => !difference.IsDetectable
        ? $"{difference.Arm.Name} shows no difference beyond simulation noise from {difference.Against.Name} in ALSFRS-R at month {difference.Month} ({SignedPoints(difference)})"
        : difference.Value > 0
            ? $"{difference.Arm.Name} keeps {Points(difference, $" more than {difference.Against.Name}")}"
            : $"{difference.Arm.Name} has {Points(difference.Unsigned, $" fewer than {difference.Against.Name}")}";

    /// <summary>The course of one arm.</summary>
    public static string NaturalHistory(RunSummary summary, ArmSummary arm) =>
        $"Median survival from {Words.Origin(summary)} is {Words.MedianSurvival(arm)}; mean ALSFRS-R changes by {SlopeText(summary, arm)} points a month over the first {SlopeMonths(summary)} months";

    /// <summary>Length of the window of the slope: 12 months, or the horizon when that is shorter.</summary>
    public static string SlopeMonths(RunSummary summary) => NumberText.Whole(SlopeWindow(summary));

    /// <summary>Mean ALSFRS-R among the living at a month.</summary>
    public static double ScoreAt(RunSummary summary, ArmSummary arm, int month) => arm["alsfrsTotal"].Mean[summary.MonthIndex(month)];

    /// <summary>Length of the window of the slope, months.</summary>
    public static int SlopeWindow(RunSummary summary) => Math.Min(12, summary.Plan.HorizonMonths);

    private static string SlopeText(RunSummary summary, ArmSummary arm)
    {
        var window = SlopeWindow(summary);
        return NumberText.Fixed((ScoreAt(summary, arm, window) - ScoreAt(summary, arm, 0)) / window, 2);
    }

    private static string Points(Difference difference, string compared = "") =>
        $"{difference.ValueText} ALSFRS-R points{compared} at month {difference.Month} (95 % MC interval {difference.IntervalText})";

    private static string SignedPoints(Difference difference) => $"difference {difference.ValueText} points, 95 % MC interval {difference.IntervalText}";
}
