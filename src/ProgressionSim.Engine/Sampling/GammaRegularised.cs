namespace ProgressionSim.Engine.Sampling;

/// <summary>Regularised incomplete gamma functions: the distribution of a gamma variable of scale 1.</summary>
/// <remarks>
/// Power series below a + 1, continued fraction above; the density in front comes from its saddle point
/// (Loader, "Fast and accurate computation of binomial probabilities", 2000), so large shapes keep their digits.
/// Time grows with the square root of the shape. Same bits on every platform. Pure, so thread-safe.
/// </remarks>
public static class GammaRegularised
{
    private const int MaximumTerms = 1_000_000;
    private const double Precision = 1e-17;
    private const double SqrtTwoPi = 2.506628274631001;
    private const double LogSmallest = -745.0;
    private const double LogLargest = 709.0;

    /// <summary>Probability of a value of at most <paramref name="x"/>.</summary>
    /// <param name="shape">Finite, more than 0.</param>
    /// <param name="x">At least 0.</param>
    /// <returns>0 to 1, relative error of about 1e-14; NaN outside the ranges.</returns>
    public static double Lower(double shape, double x)
    {
        if (!InRange(shape, x))
        {
            return double.NaN;
        }

        return x < shape + 1.0 ? Series(shape, x, out _) : 1.0 - Fraction(shape, x, out _);
    }

    /// <summary>Probability of a value above <paramref name="x"/>.</summary>
    /// <param name="shape">Finite, more than 0.</param>
    /// <param name="x">At least 0.</param>
    /// <returns>0 to 1; relative error of about 1e-14 above shape + 1, absolute error of that size below; NaN outside the ranges.</returns>
    public static double Upper(double shape, double x)
    {
        if (!InRange(shape, x))
        {
            return double.NaN;
        }

        return x < shape + 1.0 ? 1.0 - Series(shape, x, out _) : Fraction(shape, x, out _);
    }

    /// <summary>Value below which the variable lies with probability <paramref name="p"/>.</summary>
    /// <param name="shape">Finite, more than 0.</param>
    /// <param name="p">0 to 1; near 1 <see cref="QuantileUpper"/> keeps more digits.</param>
    /// <returns>At least 0 (0 where the value is below about 1e-323), infinity at 1; NaN outside the ranges.</returns>
    public static double Quantile(double shape, double p)
    {
        if (!InRange(shape, p) || p > 1.0)
        {
            return double.NaN;
        }

        return p > 0.5 ? Solve(shape, 1.0 - p, isUpper: true) : Solve(shape, p, isUpper: false);
    }

    /// <summary>Value above which the variable lies with probability <paramref name="q"/>.</summary>
    /// <param name="shape">Finite, more than 0.</param>
    /// <param name="q">0 to 1.</param>
    /// <returns>At least 0, infinity at 0; NaN outside the ranges.</returns>
    public static double QuantileUpper(double shape, double q)
    {
        if (!InRange(shape, q) || q > 1.0)
        {
            return double.NaN;
        }

        return q > 0.5 ? Solve(shape, 1.0 - q, isUpper: false) : Solve(shape, q, isUpper: true);
    }

    private static bool InRange(double shape, double x) => shape > 0.0 && shape < double.PositiveInfinity && x >= 0.0;

    private static double Solve(double shape, double tail, bool isUpper)
    {
        if (tail == 0.0)
        {
            return isUpper ? double.PositiveInfinity : 0.0;
        }

        // P(X <= x) is at most x^a / gamma(a + 1), so this point lies at or below the lower root.
        double floor = (PortableMath.Log(tail) + SpecialFunctions.LogGamma(shape + 1.0)) / shape;
        if (!isUpper && floor < LogSmallest)
        {
            return 0.0;
        }

        // Wilson and Hilferty, PNAS 17:684-688 (1931), doi:10.1073/pnas.17.12.684: the cube root is nearly normal.
        double z = isUpper ? StandardNormal.QuantileUpper(tail) : StandardNormal.Quantile(tail);
        double ninth = 1.0 / (9.0 * shape);
        double root = 1.0 - ninth + (z * Math.Sqrt(ninth));
        double guess = root > 0.0 ? PortableMath.Log(shape * root * root * root) : double.NegativeInfinity;
        if (!isUpper)
        {
            double start = Math.Clamp(Math.Max(guess, floor), LogSmallest, LogLargest);
            return PortableMath.Exp(ConcaveRoot.Solve(new LowerTail(shape), tail, start, LogSmallest, LogLargest));
        }

        double upperStart = Math.Clamp(Math.Max(guess, PortableMath.Log(shape)), LogSmallest, LogLargest);
        return PortableMath.Exp(-ConcaveRoot.Solve(new UpperTail(shape), tail, -upperStart, -LogLargest, -LogSmallest));
    }

    private static double Series(double a, double x, out double density)
    {
        density = TimesDensity(a, x);
        double term = 1.0;
        double sum = 1.0;
        for (int n = 1; n < MaximumTerms && term > Precision * sum; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return Math.Min(density * sum / a, 1.0);
    }

    // Legendre's continued fraction by the modified Lentz method (Thompson and Barnett, 1986, doi:10.1016/0021-9991(86)90046-X).
    private static double Fraction(double a, double x, out double density)
    {
        density = TimesDensity(a, x);
        if (density == 0.0)
        {
            return 0.0;
        }

        double b = x + 1.0 - a;
        double c = double.PositiveInfinity;
        double d = 1.0 / b;
        double h = d;
        for (int i = 1; i < MaximumTerms; i++)
        {
            double numerator = i * (a - i);
            b += 2.0;
            d = 1.0 / Math.FusedMultiplyAdd(numerator, d, b);
            c = b + (numerator / c);
            double factor = c * d;
            h *= factor;
            if (Math.Abs(factor - 1.0) < 2e-16)
            {
                break;
            }
        }

        return Math.Min(density * h, 1.0);
    }

    // x times the density: x^a e^-x / gamma(a).
    private static double TimesDensity(double a, double x)
    {
        if (x == 0.0 || double.IsPositiveInfinity(x))
        {
            return 0.0;
        }

        if (a < 10.0)
        {
            return x > 600.0
                ? PortableMath.Exp(Math.FusedMultiplyAdd(a, PortableMath.Log(x), -x) - SpecialFunctions.LogGamma(a))
                : PortableMath.Pow(x, a) * PortableMath.Exp(-x) * a / PortableMath.Exp(SpecialFunctions.LogGamma(a + 1.0));
        }

        double exponent = (a * SpecialFunctions.LogOnePlusMinus((x - a) / a)) - SpecialFunctions.StirlingError(a);
        return Math.Sqrt(a) / SqrtTwoPi * PortableMath.Exp(exponent);
    }

    // Both tails as rising functions: of log x, and of -log x.
    private readonly struct LowerTail(double shape) : IRisingTail
    {
        public double Evaluate(double t, out double slope)
        {
            double x = PortableMath.Exp(t);
            if (x < shape + 1.0)
            {
                return Series(shape, x, out slope);
            }

            return 1.0 - Fraction(shape, x, out slope);
        }
    }

    private readonly struct UpperTail(double shape) : IRisingTail
    {
        public double Evaluate(double t, out double slope)
        {
            double x = PortableMath.Exp(-t);
            if (x < shape + 1.0)
            {
                return 1.0 - Series(shape, x, out slope);
            }

            return Fraction(shape, x, out slope);
        }
    }
}
