namespace ProgressionSim.Model.Parameters;

/// <summary>One treatment of an arm with its own start and stop.</summary>
/// <param name="TreatmentIndex">Index into the plan's treatments.</param>
/// <param name="Start">When it starts.</param>
/// <param name="StopAfterMonths">Months after its start at which it stops; null to use the treatment's own rule.</param>
public sealed record ArmTreatment(int TreatmentIndex, TreatmentStart Start, double? StopAfterMonths)
{
    /// <summary>Months after its start at which it stops, more than 0; null to use the treatment's own rule.</summary>
    public double? StopAfterMonths { get; } = StopAfterMonths is { } months ? Require.Positive(months, nameof(StopAfterMonths)) : null;
}
