using System.Globalization;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.Findings;

/// <summary>Arms with the same treatments begun at different times: what the question "what does waiting cost?" is about.</summary>
/// <param name="ByStart">At least two arms, by rising median actual start.</param>
internal sealed record TimingGroup(IReadOnlyList<ArmSummary> ByStart)
{
    /// <summary>Arm with the earliest median start.</summary>
    public ArmSummary Earliest => ByStart[0];

    /// <summary>Arm with the latest median start.</summary>
    public ArmSummary Latest => ByStart[^1];

    /// <summary>The largest group of arms with equal treatments and different median starts, the first in the plan when several are as large; null when there is none.</summary>
    public static TimingGroup? Of(RunSummary summary) => summary.Arms
        .Where(arm => arm.Treated && arm.MedianStartMonths is not null)
        .GroupBy(arm => TreatmentsOf(summary, arm), StringComparer.Ordinal)
        .Select(group => new TimingGroup([.. group.OrderBy(arm => arm.MedianStartMonths)]))
        .Where(group => group.Latest.MedianStartMonths > group.Earliest.MedianStartMonths)
        .OrderByDescending(group => group.ByStart.Count)
        .FirstOrDefault();

    /// <summary>What the arm is treated with and for how long, as a text that arms treated alike share.</summary>
    public static string TreatmentsOf(RunSummary summary, ArmSummary arm) => string.Join(
        ';',
        summary.Plan.Arms[arm.Index].Treatments
            .Select(treatment => string.Create(CultureInfo.InvariantCulture, $"{treatment.TreatmentIndex}/{treatment.StopAfterMonths}"))
            .Order(StringComparer.Ordinal));
}
