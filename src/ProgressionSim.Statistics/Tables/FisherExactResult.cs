namespace ProgressionSim.Statistics.Tables;

/// <summary>Outcome of Fisher's exact test.</summary>
/// <param name="Status">Not estimable when a group is empty or an outcome does not occur; the numbers are NaN then.</param>
/// <param name="PValue">Two-sided: chance of all tables at most as likely as this one.</param>
/// <param name="LowerPValue">One-sided: chance of as few or fewer yes in group 1.</param>
/// <param name="UpperPValue">One-sided: chance of as many or more yes in group 1.</param>
public readonly record struct FisherExactResult(FitStatus Status, double PValue, double LowerPValue, double UpperPValue);
