using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>Weights and learning rates of <see cref="CovarianceAdaptation"/> for a number of coordinates and candidates. Immutable.</summary>
/// <remarks>Hansen, The CMA evolution strategy: a tutorial (2016), arXiv:1604.00772, Table 1 and equations 49 to 58.</remarks>
internal sealed class SearchWeights
{
    private readonly double[] weights;

    /// <summary>Computes them.</summary>
    /// <param name="dimension">n, number of coordinates; at least 1.</param>
    /// <param name="candidates">Candidates of a generation; at least 4.</param>
    public SearchWeights(int dimension, int candidates)
    {
        double n = dimension;
        Parents = candidates / 2;
        double[] raw = [.. Enumerable.Range(1, candidates).Select(rank => PortableMath.Log((candidates + 1) / 2.0) - PortableMath.Log(rank))];
        EffectiveParents = Effective(raw[..Parents]);
        AxisPathRate = (4 + (EffectiveParents / n)) / (n + 4 + (2 * EffectiveParents / n));
        StepPathRate = (EffectiveParents + 2) / (n + EffectiveParents + 5);
        StepDamping = 1 + (2 * Math.Max(0, Math.Sqrt((EffectiveParents - 1) / (n + 1)) - 1)) + StepPathRate;
        RankOneRate = 2 / (((n + 1.3) * (n + 1.3)) + EffectiveParents);
        RankManyRate = Math.Min(1 - RankOneRate, 2 * (EffectiveParents - 2 + (1 / EffectiveParents)) / (((n + 2) * (n + 2)) + EffectiveParents));
        ExpectedLength = Math.Sqrt(n) * (1 - (1 / (4 * n)) + (1 / (21 * n * n)));

        var ofBad = Effective(raw[Parents..]);
        var share = Math.Min(
            1 + (RankOneRate / RankManyRate),
            Math.Min(1 + (2 * ofBad / (EffectiveParents + 2)), (1 - RankOneRate - RankManyRate) / (n * RankManyRate)));
        var good = raw.Sum(weight => Math.Max(0, weight));
        var bad = raw.Sum(weight => Math.Max(0, -weight));
        weights = [.. raw.Select(weight => weight >= 0 ? weight / good : share * weight / bad)];
        Sum = weights.Sum();
    }

    /// <summary>Number of candidates, the best ones, that the mean moves to.</summary>
    public int Parents { get; }

    /// <summary>Number of equally weighted parents that would average as well.</summary>
    public double EffectiveParents { get; }

    /// <summary>Share of the path of the covariance that each generation renews.</summary>
    public double AxisPathRate { get; }

    /// <summary>Share of the path of the step size that each generation renews.</summary>
    public double StepPathRate { get; }

    /// <summary>Damping of the step size; at least 1.</summary>
    public double StepDamping { get; }

    /// <summary>Share of the covariance that each generation takes from the path.</summary>
    public double RankOneRate { get; }

    /// <summary>Share of the covariance that each generation takes from its candidates.</summary>
    public double RankManyRate { get; }

    /// <summary>Expected length of a vector of n normal numbers.</summary>
    public double ExpectedLength { get; }

    /// <summary>Sum of all weights.</summary>
    public double Sum { get; }

    /// <summary>Weight of a candidate: positive and adding up to 1 for the better half, negative for the others.</summary>
    /// <param name="rank">Rank by loss, from 0 for the best.</param>
    public double Of(int rank) => weights[rank];

    private static double Effective(double[] some) => some.Sum() * some.Sum() / some.Sum(weight => weight * weight);
}
