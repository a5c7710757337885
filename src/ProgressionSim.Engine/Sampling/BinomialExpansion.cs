using System.Runtime.CompilerServices;

namespace ProgressionSim.Engine.Sampling;

/// <summary>Binomial draws of large variance: the quantile by the Cornish-Fisher expansion, wherever it is not near an integer.</summary>
/// <remarks>
/// With w the normal quantile of U, the count k with F(k) = U lies at k + 1/2 = y(w), y the expansion in cumulants up to the fifth with Sheppard's correction
/// for whole numbers. What the expansion leaves out was searched for over n from 100 to 20,000, p from 0.002 to 0.9975 and every count with
/// U from 1e-4 to 1 - 1e-4: at most 0.0046 (1 + |w|^5) / V^1.5 for variances V of at least 50. A draw counts as decided when y - 1/2 is further from an
/// integer than 2.2 times that, and than the 32 lower bits of U are worth there; about 1 in 100 is not. The bound is numerical, not proved: tests look for
/// draws beside integers that it decides wrongly.
/// Source of the expansion: E.A. Cornish and R.A. Fisher, Moments and cumulants in the specification of distributions, Revue de l'Institut International de
/// Statistique 5:307 (1938), doi:10.2307/1400905.
/// </remarks>
public static class BinomialExpansion
{
    /// <summary>Smallest variance.</summary>
    public const double SmallestVariance = 50;

    private const double SmallestTail = 1e-4;
    private const double Remainder = 0.01;

    // 2^-33 over the normal density where a tail of 1e-4 begins.
    private const double LowerBits = 3e-7;

    /// <summary>Tries to draw a count from the upper half of the uniform.</summary>
    /// <param name="upperBits">Upper 32 of the 64 uniform bits.</param>
    /// <param name="n">Number of trials, 1 to 20,000.</param>
    /// <param name="hazard">h, more than 0.</param>
    /// <returns>The count, or -1 when the expansion cannot decide.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int TryDraw(uint upperBits, int n, float hazard)
    {
        if (n * (double)hazard < SmallestVariance)
        {
            return -1;
        }

        var p = -PortableMath.ExpM1(-(double)hazard);
        var q = 1 - p;
        var variance = n * p * q;
        var uniform = (upperBits + 0.5) * (1.0 / (1UL << 32));
        if (!(variance >= SmallestVariance) || uniform < SmallestTail || uniform > 1 - SmallestTail)
        {
            return -1;
        }

        var second = variance - (1.0 / 12);
        var sd = Math.Sqrt(second);
        var skew = variance * (q - p) / (second * sd);
        var fourth = ((variance * (1 - (6 * p * q))) + (1.0 / 120)) / (second * second);
        var fifth = variance * (q - p) * (1 - (12 * p * q)) / (second * second * sd);
        var w = StandardNormal.Quantile(uniform);
        var w2 = w * w;
        var w4 = w2 * w2;
        var y = w
            + (skew * (w2 - 1) / 6)
            + (fourth * w * (w2 - 3) / 24)
            - (skew * skew * w * ((2 * w2) - 5) / 36)
            + (fifth * (w4 - (6 * w2) + 3) / 120)
            - (skew * fourth * (w4 - (5 * w2) + 2) / 24)
            + (skew * skew * skew * ((12 * w4) - (53 * w2) + 17) / 324);
        var at = (n * p) + (sd * y) - 0.5;
        var doubt = (Remainder * (1 + (w4 * Math.Abs(w))) / (variance * sd)) + (LowerBits * sd);
        return Math.Abs(at - Math.Round(at)) < doubt ? -1 : (int)Math.Ceiling(at);
    }
}
