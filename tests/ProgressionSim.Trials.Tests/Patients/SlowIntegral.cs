namespace ProgressionSim.Trials.Tests.Patients;

/// <summary>
/// Oracle: integrals by the double exponential rule of Takahasi and Mori (1974), which bears singularities at both ends. Slow, and good to about 1e-14 for what is
/// integrated here.
/// </summary>
internal static class SlowIntegral
{
    private const double Step = 1.0 / 128;
    private const int Points = 128 * 4;

    /// <summary>Integral of a function from one point to another.</summary>
    public static double Of(Func<double, double> function, double from, double to)
    {
        var sum = 0.0;
        for (var i = -Points; i <= Points; i++)
        {
            var s = i * Step;
            var inner = Math.PI * Math.Sinh(s);

            // Share of the way, and its derivative; near the begin the share keeps all its digits.
            var share = 1 / (1 + Math.Exp(-inner));
            var rest = 1 / (1 + Math.Exp(inner));
            var weight = Math.PI * Math.Cosh(s) * share * rest;
            var at = from + ((to - from) * share);
            if (weight > 0 && at > 0)
            {
                sum += weight * function(at);
            }
        }

        return sum * Step * (to - from);
    }

    /// <summary>Cumulative hazard rho u^(rho - 1) exp(log hazard at u) from one time to another.</summary>
    public static double Hazard(double shape, Func<double, double> logHazard, double from, double to) =>
        Of(u => shape * Math.Pow(u, shape - 1) * Math.Exp(logHazard(u)), from, to);
}
