namespace ProgressionSim.Statistics.Ranks;

/// <summary>Wilcoxon rank-sum (Mann-Whitney) test of two groups.</summary>
/// <remarks>
/// The normal test takes ties out of the variance: n0 n1/12 ((n + 1) - sum(t^3 - t)/(n (n - 1))) for ties of t values. The exact test counts
/// the arrangements of the groups. Only exactly equal values are ties.
/// Sources: Wilcoxon, Biometrics Bulletin 1:80-83 (1945), doi:10.2307/3001968; Mann and Whitney, Ann Math Stat 18:50-60 (1947),
/// doi:10.1214/aoms/1177730491.
/// Memory is kept from call to call: one instance per thread, no allocation once grown. Results do not depend on earlier calls.
/// </remarks>
public sealed class WilcoxonTest
{
    /// <summary>Most values an exact test takes; beyond it the count of arrangements leaves the range of a double.</summary>
    public const int MaxExactValues = 1000;

    private readonly ValueOrder _order = new();
    private double[] _arrangements = [];

    /// <summary>Test by the normal distribution.</summary>
    /// <param name="values">One per patient, finite.</param>
    /// <param name="group">0 or 1; same order and length.</param>
    /// <param name="continuityCorrection">Whether to bring the statistic half a pair nearer to its mean.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a group is neither 0 nor 1, or a value is not finite.</exception>
    public WilcoxonResult Test(ReadOnlySpan<double> values, ReadOnlySpan<int> group, bool continuityCorrection = false)
    {
        var (statistic, tied, n1) = Count(values, group);
        double n = values.Length, n0 = n - n1;
        var variance = n0 * n1 / 12 * (n + 1 - (tied / (n * (n - 1))));
        if (!(n0 > 0 && n1 > 0 && tied < (n * n * n) - n))
        {
            return new(FitStatus.NotEstimable, statistic, double.NaN, double.NaN);
        }

        var off = statistic - (n0 * n1 / 2);
        var distance = Math.Max(0, Math.Abs(off) - (continuityCorrection ? 0.5 : 0));
        var z = Math.CopySign(distance / Math.Sqrt(variance), off);
        return new(FitStatus.Estimated, statistic, z, TailProbability.NormalTwoSided(z));
    }

    /// <summary>Test by the exact distribution, twice the smaller tail. Time grows with the product of the group sizes times the smaller one.</summary>
    /// <param name="values">One per patient, finite.</param>
    /// <param name="group">0 or 1; same order and length.</param>
    /// <returns>The test, with z as in the normal test. Not estimable with ties or with more than <see cref="MaxExactValues"/> values.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a group is neither 0 nor 1, or a value is not finite.</exception>
    public WilcoxonResult TestExact(ReadOnlySpan<double> values, ReadOnlySpan<int> group)
    {
        var (statistic, tied, n1) = Count(values, group);
        int n0 = values.Length - n1;
        if (n0 == 0 || n1 == 0 || tied > 0 || values.Length > MaxExactValues)
        {
            return new(FitStatus.NotEstimable, statistic, double.NaN, double.NaN);
        }

        double n = values.Length, pairs = (double)n0 * n1;
        var z = (statistic - (pairs / 2)) / Math.Sqrt(pairs / 12 * (n + 1));
        return new(FitStatus.Estimated, statistic, z, Math.Min(1, 2 * Tail((int)Math.Min(statistic, pairs - statistic), n0, n1)));
    }

    /// <summary>Mann-Whitney count, the sum of t^3 - t over ties, and the size of group 1.</summary>
    private (double Statistic, double Tied, int InGroup1) Count(ReadOnlySpan<double> values, ReadOnlySpan<int> group)
    {
        var n1 = GroupCodes.CountOnes(group, values.Length);
        _order.Sort(values, nameof(values));
        var sorted = _order.Values;
        var indices = _order.Indices;

        // Twice the count, so halves stay whole.
        long twice = 0, below0 = 0;
        double tied = 0;
        for (var i = 0; i < sorted.Length;)
        {
            var value = sorted[i];
            long all = 0, ones = 0;
            do
            {
                ones += group[indices[i++]];
                all++;
            }
            while (i < sorted.Length && sorted[i] == value);

            twice += ones * ((2 * below0) + all - ones);
            below0 += all - ones;
            tied += all > 1 ? ((double)all * all * all) - all : 0;
        }

        return (n1 == 0 || n1 == values.Length ? double.NaN : twice / 2.0, tied, n1);
    }

    /// <summary>Chance that the count is at most k when all arrangements are equally likely.</summary>
    /// <remarks>
    /// The generating function of the count is the product over j = 1..m of (1 - x^(M + j))/(1 - x^j), with m the smaller and M the larger group.
    /// Each factor is scaled by j/(M + j), so that chances rather than numbers of arrangements result and nothing overflows.
    /// </remarks>
    private double Tail(int k, int n0, int n1)
    {
        if (_arrangements.Length <= k)
        {
            _arrangements = new double[Math.Max(k + 1, 2 * _arrangements.Length)];
        }

        int small = Math.Min(n0, n1), large = Math.Max(n0, n1);
        var chances = _arrangements.AsSpan(0, k + 1);
        chances.Clear();
        chances[0] = 1;
        for (var j = 1; j <= small; j++)
        {
            for (var u = k; u >= large + j; u--)
            {
                chances[u] -= chances[u - large - j];
            }

            for (var u = j; u <= k; u++)
            {
                chances[u] += chances[u - j];
            }

            var scale = j / (double)(large + j);
            foreach (ref var chance in chances)
            {
                chance *= scale;
            }
        }

        double sum = 0;
        foreach (var chance in chances)
        {
            sum += chance;
        }

        return sum;
    }
}
