namespace ProgressionSim.Trials.Design;

/// <summary>When a patient who does badly is given the treatment of another arm, openly.</summary>
/// <param name="FromDay">First day after randomisation at which a visit can lead to rescue.</param>
/// <param name="When">Conditions, all of which a visit must meet.</param>
/// <param name="ToArm">Index of the trial arm whose treatment is given from that visit on.</param>
public sealed record RescueRule(double FromDay, IReadOnlyList<MeasureCondition> When, int ToArm);
