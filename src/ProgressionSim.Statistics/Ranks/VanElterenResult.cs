namespace ProgressionSim.Statistics.Ranks;

/// <summary>Van Elteren's test of group 1 against group 0.</summary>
/// <param name="Status">Not estimable when no stratum holds both groups and different values; numbers are NaN then.</param>
/// <param name="InformativeStrata">Strata that hold both groups and different values.</param>
/// <param name="Z">Signed standard normal statistic; positive when group 1 has the larger values.</param>
/// <param name="PValue">Two-sided, normal.</param>
public readonly record struct VanElterenResult(FitStatus Status, int InformativeStrata, double Z, double PValue);
