using MathNet.Numerics.Integration;

namespace ProgressionSim.Statistics.JointModels;

/// <summary>Integral J(c) of rho w^(rho - 1) exp(c w) over w from 0 to 1: the cumulative Weibull hazard of a log hazard that is a line in time.</summary>
/// <remarks>w = z^(4/rho) turns it into 4 z^3 exp(c z^(4/rho)), which is smooth at 0 for the shapes of interest; Gauss-Legendre with 16 nodes in z.</remarks>
internal sealed class CumulativeHazardRule
{
    private const int Nodes = 16;
    private static readonly GaussLegendreRule Rule = new(0, 1, Nodes);
    private readonly double[] _weights = new double[Nodes];
    private readonly double[] _times = new double[Nodes];
    private readonly double[] _shapeTimes = new double[Nodes];

    public CumulativeHazardRule()
    {
        for (var k = 0; k < Nodes; k++)
        {
            var z = Rule.GetAbscissa(k);
            _weights[k] = 4 * z * z * z * Rule.GetWeight(k);
        }
    }

    /// <summary>Sets the shape.</summary>
    /// <param name="shape">rho; above 0.</param>
    public void Use(double shape)
    {
        for (var k = 0; k < Nodes; k++)
        {
            var log = Math.Log(Rule.GetAbscissa(k));
            _times[k] = Math.Exp(4 / shape * log);
            _shapeTimes[k] = -4 / (shape * shape) * log * _times[k];
        }
    }

    /// <summary>J, its first two derivatives to c, and its derivative to the shape over c.</summary>
    /// <param name="c">Change of the log hazard over the whole time.</param>
    public (double Value, double First, double Second, double ShapeOverC) At(double c)
    {
        double value = 0, first = 0, second = 0, shape = 0;
        for (var k = 0; k < Nodes; k++)
        {
            var w = _times[k];
            var term = _weights[k] * Math.Exp(c * w);
            value += term;
            first += term * w;
            second += term * w * w;
            shape += term * _shapeTimes[k];
        }

        return (value, first, second, shape);
    }
}
