using System.Collections.Immutable;
using ProgressionSim.Statistics;

namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>Elementary effects of all parameters on one output.</summary>
/// <remarks>
/// Source: Morris, Technometrics 33:161-174 (1991), doi:10.1080/00401706.1991.10484804; mu* is that of Campolongo, Cariboni and Saltelli,
/// Environ. Model. Softw. 22:1509-1518 (2007), doi:10.1016/j.envsoft.2006.10.004. A parameter has one effect a path, and paths are independent, so
/// the interval of mu* is that of a mean of r values by Student's t with r - 1 degrees of freedom; with few and skewed effects it is approximate.
/// </remarks>
public sealed record MorrisEffects
{
    private MorrisEffects(FitStatus status, ImmutableArray<MorrisEffect> effects)
    {
        Status = status;
        Effects = effects;
    }

    /// <summary>Not estimable when an output is not finite. An output that does not vary has effects of 0.</summary>
    public FitStatus Status { get; }

    /// <summary>Effects of each parameter; empty when not estimable.</summary>
    public ImmutableArray<MorrisEffect> Effects { get; }

    /// <summary>Estimates the effects on one output.</summary>
    /// <param name="design">The design.</param>
    /// <param name="outputs">Output at each of its rows.</param>
    /// <exception cref="ArgumentException">The number of outputs is not that of the rows.</exception>
    public static MorrisEffects Estimate(MorrisDesign design, ReadOnlySpan<double> outputs)
    {
        Outputs.Check(outputs, design.Rows);
        if (!Outputs.AreFinite(outputs))
        {
            return new(FitStatus.NotEstimable, []);
        }

        var effects = new MorrisEffect[design.Parameters];
        var ofPaths = new double[design.Trajectories];
        for (var parameter = 0; parameter < effects.Length; parameter++)
        {
            for (var path = 0; path < ofPaths.Length; path++)
            {
                var row = (path * design.RowsPerTrajectory) + design.PlaceOf(path, parameter);
                ofPaths[path] = (outputs[row + 1] - outputs[row]) / design.SignedStep(path, parameter);
            }

            effects[parameter] = Effect(ofPaths);
        }

        return new(FitStatus.Estimated, [.. effects]);
    }

    private static MorrisEffect Effect(double[] ofPaths)
    {
        var (mu, sigma) = Moments(ofPaths);
        var (muStar, spread) = Moments([.. ofPaths.Select(Math.Abs)]);
        var halfWidth = StudentQuantile.UpperTail(0.025, ofPaths.Length - 1) * spread / Math.Sqrt(ofPaths.Length);
        return new(mu, muStar, Math.Max(muStar - halfWidth, 0), muStar + halfWidth, sigma);
    }

    private static (double Mean, double Deviation) Moments(double[] values)
    {
        // Differences from the first value keep equal values equal: their deviation is 0, not rounding.
        var origin = values[0];
        var mean = origin + values.Average(value => value - origin);
        return (mean, Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1)));
    }
}
