namespace ProgressionSim.Statistics.Ranks;

/// <summary>Outcome of a Wilcoxon rank-sum test.</summary>
/// <param name="Status">Not estimable when a group is empty, all values are alike, or an exact test meets ties or too many values.</param>
/// <param name="Statistic">Mann-Whitney count: pairs in which group 1 has the larger value, ties counting a half; R's W. NaN when a group is empty.</param>
/// <param name="Z">Distance from its mean in standard deviations; above 0 when group 1 has the larger values. NaN when not estimable.</param>
/// <param name="PValue">Two-sided. NaN when not estimable.</param>
public readonly record struct WilcoxonResult(FitStatus Status, double Statistic, double Z, double PValue);
