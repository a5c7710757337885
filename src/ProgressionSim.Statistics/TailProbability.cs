using MathNet.Numerics;

namespace ProgressionSim.Statistics;

/// <summary>Two-sided p-values of test statistics, without cancellation far out in the tails.</summary>
/// <remarks>Pure, so thread-safe. No allocation.</remarks>
public static class TailProbability
{
    private const double Sqrt2 = 1.4142135623730951;
    private const double SqrtPi = 1.7724538509055161;

    /// <summary>Chance that a standard normal variable is at least as far from 0 as z.</summary>
    /// <param name="z">Either sign; infinite gives 0, NaN gives NaN.</param>
    /// <returns>0 to 1; about 15 digits relative down to 1e-300.</returns>
    /// <remarks>erfc(|z|/sqrt(2)).</remarks>
    public static double NormalTwoSided(double z) => double.IsNaN(z) ? double.NaN : SpecialFunctions.Erfc(Math.Abs(z) / Sqrt2);

    /// <summary>Chance that a variable of Student's t distribution is at least as far from 0 as t.</summary>
    /// <param name="t">Either sign; infinite gives 0, NaN gives NaN.</param>
    /// <param name="degreesOfFreedom">Above 0, whole or not; infinite gives the normal distribution.</param>
    /// <returns>0 to 1; about 13 digits relative. NaN when the degrees of freedom are not above 0.</returns>
    /// <remarks>
    /// Regularised incomplete beta function of a = f/2, b = 1/2 at f/(f + t^2), by the even part of its continued fraction (DiDonato and
    /// Morris, ACM Trans Math Softw 18:360-373 (1992), doi:10.1145/131766.131776). Time grows with the root of the degrees of freedom.
    /// </remarks>
    public static double StudentTTwoSided(double t, double degreesOfFreedom)
    {
        if (double.IsNaN(t) || !(degreesOfFreedom > 0))
        {
            return double.NaN;
        }

        // Beyond this the two distributions agree to more digits than a double holds, at any t with a p-value above 1e-300.
        if (degreesOfFreedom > 1e22)
        {
            return NormalTwoSided(t);
        }

        var squared = t * t;
        if (!(squared < double.PositiveInfinity))
        {
            return 0;
        }

        double a = degreesOfFreedom / 2, x = degreesOfFreedom / (degreesOfFreedom + squared), y = squared / (degreesOfFreedom + squared);
        var factor = Math.Exp(-a * LogOnePlus(squared / degreesOfFreedom)) * Math.Sqrt(y) * GammaRatio(a) / SqrtPi;
        return x < (a + 1) / (a + 2.5) ? factor / BetaFraction(a, 0.5, x, y) : 1 - (factor == 0 ? 0 : factor / BetaFraction(0.5, a, y, x));
    }

    /// <summary>log(1 + x) for x at least 0, without losing a small x to the 1.</summary>
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : sum > 2 ? Math.Log(sum) : Math.Log(sum) * x / (sum - 1);
    }

    /// <summary>Gamma(a + 1/2)/Gamma(a).</summary>
    /// <remarks>Series of log Gamma(w + 3/4) - log Gamma(w + 1/4) at w = a - 1/4, which has even powers only; its numerators are Euler numbers.</remarks>
    private static double GammaRatio(double a)
    {
        double shift = 1;
        while (a < 10.25)
        {
            shift *= a / (a + 0.5);
            a++;
        }

        double w = a - 0.25, v = 1 / (w * w);
        var series = v * ((1.0 / 64) + (v * ((-5.0 / 2048) + (v * ((61.0 / 49152) + (v * ((-1385.0 / 1048576)
            + (v * ((50521.0 / 20971520) - (v * (2702765.0 / 402653184)))))))))));
        return shift * Math.Sqrt(w) * Math.Exp(series);
    }

    /// <summary>The continued fraction that x^a y^b / B(a, b) is divided by to give the regularised incomplete beta function (y = 1 - x).</summary>
    private static double BetaFraction(double a, double b, double x, double y)
    {
        // With y given apart, a - (a + b) x + 1 + m (2 - x) keeps its digits when x is near 1.
        double start = a * ((a * y) - (b * x) + 1) / (a + 1), value = start, c = start, d = 0;
        for (var m = 1; m < 1_000_000; m++)
        {
            double odd = a + (2 * m) - 1, product = m * (b - m) * x;
            var numerator = (a + m - 1) * (a + b + m - 1) / odd * product * (x / odd);
            var denominator = m + (product / odd) + ((a + m) * ((a * y) - (b * x) + 1 + (m * (1 + y))) / (a + (2 * m) + 1));
            d = 1 / (denominator + (numerator * d));
            c = denominator + (numerator / c);
            var change = c * d;
            value *= change;
            if (Math.Abs(change - 1) < 1e-15)
            {
                break;
            }
        }

        return value;
    }
}
