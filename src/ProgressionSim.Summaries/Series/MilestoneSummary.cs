using ProgressionSim.Engine.Recording;
using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Summaries.Series;

/// <summary>When the patients of an arm reach a milestone, months from the report origin.</summary>
/// <param name="Milestone">The milestone.</param>
/// <param name="Reached">Patients who reached it in life and within the follow-up.</param>
/// <param name="Share">Their share of all analysed patients; NaN without patients.</param>
/// <param name="Low">Lower 95 % Monte Carlo limit of the share (Wilson).</param>
/// <param name="High">Upper limit.</param>
/// <param name="P25Months">Month by which 25 % of all analysed patients have reached it; null when fewer do.</param>
/// <param name="MedianMonths">The same for 50 %.</param>
/// <param name="P75Months">The same for 75 %.</param>
public sealed record MilestoneSummary(
    CourseMilestone Milestone, long Reached, double Share, double Low, double High, double? P25Months, double? MedianMonths, double? P75Months)
{
    /// <summary>Name in summary.json and tables, lowerCamelCase.</summary>
    public string Name { get; } = NameOf(Milestone);

    internal static MilestoneSummary Of(CourseMilestone milestone, StepHistogram times, long patients, double stepMonths)
    {
        var reached = times.Total;
        var interval = patients == 0 ? null : ProportionInterval.Wilson(reached, patients);
        return new(
            milestone,
            reached,
            interval?.Share ?? double.NaN,
            interval?.Low ?? double.NaN,
            interval?.High ?? double.NaN,
            times.Quantile(0.25, patients) * stepMonths,
            times.Quantile(0.5, patients) * stepMonths,
            times.Quantile(0.75, patients) * stepMonths);
    }

    private static string NameOf(CourseMilestone milestone)
    {
        var name = milestone.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
