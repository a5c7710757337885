using MathNet.Numerics.Integration;

namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>How many events of a Weibull hazard a trial sees in which every patient is followed for the same time.</summary>
public static class WeibullEvents
{
    private const int Nodes = 64;

    /// <summary>Chance that an event comes before dropout and before the end: the integral of hazard times survival times staying.</summary>
    /// <param name="scale">Cumulative hazard at time 1, above 0; the hazard is scale * shape * t^(shape - 1).</param>
    /// <param name="shape">Above 0; 1 for a constant hazard.</param>
    /// <param name="dropoutHazard">Hazard of leaving, per unit of time; at least 0.</param>
    /// <param name="followUp">Time every patient is followed, above 0.</param>
    /// <returns>0 to 1.</returns>
    public static double Probability(double scale, double shape, double dropoutHazard, double followUp)
    {
        // In u = t^shape the density has no pole at 0 whatever the shape, and with u = last v^4 no kink there either.
        var last = Math.Pow(followUp, shape);
        double Density(double v)
        {
            var u = last * v * v * v * v;
            return 4 * last * v * v * v * scale * Math.Exp((-scale * u) - (dropoutHazard * Math.Pow(u, 1 / shape)));
        }

        return GaussLegendreRule.Integrate(Density, 0, 1, Nodes);
    }
}
