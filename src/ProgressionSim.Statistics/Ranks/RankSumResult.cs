namespace ProgressionSim.Statistics.Ranks;

/// <summary>Wilcoxon's rank-sum test of group 1 against group 0 on ranks that were formed elsewhere.</summary>
/// <param name="Status">Not estimable when a group is empty or all ranks are alike; numbers are NaN then.</param>
/// <param name="MannWhitney">Mann-Whitney statistic of group 1: sum of its ranks minus n1(n1 + 1)/2; 0 to n1 n0.</param>
/// <param name="Variance">Its variance without an effect, corrected for ties.</param>
/// <param name="Z">Signed standard normal statistic; positive when group 1 ranks higher (does better).</param>
/// <param name="PValue">Two-sided, without continuity correction.</param>
/// <param name="CorrectedPValue">Two-sided, the statistic moved by 1/2 towards its mean.</param>
/// <param name="MeanRankDifference">Mean rank of group 1 minus mean rank of group 0.</param>
public readonly record struct RankSumResult(
    FitStatus Status,
    double MannWhitney,
    double Variance,
    double Z,
    double PValue,
    double CorrectedPValue,
    double MeanRankDifference)
{
    internal static RankSumResult NotEstimable { get; } =
        new(FitStatus.NotEstimable, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Tests mid-ranks.</summary>
    /// <param name="ranks">Mid-ranks from 1.</param>
    /// <param name="group">0 or 1 for each rank.</param>
    /// <param name="tieSum">Sum over runs of t equal values of t^3 - t.</param>
    internal static RankSumResult Of(ReadOnlySpan<double> ranks, ReadOnlySpan<int> group, double tieSum)
    {
        double n = ranks.Length, n1 = 0, sum1 = 0;
        for (var i = 0; i < ranks.Length; i++)
        {
            n1 += group[i];
            sum1 += group[i] * ranks[i];
        }

        var n0 = n - n1;
        var variance = n1 * n0 / 12 * (n + 1 - (tieSum / (n * (n - 1))));
        if (n0 == 0 || n1 == 0 || tieSum == ((n * n) - 1) * n)
        {
            return NotEstimable;
        }

        double statistic = sum1 - (n1 * (n1 + 1) / 2), distance = statistic - (n1 * n0 / 2), deviation = Math.Sqrt(variance), z = distance / deviation;
        return new RankSumResult(
            FitStatus.Estimated,
            statistic,
            variance,
            z,
            TailProbability.NormalTwoSided(z),
            TailProbability.NormalTwoSided(Math.Max(Math.Abs(distance) - 0.5, 0) / deviation),
            (sum1 / n1) - (((n * (n + 1) / 2) - sum1) / n0));
    }
}
