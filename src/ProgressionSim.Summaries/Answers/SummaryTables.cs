using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.Answers;

/// <summary>The small tables of a report.</summary>
internal static class SummaryTables
{
    /// <summary>Arms, contrasts at key months, milestones.</summary>
    public static IReadOnlyList<ReportTable> All(RunSummary summary) =>
        summary.Arms.Count > 1 ? [Arms(summary), Contrasts(summary), Milestones(summary)] : [Arms(summary), Milestones(summary)];

    private static ReportTable Arms(RunSummary summary)
    {
        var month = Words.OutcomeMonth(summary);
        return new(
            "Arms",
            [
                "Arm", $"Median start (months from {Words.Origin(summary)})", "Never treated", "Start put off to biological onset", "Never symptomatic", $"Deaths before {Words.Origin(summary)}",
                "Median survival", $"Alive at month {month}", $"Mean ALSFRS-R at month {month}, the dead as 0",
            ],
            [.. summary.Arms.Select(arm => new[]
            {
                arm.Name,
                arm.MedianStartMonths is { } start ? NumberText.SignedMonths(start) : "-",
                arm.Treated ? NumberText.Count(arm.NeverTreated) : "-",
                arm.Treated ? NumberText.Count(arm.StartedAtBiologicalOnset) : "-",
                NumberText.Count(arm.NeverSymptomatic),
                NumberText.Count(arm.DeathsBeforeOrigin),
                Words.MedianSurvival(arm),
                NumberText.Percent(arm["alive"].Mean[summary.MonthIndex(month)]),
                NumberText.Fixed(arm[Difference.Score].Mean[summary.MonthIndex(month)], 1),
            })],
            $"{NumberText.Count(summary.PatientsAnalysed)} patients in every arm. The median start is over those who started.");
    }

    private static ReportTable Contrasts(RunSummary summary)
    {
        var pairs = new List<(ArmSummary Arm, ArmSummary Against)>();
        if (TimingGroup.Of(summary) is { } timing && timing.Earliest.Index > 0 && timing.Latest.Index > 0)
        {
            pairs.Add((timing.Latest, timing.Earliest));
        }

        pairs.AddRange(summary.Arms.Skip(1).Select(arm => (arm, summary.Arms[0])));
        static string Cell(Difference difference) => $"{difference.ValueText} ({difference.IntervalText})";

        return new(
            "Differences between arms",
            ["Arm", "Against", "Month", "ALSFRS-R, the dead as 0 (points)", "Share alive (percentage points)"],
            [.. from pair in pairs
                from month in Words.KeyMonths(summary)
                select new[]
                {
                    pair.Arm.Name,
                    pair.Against.Name,
                    NumberText.Whole(month),
                    Cell(Difference.At(summary, pair.Arm, pair.Against, Difference.Score, month)),
                    Cell(Difference.At(summary, pair.Arm, pair.Against, Difference.Alive, month)),
                }],
            "Mean difference, each patient against the same patient in the other arm, with its 95 % Monte Carlo interval.");
    }

    private static ReportTable Milestones(RunSummary summary)
    {
        static string Cell(MilestoneSummary milestone) => milestone.MedianMonths is { } median
            ? $"{NumberText.Fixed(median, 1)} ({NumberText.Percent(milestone.Share)})"
            : $"- ({NumberText.Percent(milestone.Share)})";

        return new(
            "Milestones",
            ["Milestone", .. summary.Arms.Select(arm => $"{arm.Name}: median month (share reached)")],
            [.. Enumerable.Range(0, summary.Arms[0].Milestones.Count).Select(i =>
                (string[])[Spoken(summary.Arms[0].Milestones[i].Name), .. summary.Arms.Select(arm => Cell(arm.Milestones[i]))])],
            $"Months from {Words.Origin(summary)}. The median is over all analysed patients: \"-\" where fewer than half reach the milestone in life and within the follow-up.");
    }

    // neurofilamentRise -> neurofilament rise, kingsStage3 -> King's stage 3.
    private static string Spoken(string name)
    {
        var words = string.Concat(name.Select(letter => char.IsUpper(letter) || char.IsDigit(letter) ? " " + char.ToLowerInvariant(letter) : letter.ToString()));
        var proper = words.Replace("kings ", "King's ", StringComparison.Ordinal).Replace("mitos ", "MiToS ", StringComparison.Ordinal);
        return char.ToUpperInvariant(proper[0]) + proper[1..];
    }
}
