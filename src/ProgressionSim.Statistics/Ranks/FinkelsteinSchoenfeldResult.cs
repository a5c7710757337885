namespace ProgressionSim.Statistics.Ranks;

/// <summary>Finkelstein and Schoenfeld's test of group 1 against group 0.</summary>
/// <param name="Status">Not estimable when a group is empty or every pair is tied; numbers are NaN then.</param>
/// <param name="Score">T, sum of the scores of group 1; positive when group 1 does better.</param>
/// <param name="Variance">Its variance over all ways of forming the groups.</param>
/// <param name="Z">T over its standard deviation.</param>
/// <param name="PValue">Two-sided, normal.</param>
public readonly record struct FinkelsteinSchoenfeldResult(FitStatus Status, double Score, double Variance, double Z, double PValue)
{
    internal static FinkelsteinSchoenfeldResult NotEstimable { get; } = new(FitStatus.NotEstimable, double.NaN, double.NaN, double.NaN, double.NaN);
}
