using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Design;

/// <summary>How patients leave the trial.</summary>
public sealed record DropoutRule
{
    /// <summary>Hazard of leaving by trial arm, per month; at least 0.</summary>
    public required IReadOnlyList<double> RatePerMonth { get; init; }

    /// <summary>
    /// The hazard is multiplied by this for each ALSFRS-R point lost from baseline to the last visit that took place; more than 0, 1 for no dependence.
    /// </summary>
    public double HazardRatioPerPointLost { get; init => field = Require.Positive(value); } = 1;

    /// <summary>True when it is still learnt whether a patient who left has died or is ventilated.</summary>
    public bool VitalStatusKnown { get; init; }
}
