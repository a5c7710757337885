using MathNet.Numerics.Distributions;

namespace ProgressionSim.Statistics.Tables;

/// <summary>A share of independent trials that succeeded, with a two-sided confidence interval.</summary>
/// <remarks>Immutable and made by pure functions, so thread-safe.</remarks>
public sealed record ProportionInterval
{
    private ProportionInterval(long successes, long trials, double confidenceLevel, double low, double high)
    {
        Successes = successes;
        Trials = trials;
        ConfidenceLevel = confidenceLevel;
        Low = low;
        High = high;
    }

    /// <summary>Successes, 0 to <see cref="Trials"/>.</summary>
    public long Successes { get; }

    /// <summary>Trials; at least 1.</summary>
    public long Trials { get; }

    /// <summary>Share of intervals meant to cover; between 0 and 1.</summary>
    public double ConfidenceLevel { get; }

    /// <summary>Lower limit, 0 to the share.</summary>
    public double Low { get; }

    /// <summary>Upper limit, the share to 1.</summary>
    public double High { get; }

    /// <summary>Successes over trials, 0 to 1.</summary>
    public double Share => (double)Successes / Trials;

    /// <summary>Binomial standard error of the share, root of p (1 - p)/n; 0 when all or none succeeded.</summary>
    public double StandardError => Math.Sqrt(Share * (1 - Share) / Trials);

    /// <summary>Score interval: all p that a two-sided normal test with the variance under p does not reject. The choice for reporting.</summary>
    /// <param name="successes">0 to the number of trials.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="confidenceLevel">Between 0 and 1, both excluded.</param>
    /// <returns>The interval; its low end is exactly 0 without successes, its high end exactly 1 without failures.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>Source: Wilson, J Am Stat Assoc 22:209-212 (1927), doi:10.1080/01621459.1927.10502953; no continuity correction.</remarks>
    public static ProportionInterval Wilson(long successes, long trials, double confidenceLevel = 0.95)
    {
        Check(successes, trials);
        var z = CriticalValue.TwoSided(confidenceLevel, nameof(confidenceLevel));
        double n = trials, p = successes / n, q = (trials - successes) / n, z2 = z * z;
        var reach = z * Math.Sqrt((p * q * n) + (z2 / 4));
        var low = successes == 0 ? 0 : ((p * n) + (z2 / 2) - reach) / (n + z2);
        var high = successes == trials ? 1 : ((p * n) + (z2 / 2) + reach) / (n + z2);
        return new(successes, trials, confidenceLevel, low, high);
    }

    /// <summary>Exact interval: covers at least as often as stated for every p, usually more often, so it is wide.</summary>
    /// <param name="successes">0 to the number of trials.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="confidenceLevel">Between 0 and 1, both excluded.</param>
    /// <returns>The interval. Seen errors of a limit, relative to itself: 1e-12 for a thousand trials, 4e-11 for a million, 1e-6 for 1e9.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <remarks>
    /// Low: the alpha/2 quantile of Beta(k, n - k + 1); high: the 1 - alpha/2 quantile of Beta(k + 1, n - k).
    /// Source: Clopper and Pearson, Biometrika 26:404-413 (1934), doi:10.1093/biomet/26.4.404.
    /// </remarks>
    public static ProportionInterval ClopperPearson(long successes, long trials, double confidenceLevel = 0.95)
    {
        Check(successes, trials);
        CriticalValue.Check(confidenceLevel, nameof(confidenceLevel));
        var tail = (1 - confidenceLevel) / 2;

        // The upper limit is one minus the lower limit of the failures, which keeps the small tail probability exact.
        return new(
            successes,
            trials,
            confidenceLevel,
            LowerExact(successes, trials, tail),
            1 - LowerExact(trials - successes, trials, tail));
    }

    private static double LowerExact(long successes, long trials, double tail)
    {
        if (successes == 0)
        {
            return 0;
        }

        if (successes == trials)
        {
            return Math.Pow(tail, 1.0 / trials);
        }

        // Newton steps, halving the bracket whenever one leaves it. The library's own inverse stops at 1e-12 absolute, too coarse for small shares.
        double a = successes, b = trials - successes + 1, below = 0, above = a / trials;
        var limit = above / 2;
        for (var step = 0; step < 200; step++)
        {
            var excess = Beta.CDF(a, b, limit) - tail;
            if (excess > 0)
            {
                above = limit;
            }
            else
            {
                below = limit;
            }

            var next = limit - (excess / Beta.PDF(a, b, limit));
            next = next > below && next < above ? next : (below + above) / 2;
            var done = Math.Abs(next - limit) <= 1e-15 * limit;
            limit = next;
            if (done)
            {
                break;
            }
        }

        return limit;
    }

    private static void Check(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
    }
}
