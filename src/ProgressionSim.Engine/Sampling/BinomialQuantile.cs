namespace ProgressionSim.Engine.Sampling;

/// <summary>
/// The definition of a binomial draw: the exact inverse CDF of Bin(n, 1 - e^-h) at U = (bits + 1/2) 2^-64, in double precision. Everything faster must return
/// the same integer and calls this where it cannot be sure.
/// </summary>
/// <remarks>
/// Weights are relative to the mode, so nothing underflows however large n h is; they are summed from the smallest up. The result is the smallest k with
/// F(k) &gt;= U; in the upper half the complement is used, so neither tail loses precision. The relative error of F is below 1e-13 for n up to 20,000.
/// </remarks>
public static class BinomialQuantile
{
    // Weights below this share of the mode's cannot be told apart by a 64-bit uniform, even all together.
    private const double Negligible = 1e-26;

    /// <summary>Draws a count.</summary>
    /// <param name="bits">64 uniform bits.</param>
    /// <param name="n">Number of trials, 0 to 20,000.</param>
    /// <param name="hazard">h: a trial succeeds with probability 1 - e^-h; at least 0.</param>
    /// <returns>0 to n.</returns>
    public static int Draw(ulong bits, int n, float hazard)
    {
        if (n <= 0 || !(hazard > 0))
        {
            return 0;
        }

        double h = hazard;
        var success = -PortableMath.ExpM1(-h);
        var odds = PortableMath.ExpM1(h);
        if (!double.IsFinite(odds))
        {
            return n;
        }

        var mode = Math.Min((int)((n + 1) * success), n);
        var lowest = mode;
        var weight = 1.0;
        while (lowest > 0 && weight > Negligible)
        {
            weight *= lowest / ((n - lowest + 1) * odds);
            lowest--;
        }

        var lower = bits < 1UL << 63;
        return lower
            ? FromBelow((bits + 0.5) * UniformUnit, n, odds, lowest, weight)
            : FromAbove((~bits + 0.5) * UniformUnit, n, odds, mode, lowest, weight);
    }

    private const double UniformUnit = 1.0 / 18446744073709551616.0;

    /// <summary>Smallest k whose cumulative weight from below reaches the share.</summary>
    private static int FromBelow(double share, int n, double odds, int lowest, double lowestWeight)
    {
        var target = share * Total(n, odds, lowest, lowestWeight);
        double sum = 0, weight = lowestWeight;
        for (var k = lowest; k < n; k++)
        {
            sum += weight;
            if (sum >= target)
            {
                return k;
            }

            weight *= (n - k) * odds / (k + 1);
        }

        return n;
    }

    /// <summary>Smallest k whose weight above it is at most the share.</summary>
    private static int FromAbove(double share, int n, double odds, int mode, int lowest, double lowestWeight)
    {
        var target = share * Total(n, odds, lowest, lowestWeight);
        var highest = mode;
        var weight = 1.0;
        while (highest < n && weight > Negligible)
        {
            weight *= (n - highest) * odds / (highest + 1);
            highest++;
        }

        var above = 0.0;
        for (var k = highest; k > 0; k--)
        {
            if (above + weight > target)
            {
                return k;
            }

            above += weight;
            weight *= k / ((n - k + 1) * odds);
        }

        return 0;
    }

    private static double Total(int n, double odds, int lowest, double lowestWeight)
    {
        double sum = 0, weight = lowestWeight;
        for (var k = lowest; k <= n && weight > 0; k++)
        {
            sum += weight;
            weight *= (n - k) * odds / (k + 1);
            if (weight < Negligible && weight < sum * Negligible)
            {
                break;
            }
        }

        return sum;
    }
}
