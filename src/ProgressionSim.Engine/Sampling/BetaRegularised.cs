namespace ProgressionSim.Engine.Sampling;

/// <summary>Regularised incomplete beta functions: the distribution of a beta variable.</summary>
/// <remarks>
/// Continued fraction on the side where it converges fast; the density in front comes from its saddle point
/// (Loader, "Fast and accurate computation of binomial probabilities", 2000), so large shapes keep their digits.
/// Time grows with the square root of the larger shape. Same bits on every platform. Pure, so thread-safe.
/// </remarks>
public static class BetaRegularised
{
    private const int MaximumTerms = 1_000_000;
    private const double SqrtTwoPi = 2.506628274631001;
    private const double LogitLimit = 744.0;

    /// <summary>Probability of a value of at most <paramref name="x"/>.</summary>
    /// <param name="alpha">Finite, more than 0.</param>
    /// <param name="beta">Finite, more than 0.</param>
    /// <param name="x">0 to 1.</param>
    /// <returns>0 to 1, relative error of about 1e-14 below the mean; NaN outside the ranges.</returns>
    public static double Lower(double alpha, double beta, double x) =>
        InRange(alpha, beta, x) ? Lower(alpha, beta, x, 1.0 - x, out _) : double.NaN;

    /// <summary>Probability of a value above <paramref name="x"/>.</summary>
    /// <param name="alpha">Finite, more than 0.</param>
    /// <param name="beta">Finite, more than 0.</param>
    /// <param name="x">0 to 1.</param>
    /// <returns>0 to 1, relative error of about 1e-14 above the mean; NaN outside the ranges.</returns>
    public static double Upper(double alpha, double beta, double x) =>
        InRange(alpha, beta, x) ? Lower(beta, alpha, 1.0 - x, x, out _) : double.NaN;

    /// <summary>Value below which the variable lies with probability <paramref name="p"/>.</summary>
    /// <param name="alpha">Finite, more than 0.</param>
    /// <param name="beta">Finite, more than 0.</param>
    /// <param name="p">0 to 1; near 1 <see cref="QuantileUpper"/> keeps more digits.</param>
    /// <returns>0 to 1; NaN outside the ranges.</returns>
    public static double Quantile(double alpha, double beta, double p)
    {
        if (!InRange(alpha, beta, p))
        {
            return double.NaN;
        }

        return p > 0.5 ? Logistic(-LowerLogit(beta, alpha, 1.0 - p)) : Logistic(LowerLogit(alpha, beta, p));
    }

    /// <summary>Value above which the variable lies with probability <paramref name="q"/>.</summary>
    /// <param name="alpha">Finite, more than 0.</param>
    /// <param name="beta">Finite, more than 0.</param>
    /// <param name="q">0 to 1.</param>
    /// <returns>0 to 1; NaN outside the ranges.</returns>
    public static double QuantileUpper(double alpha, double beta, double q)
    {
        if (!InRange(alpha, beta, q))
        {
            return double.NaN;
        }

        return q > 0.5 ? Logistic(LowerLogit(alpha, beta, 1.0 - q)) : Logistic(-LowerLogit(beta, alpha, q));
    }

    private static bool InRange(double alpha, double beta, double x) =>
        alpha > 0.0 && alpha < double.PositiveInfinity && beta > 0.0 && beta < double.PositiveInfinity && x is >= 0.0 and <= 1.0;

    private static double Logistic(double logit) => 1.0 / (1.0 + PortableMath.Exp(-logit));

