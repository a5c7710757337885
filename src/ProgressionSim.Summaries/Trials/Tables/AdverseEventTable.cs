using ProgressionSim.Statistics.Tables;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Summaries.Trials.Tables;

/// <summary>What the active arms of a trial may expect of adverse events that were counted elsewhere.</summary>
internal static class AdverseEventTable
{
    private const double Tail = 0.025;

    /// <summary>Patients of all arms but the control, by the allocation ratio.</summary>
    /// <param name="design">The trial.</param>
    public static int ActivePatients(TrialDesign design) =>
        Math.Max(1, (int)Math.Round((double)design.Patients * design.Arms.Skip(1).Sum(arm => arm.Allocation) / design.Arms.Sum(arm => arm.Allocation)));

    /// <summary>Prediction of an event.</summary>
    /// <param name="design">The trial.</param>
    /// <param name="counted">The event.</param>
    /// <returns>Expected number of affected patients and the ends of its 95 % predictive interval.</returns>
    public static (double Expected, int Low, int High) Predicted(TrialDesign design, AdverseEvent counted)
    {
        var number = new BetaBinomial(counted.Affected, counted.Patients, ActivePatients(design));
        return (number.Mean, number.Quantile(Tail), number.Quantile(1 - Tail));
    }

    /// <summary>The table; none without events.</summary>
    /// <param name="design">The trial.</param>
    public static IEnumerable<ReportTable> Of(TrialDesign design)
    {
        if (design.AdverseEvents.Count == 0)
        {
            yield break;
        }

        var active = ActivePatients(design);
        yield return new(
            "Adverse events to be expected",
            ["Event", "Counted", "Share (95 % interval)", $"Affected of {NumberText.Count(active)} in the active arms (95 % of such trials)", "Source"],
            [.. design.AdverseEvents.Select(each =>
            {
                var interval = ProportionInterval.ClopperPearson(each.Affected, each.Patients);
                var (expected, low, high) = Predicted(design, each);
                return new[]
                {
                    each.Title,
                    $"{NumberText.Count(each.Affected)} of {NumberText.Count(each.Patients)}",
                    $"{NumberText.Percent(interval.Share, 0)} ({NumberText.Percent(interval.Low, 0)} to {NumberText.Percent(interval.High, 0)})",
                    $"{NumberText.Fixed(expected, 0)} ({NumberText.Count(low)} to {NumberText.Count(high)})",
                    each.Source,
                };
            })],
            "Exact binomial intervals of Clopper and Pearson; predictions are beta-binomial with Jeffreys' prior. Counted without a control group: what lumbar punctures cause happens under placebo as well.");
    }
}
