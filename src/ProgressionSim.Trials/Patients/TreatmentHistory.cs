using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Patients;

/// <summary>What a patient may live through: a model arm's treatment from randomisation on, and from a switch on another one's (rescue, open label).</summary>
/// <param name="ModelArm">Index of an arm of the mechanistic patients' run plan, or of an effect of the statistical patients; at least 0.</param>
/// <param name="NextModelArm">The model arm whose treatment is given from the switch on; null when there is no switch.</param>
/// <param name="SwitchMonths">Months from randomisation to the switch, finite and at least 0; of no meaning without one.</param>
public readonly record struct TreatmentHistory(int ModelArm, int? NextModelArm, double SwitchMonths)
{
    /// <summary>Index of the model arm from randomisation on.</summary>
    public int ModelArm { get; } = Require.Between(ModelArm, 0, int.MaxValue);

    /// <summary>Index of the model arm from the switch on; null without a switch.</summary>
    public int? NextModelArm { get; } = NextModelArm is { } next ? Require.Between(next, 0, int.MaxValue, nameof(NextModelArm)) : null;

    /// <summary>Months from randomisation to the switch.</summary>
    public double SwitchMonths { get; } = NextModelArm is null ? SwitchMonths : Require.NonNegative(SwitchMonths);

    /// <summary>The history of an arm that is never left.</summary>
    /// <param name="modelArm">Index of the model arm.</param>
    public static TreatmentHistory Of(int modelArm) => new(modelArm, null, 0);
}
