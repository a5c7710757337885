namespace ProgressionSim.Statistics.Ranks;

/// <summary>Tests of function and survival together, on a comparison of every two patients.</summary>
/// <remarks>Pure, so thread-safe as long as nobody compares anew meanwhile. No allocation.</remarks>
public static class JointRankTest
{
    /// <summary>Combined assessment of function and survival: Wilcoxon's rank-sum test on the ranks of the scores (Berry et al. 2013, doi:10.3109/21678421.2012.762930).</summary>
    /// <param name="comparison">Comparison already made.</param>
    /// <remarks>For covariates, an analysis of covariance takes <see cref="JointComparison.Ranks"/>; for strata, <see cref="VanElterenTest"/> the scores.</remarks>
    public static RankSumResult RankSum(JointComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return RankSumResult.Of(comparison.Ranks, comparison.Groups, comparison.TieSum);
    }

    /// <summary>Finkelstein and Schoenfeld's test: the sum of the scores of group 1 with its permutation variance, n1 n0/(n(n - 1)) sum U^2 (Stat Med 18:1341-1354, 1999).</summary>
    /// <param name="comparison">Comparison already made.</param>
    public static FinkelsteinSchoenfeldResult FinkelsteinSchoenfeld(JointComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        double n = comparison.Patients, n1 = 0, sum1 = 0, squares = 0;
        var scores = comparison.Scores;
        var groups = comparison.Groups;
        for (var i = 0; i < scores.Length; i++)
        {
            n1 += groups[i];
            sum1 += groups[i] * scores[i];
            squares += scores[i] * scores[i];
        }

        if (n1 == 0 || n1 == n || squares == 0)
        {
            return FinkelsteinSchoenfeldResult.NotEstimable;
        }

        double variance = n1 * (n - n1) / (n * (n - 1)) * squares, z = sum1 / Math.Sqrt(variance);
        return new FinkelsteinSchoenfeldResult(FitStatus.Estimated, sum1, variance, z, TailProbability.NormalTwoSided(z));
    }
}
