using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Design;

/// <summary>
/// Blinded re-estimation of the number of patients: the spread of each patient's change at the primary visit is estimated without knowledge of the arms, and the
/// number of patients is scaled by its variance over the planned one. Recruitment is taken to go on meanwhile: additional patients enter as if it had never stopped.
/// </summary>
/// <param name="AtFraction">Share of the planned patients that must have completed follow-up, died or left, more than 0 and less than 1.</param>
/// <param name="PlannedSd">Standard deviation that the number of patients was planned for, in the measure's unit; more than 0.</param>
/// <param name="MaximumPatients">Largest number of patients.</param>
public sealed record SampleSizeReestimation(double AtFraction, double PlannedSd, int MaximumPatients)
{
    /// <summary>Share of the planned patients that must have completed follow-up, died or left.</summary>
    public double AtFraction { get; } = AtFraction is > 0 and < 1 ? AtFraction : throw new ArgumentOutOfRangeException(nameof(AtFraction), AtFraction, "Must be between 0 and 1.");

    /// <summary>Standard deviation that the number of patients was planned for.</summary>
    public double PlannedSd { get; } = Require.Positive(PlannedSd);
}