    // log(x / (1 - x)) of the lower quantile, for p of at most 1/2.
    private static double LowerLogit(double a, double b, double p)
    {
        if (p == 0.0)
        {
            return double.NegativeInfinity;
        }

        // Logit of a beta variable: centre log(a/b), variance about 1/a + 1/b. With small a the lower tail is a power.
        double start = PortableMath.Log(a / b) + (StandardNormal.Quantile(p) * Math.Sqrt((1.0 / a) + (1.0 / b)));
        if (a < 2.0)
        {
            double logBeta = SpecialFunctions.LogGamma(a + 1.0) + SpecialFunctions.LogGamma(b) - SpecialFunctions.LogGamma(a + b);
            double power = (PortableMath.Log(p) + logBeta) / a;
            if (power < -LogitLimit - 1.0)
            {
                return double.NegativeInfinity;
            }

            start = power < -1.0 ? power : Math.Min(start, PortableMath.Log(a / b));
        }

        return ConcaveRoot.Solve(new LogitTail(a, b), p, Math.Clamp(start, -LogitLimit, LogitLimit), -LogitLimit, LogitLimit);
    }

    // P(X <= x), given y = 1 - x to full precision; density is x y times the density.
    private static double Lower(double a, double b, double x, double y, out double density)
    {
        density = TimesDensity(a, b, x, y);
        if (x == 0.0 || y == 0.0)
        {
            return x == 0.0 ? 0.0 : 1.0;
        }

        if (x <= (a + 1.0) / (a + b + 2.0))
        {
            return Math.Min(density * Fraction(a, b, x) / a, 1.0);
        }

        return 1.0 - Math.Min(density * Fraction(b, a, y) / b, 1.0);
    }

    // Continued fraction 8.17.22 of the NIST Digital Library of Mathematical Functions, by the modified Lentz method
    // (Thompson and Barnett, 1986, doi:10.1016/0021-9991(86)90046-X).
    private static double Fraction(double a, double b, double x)
    {
        double sum = a + b;
        double c = 1.0;
        double d = NotZero(1.0 - (sum * x / (a + 1.0)));
        d = 1.0 / d;
        double h = d;
        for (int m = 1; m < MaximumTerms; m++)
        {
            double twice = 2.0 * m;
            double even = m * (b - m) * x / ((a + twice - 1.0) * (a + twice));
            d = 1.0 / NotZero(1.0 + (even * d));
            c = NotZero(1.0 + (even / c));
            h *= d * c;

            double odd = -(a + m) * (sum + m) * x / ((a + twice) * (a + twice + 1.0));
            d = 1.0 / NotZero(1.0 + (odd * d));
            c = NotZero(1.0 + (odd / c));
            double factor = d * c;
            h *= factor;
            if (Math.Abs(factor - 1.0) < 2e-16)
            {
                break;
            }
        }

        return h;
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;

    // x^a y^b / B(a, b)
    private static double TimesDensity(double a, double b, double x, double y)
    {
        if (x == 0.0 || y == 0.0)
        {
            return 0.0;
        }

        double sum = a + b;
        if (a < 10.0 && b < 10.0)
        {
            double logBeta = SpecialFunctions.LogGamma(a + 1.0) + SpecialFunctions.LogGamma(b + 1.0) - SpecialFunctions.LogGamma(sum + 1.0);
            return PortableMath.Pow(x, a) * PortableMath.Pow(y, b) * (a * b / sum) * PortableMath.Exp(-logBeta);
        }

        double shift = x <= 0.5 ? Math.FusedMultiplyAdd(sum, x, -a) : Math.FusedMultiplyAdd(-sum, y, b);
        double exponent = (a * LogRatio(shift / a, sum * x / a)) + (b * LogRatio(-shift / b, sum * y / b))
            + (SpecialFunctions.StirlingError(sum) - SpecialFunctions.StirlingError(a) - SpecialFunctions.StirlingError(b));
        return Math.Sqrt(a) * Math.Sqrt(b / sum) / SqrtTwoPi * PortableMath.Exp(exponent);
    }

    // log(1 + u) - u; far below the centre 1 + u is known better than u.
    private static double LogRatio(double u, double onePlus) =>
        u < -0.4 ? PortableMath.Log(onePlus) - u : SpecialFunctions.LogOnePlusMinus(u);

    private readonly struct LogitTail(double a, double b) : IRisingTail
    {
        public double Evaluate(double t, out double slope) => Lower(a, b, Logistic(t), Logistic(-t), out slope);
    }
}
