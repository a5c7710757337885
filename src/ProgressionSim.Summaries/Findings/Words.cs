using ProgressionSim.Engine.Running;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.Findings;

/// <summary>Phrases that figures and answers share.</summary>
internal static class Words
{
    /// <summary>Month at which outcomes are compared: 36, or the horizon when that is earlier.</summary>
    public static int OutcomeMonth(RunSummary summary) => Math.Min(36, summary.Plan.HorizonMonths);

    /// <summary>Months of tables: every 12 to the fifth year, and the horizon.</summary>
    public static IReadOnlyList<int> KeyMonths(RunSummary summary) =>
        [.. Enumerable.Range(1, 5).Select(year => 12 * year).Where(month => month < summary.Plan.HorizonMonths).Append(summary.Plan.HorizonMonths)];

    /// <summary>What month 0 is.</summary>
    public static string Origin(RunSummary summary) => summary.Plan.ReportFrom switch
    {
        ReportOrigin.BiologicalOnset => "biological onset",
        ReportOrigin.SymptomOnset => "symptom onset",
        _ => "enrolment",
    };

    /// <summary>An arm with its median actual start: <c>month +12 (late)</c>.</summary>
    public static string StartOf(ArmSummary arm) => $"month {NumberText.SignedMonths(arm.MedianStartMonths ?? double.NaN)} ({arm.Name})";

    /// <summary>Median survival of an arm with its interval.</summary>
    public static string MedianSurvival(ArmSummary arm)
    {
        var median = arm.MedianSurvivalMonths;
        return median.Value is { } value
            ? $"{NumberText.Fixed(value, 1)} months (95 % MC interval {Interval.Text(median.Low, median.High, 1)})"
            : "not reached within the follow-up";
    }

    /// <summary>Up to three arms that a title names: the first, then the earliest and the latest start, else the next ones.</summary>
    public static IReadOnlyList<ArmSummary> TitleArms(RunSummary summary)
    {
        var timing = TimingGroup.Of(summary);
        return summary.Arms.Count <= 3 || timing is null
            ? [.. summary.Arms.Take(3)]
            : [.. new[] { summary.Arms[0], timing.Earliest, timing.Latest }.Distinct()];
    }

    /// <summary>A list in a sentence: <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";

    /// <summary>The same sentence part for each arm: <c>untreated 3, early 5</c>.</summary>
    public static string ByArm(IEnumerable<ArmSummary> arms, Func<ArmSummary, string> part) => string.Join(", ", arms.Select(arm => $"{arm.Name} {part(arm)}"));
}
