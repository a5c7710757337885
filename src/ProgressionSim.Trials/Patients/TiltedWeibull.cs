using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Trials.Patients;

/// <summary>The integral G(t) = int_0^t rho u^(rho - 1) e^(k u) du of a Weibull hazard that a patient's line tilts, and its inverse.</summary>
/// <remarks>
/// G(t) = t^rho M(rho, rho + 1, k t) = t^rho e^(k t) M(1, rho + 1, -k t) with Kummer's function M (Abramowitz and Stegun 1964, 6.5.12 and 13.1.27): for k t above 0
/// the first series and below 0 the second has positive terms alone, so no digits are lost. Where |k t| is large the first is rho / (k t) times an asymptotic
/// series and the second the whole gamma function, up to e^(-|k t|).
/// Same bits on every platform. Pure, so thread-safe.
/// </remarks>
internal static class TiltedWeibull
{
    /// <summary>Largest shape with a tilt.</summary>
    public const double MaximumShape = 50;

    private const double Negligible = 1e-17;
    private const int MaximumSteps = 200;

    /// <summary>log G(t).</summary>
    /// <param name="shape">rho, more than 0.</param>
    /// <param name="tilt">k, per month.</param>
    /// <param name="logMonths">log t.</param>
    public static double LogIntegral(double shape, double tilt, double logMonths) => tilt == 0 ? shape * logMonths : Integral(shape, tilt, logMonths).Log;

    /// <summary>The time at which log G reaches a value, months.</summary>
    /// <param name="shape">rho, more than 0.</param>
    /// <param name="tilt">k, per month.</param>
    /// <param name="logTarget">The value; one that is reached.</param>
    /// <remarks>
    /// Newton's method for log G in log t, which rises everywhere and is convex for k above 0, concave below: after its first step it nears the root from
    /// one side, and a step back means that rounding is all that is left.
    /// </remarks>
    public static double Time(double shape, double tilt, double logTarget)
    {
        var logMonths = logTarget / shape;
        if (tilt == 0)
        {
            return PortableMath.Exp(logMonths);
        }

        if (tilt > 0)
        {
            // Right of the root, or close to it; the time without tilt may be beyond all numbers.
            logMonths = Math.Min(logMonths, PortableMath.Log((Math.Max(logTarget, 0) + 10) / tilt));
        }

        for (var i = 0; i < MaximumSteps; i++)
        {
            var (log, rise) = Integral(shape, tilt, logMonths);
            var step = (logTarget - log) / rise;
            if (i > 0 && (tilt > 0 ? step >= 0 : step <= 0))
            {
                break;
            }

            logMonths += step;
            if (Math.Abs(step) < 1e-8)
            {
                break;
            }
        }

        return PortableMath.Exp(logMonths);
    }

    /// <summary>log G and its derivative by log t.</summary>
    private static (double Log, double Rise) Integral(double shape, double tilt, double logMonths)
    {
        var x = tilt * PortableMath.Exp(logMonths);
        var weibull = shape * logMonths;
        var large = 40 + (8 * shape);
        if (x >= 0)
        {
            if (x > large)
            {
                var scaled = Asymptotic(shape, x);
                return (weibull + x + PortableMath.Log(scaled), shape / scaled);
            }

            var rising = Rising(shape, x);
            return (weibull + PortableMath.Log(rising), shape * PortableMath.Exp(x) / rising);
        }

        if (x < -large)
        {
            var whole = SpecialFunctions.LogGamma(shape + 1) - (shape * PortableMath.Log(-tilt));
            return (whole, shape * PortableMath.Exp(weibull + x - whole));
        }

        var falling = Falling(shape, -x);
        return (weibull + x + PortableMath.Log(falling), shape / falling);
    }

    /// <summary>M(rho, rho + 1, x) = sum of x^n / n! rho / (rho + n), x at least 0.</summary>
    private static double Rising(double shape, double x)
    {
        var term = 1.0;
        var sum = 1.0;
        for (var n = 1; ; n++)
        {
            term *= x / n;
            var part = term * (shape / (shape + n));
            sum += part;
            if (part < Negligible * sum)
            {
                return sum;
            }
        }
    }

    /// <summary>M(1, rho + 1, y) = sum of y^n / ((rho + 1) ... (rho + n)), y at least 0.</summary>
    private static double Falling(double shape, double y)
    {
        var term = 1.0;
        var sum = 1.0;
        for (var n = 1; ; n++)
        {
            term *= y / (shape + n);
            sum += term;
            if (term < Negligible * sum)
            {
                return sum;
            }
        }
    }

    /// <summary>e^(-x) M(rho, rho + 1, x) = rho / x sum of (1 - rho) ... (n - rho) / x^n, large x.</summary>
    private static double Asymptotic(double shape, double x)
    {
        var term = 1.0;
        var sum = 1.0;
        for (var n = 1; n < x && Math.Abs(term) > Negligible; n++)
        {
            term *= (n - shape) / x;
            sum += term;
        }

        return shape / x * sum;
    }
}
