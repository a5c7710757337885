namespace ProgressionSim.Trials.Design;

/// <summary>From when on everybody still followed, and not rescued before, is given the treatment of one arm: the others are then a delayed start of it.</summary>
/// <param name="AfterWeeks">Weeks after randomisation; at or before the last visit for the delayed start to be seen.</param>
/// <param name="ToArm">Index of the trial arm.</param>
public sealed record OpenLabelRule(double AfterWeeks, int ToArm);
