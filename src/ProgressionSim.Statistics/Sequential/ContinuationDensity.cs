using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;

namespace ProgressionSim.Statistics.Sequential;

/// <summary>Density of the z statistic of a trial that has not stopped, carried from look to look.</summary>
/// <remarks>
/// With information I_k and drift theta, E Z_k = theta sqrt(I_k), and B_k = Z_k sqrt(I_k) has independent increments N(theta dI, dI).
/// The density on the continuation region is integrated by Gauss-Legendre panels of 32 nodes, each at most 4 standard deviations of the narrowest
/// kernel wide, cut 9 standard deviations away from the mean (1e-19 of the mass).
/// Source: Armitage, McPherson and Rowe, J R Stat Soc A 132:235-244 (1969); Jennison and Turnbull, Group Sequential Methods (2000), chapter 19.
/// </remarks>
internal sealed class ContinuationDensity
{
    private const int Nodes = 32;
    private const int MaximumPanels = 64;
    private const double Reach = 9;
    private static readonly GaussLegendreRule Rule = new(-1, 1, Nodes);
    private readonly double[] _information;
    private readonly double _drift;
    private double[] _nodes = [];
    private double[] _weighted = [];
    private int _look;

    public ContinuationDensity(ReadOnlySpan<double> information, double drift)
    {
        _information = information.ToArray();
        _drift = drift;
    }

    /// <summary>Probability that the trial reaches the present look and Z is at or above a bound there.</summary>
    public double Above(double bound) => Tail(bound, -1);

    /// <summary>Probability that the trial reaches the present look and Z is at or below a bound there.</summary>
    public double Below(double bound) => Tail(bound, 1);

    /// <summary>Goes on to the next look when Z lies between two bounds at the present one.</summary>
    /// <param name="lower">Lower end of the continuation region, may be minus infinity.</param>
    /// <param name="upper">Upper end, may be infinity; a region that is empty leaves no trial.</param>
    public void Continue(double lower, double upper)
    {
        var information = _information[_look];
        var mean = _drift * Math.Sqrt(information);
        var step = _look + 1 < _information.Length ? _information[_look + 1] - information : information;
        double low = Math.Max(lower, mean - Reach), high = Math.Min(upper, mean + Reach);
        double[] nodes = [], weighted = [];
        if (high > low)
        {
            // A node's mass is spread by the next step over sqrt(step/information) in units of the present Z.
            var scale = 4 * Math.Min(1, Math.Sqrt(step / information));
            var panels = Math.Clamp((int)Math.Ceiling((high - low) / scale), 1, MaximumPanels);
            nodes = new double[panels * Nodes];
            weighted = new double[panels * Nodes];
            var half = (high - low) / (2 * panels);
            for (var i = 0; i < nodes.Length; i++)
            {
                var center = low + (half * ((2 * (i / Nodes)) + 1));
                nodes[i] = center + (half * Rule.GetAbscissa(i % Nodes));
                weighted[i] = half * Rule.GetWeight(i % Nodes) * Density(nodes[i]);
            }
        }

        _nodes = nodes;
        _weighted = weighted;
        _look++;
    }

    private double Density(double z)
    {
        var information = _information[_look];
        if (_look == 0)
        {
            return Normal.PDF(0, 1, z - (_drift * Math.Sqrt(information)));
        }

        var before = _information[_look - 1];
        var step = information - before;
        double deviation = Math.Sqrt(step), root = Math.Sqrt(before), sum = 0;
        var target = (z * Math.Sqrt(information)) - (_drift * step);
        for (var i = 0; i < _nodes.Length; i++)
        {
            var u = (target - (_nodes[i] * root)) / deviation;
            sum += _weighted[i] * Math.Exp(-0.5 * u * u);
        }

        return sum * Math.Sqrt(information / step) / Math.Sqrt(2 * Math.PI);
    }

    private double Tail(double bound, double sign)
    {
        if (double.IsInfinity(bound))
        {
            return Math.Sign(bound) == Math.Sign(sign) ? _weighted.Sum() + (_look == 0 ? 1 : 0) : 0;
        }

        var information = _information[_look];
        if (_look == 0)
        {
            return Normal.CDF(0, 1, sign * (bound - (_drift * Math.Sqrt(information))));
        }

        var before = _information[_look - 1];
        var step = information - before;
        double deviation = Math.Sqrt(step), root = Math.Sqrt(before), sum = 0;
        var target = (bound * Math.Sqrt(information)) - (_drift * step);
        for (var i = 0; i < _nodes.Length; i++)
        {
            sum += _weighted[i] * Normal.CDF(0, 1, sign * (target - (_nodes[i] * root)) / deviation);
        }

        return sum;
    }
}
