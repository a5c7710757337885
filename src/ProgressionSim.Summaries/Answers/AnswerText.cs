using ProgressionSim.Experiments.Precision;
using ProgressionSim.Summaries.Findings;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.Answers;

/// <summary>The answer of a run and the findings that support it.</summary>
internal static class AnswerText
{
    /// <summary>The headline and one more sentence: who is alive, or the course of a single arm.</summary>
    public static string Of(RunSummary summary)
    {
        if (summary.PatientsAnalysed == 0)
        {
            return $"None of the {NumberText.Count(summary.Plan.Patients)} simulated patients reached {Words.Origin(summary)}, so there is nothing to report.";
        }

        return $"{Opening(summary)} {(summary.Arms.Count == 1 ? SingleArm(summary) : ShareAlive(summary))}";
    }

    /// <summary>Median survival, each treated arm against the first, what the intervals mean, and the precision asked for; empty when nobody was analysed.</summary>
    public static IReadOnlyList<string> Findings(RunSummary summary)
    {
        if (summary.PatientsAnalysed == 0)
        {
            return [];
        }

        var findings = new List<string>();
        if (summary.Arms.Count > 1)
        {
            findings.Add($"Median survival from {Words.Origin(summary)}: {Words.ByArm(summary.Arms, Words.MedianSurvival)}.");
            findings.AddRange(AgainstFirst(summary));
        }

        findings.Add($"{NumberText.Count(summary.PatientsAnalysed)} simulated patients were analysed{(summary.Arms.Count > 1 ? ", the same ones in every arm" : "")}; "
            + "the intervals are 95 % Monte Carlo (MC) intervals, that is the chance of the simulation only, not uncertainty about the parameters.");
        if (summary.Precision.Count > 0)
        {
            findings.Add($"It took {NumberText.Count(summary.Plan.Patients)} patients to bring the standard error of {string.Join(" and that of ", summary.Precision.Select(Reached))}.");
        }

        return findings;
    }

    private static string Reached(PrecisionReached reached) =>
        $"{reached.Target.Measure} at month {NumberText.Whole(reached.Target.Month)} to {NumberText.Significant(reached.StandardError)} (asked: {NumberText.ForFile(reached.Target.StandardError)})";

    private static string Opening(RunSummary summary)
    {
        var headline = Headline.Of(summary);

        // An arm keeps its own spelling at the start of the finding; other first words continue the sentence.
        var continued = summary.Arms.Any(arm => headline.StartsWith(arm.Name + " ", StringComparison.Ordinal)) ? headline : char.ToLowerInvariant(headline[0]) + headline[1..];
        var counting = summary.Arms.Count > 1 ? $", with months counted from {Words.Origin(summary)} and the dead scoring 0" : "";
        return $"In this model and under these assumptions{counting}, {continued}.";
    }

    private static string SingleArm(RunSummary summary)
    {
        var arm = summary.Arms[0];
        var score = arm["alsfrsTotal"];
        var window = Headline.SlopeWindow(summary);
        var end = summary.MonthIndex(window);
        var month = Words.OutcomeMonth(summary);
        return $"The mean score among those alive goes from {NumberText.Fixed(Headline.ScoreAt(summary, arm, 0), 1)} at month 0 "
            + $"to {NumberText.Fixed(Headline.ScoreAt(summary, arm, window), 1)} at month {window} (standard error {NumberText.Fixed(score.StandardError[end], 2)}); "
            + $"patients who die in between count at month 0 only. {NumberText.Percent(arm["alive"].Mean[summary.MonthIndex(month)])} are alive at month {month}.";
    }

    private static string ShareAlive(RunSummary summary)
    {
        var month = Words.OutcomeMonth(summary);
        var timing = TimingGroup.Of(summary);
        var (arm, against) = timing is null ? (summary.Arms[1], summary.Arms[0]) : (timing.Latest, timing.Earliest);
        var difference = Difference.At(summary, arm, against, Difference.Alive, month);
        string Share(ArmSummary of) => NumberText.Percent(of["alive"].Mean[summary.MonthIndex(month)]);

        var shares = $"{Share(arm)} are alive in {arm.Name} and {Share(against)} in {against.Name}";
        return difference.IsDetectable
            ? $"At month {month}, {shares}: {difference.Unsigned.ValueText} percentage points {(difference.Value < 0 ? "fewer" : "more")} in {arm.Name} (95 % MC interval {difference.Unsigned.IntervalText})."
            : $"At month {month}, {shares}: no difference beyond simulation noise ({difference.ValueText} percentage points, 95 % MC interval {difference.IntervalText}).";
    }

    private static IEnumerable<string> AgainstFirst(RunSummary summary)
    {
        var headlineIsThis = TimingGroup.Of(summary) is null && summary.Arms.Count == 2;
        var others = headlineIsThis ? [] : summary.Arms.Skip(1).ToArray();
        if (others.Length > 0)
        {
            var month = Words.OutcomeMonth(summary);
            var parts = others.Select(arm => Headline.Against(Difference.At(summary, arm, summary.Arms[0], Difference.Score, month)));
            yield return $"Each arm against the first: {string.Join("; ", parts)}.";
        }
    }
}
