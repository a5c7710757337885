using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>Tails of the central and noncentral t distribution.</summary>
internal static class NoncentralT
{
    private const int Panels = 6;
    private static readonly GaussLegendreRule Rule = new(-1, 1, 32);

    /// <summary>The t that a central variable exceeds with a given probability.</summary>
    /// <param name="upperTail">Between 0 and 0.5, both excluded.</param>
    /// <param name="degrees">Degrees of freedom; above 0.</param>
    /// <returns>Above 0.</returns>
    public static double Quantile(double upperTail, double degrees) =>
        BracketedRoot.FindAbove(t => StudentT.CDF(0, 1, degrees, -t) - upperTail, 0, 2 * NormalPower.Z(upperTail));

    /// <summary>P(T > t) for T = (Z + noncentrality)/S with S^2 chi-square over its degrees of freedom.</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degrees">Degrees of freedom; at least 1.</param>
    /// <param name="noncentrality">Any number.</param>
    /// <returns>0 to 1, to about 1e-13.</returns>
    /// <remarks>Averages Phi(noncentrality - t S) over S by Gauss-Legendre; S lies within 10 standard deviations (about 1/sqrt(2 degrees) each) of 1.</remarks>
    public static double Above(double t, double degrees, double noncentrality)
    {
        var reach = 10 / Math.Sqrt(degrees);
        double low = Math.Max(0, 1 - reach), half = (1 + reach - low) / (2 * Panels), mass = 0, sum = 0;
        for (var panel = 0; panel < Panels; panel++)
        {
            var center = low + (half * ((2 * panel) + 1));
            for (var i = 0; i < Rule.Order; i++)
            {
                // The density needs no constant: it is divided by its own integral.
                var s = center + (half * Rule.GetAbscissa(i));
                var weight = Rule.GetWeight(i) * Math.Exp(((degrees - 1) * Math.Log(s)) - (degrees * ((s * s) - 1) / 2));
                mass += weight;
                sum += weight * Normal.CDF(0, 1, noncentrality - (t * s));
            }
        }

        return sum / mass;
    }
}
