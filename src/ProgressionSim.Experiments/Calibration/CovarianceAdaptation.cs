using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>Looks for the least loss by the covariance matrix adaptation evolution strategy (CMA-ES).</summary>
/// <remarks>
/// Hansen, The CMA evolution strategy: a tutorial (2016), arXiv:1604.00772: weighted recombination, cumulative step-size adaptation, rank-one and rank-mu updates
/// with negative weights for the worse half, and the settings of its Table 1. It sees only the order of losses, so kinks and units of the loss do not mislead it.
/// The candidates of a generation are a function of the seed and of the losses told so far: the same bits on every platform. Not safe to use from several threads.
/// </remarks>
internal sealed class CovarianceAdaptation
{
    private readonly RandomStream stream;
    private readonly SearchWeights weights;
    private readonly double[] mean;
    private readonly double[] stepPath;
    private readonly double[] axisPath;
    private readonly double[][] covariance;
    private readonly double[][] normals;
    private SymmetricEigen eigen;
    private double stepPathMemory = 1;

    /// <summary>Starts at 0 in all coordinates.</summary>
    /// <param name="dimension">Number of coordinates; at least 1.</param>
    /// <param name="candidates">Candidates of a generation; at least 4.</param>
    /// <param name="stepSize">Standard deviation of the first candidates; more than 0.</param>
    /// <param name="seed">Seed of the run.</param>
    public CovarianceAdaptation(int dimension, int candidates, double stepSize, uint seed)
    {
        stream = new RandomStream(seed, StreamPurpose.Calibration);
        weights = new SearchWeights(dimension, candidates);
        StepSize = stepSize;
        mean = new double[dimension];
        stepPath = new double[dimension];
        axisPath = new double[dimension];
        covariance = [.. Enumerable.Range(0, dimension).Select(i => (double[])[.. Enumerable.Range(0, dimension).Select(j => i == j ? 1.0 : 0.0)])];
        eigen = SymmetricEigen.Of(covariance);
        normals = [.. Enumerable.Range(0, candidates).Select(_ => new double[dimension])];
    }

    /// <summary>Generations told.</summary>
    public int Generation { get; private set; }

    /// <summary>Step size: the standard deviation of candidates where the covariance is 1.</summary>
    public double StepSize { get; private set; }

    /// <summary>Centre of the next candidates.</summary>
    public ReadOnlySpan<double> Mean => mean;

    /// <summary>Largest standard deviation of the next candidates in any direction.</summary>
    public double LargestSpread => StepSize * Math.Sqrt(LargestValue());

    /// <summary>The candidates of the next generation; the same until losses are told.</summary>
    public double[][] Candidates()
    {
        var candidates = new double[normals.Length][];
        for (var k = 0; k < candidates.Length; k++)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                normals[k][i] = StandardNormal.Quantile(Philox.Block(stream, (uint)Generation, (uint)i, (uint)k).Uniform);
            }

            var step = Step(normals[k]);
            candidates[k] = [.. mean.Select((centre, i) => centre + (StepSize * step[i]))];
        }

        return candidates;
    }

    /// <summary>Learns the losses of the candidates and goes on to the next generation.</summary>
    /// <param name="losses">Losses, in the order of the candidates; no NaN.</param>
    public void Tell(ReadOnlySpan<double> losses)
    {
        if (losses.Length != normals.Length)
        {
            throw new ArgumentException($"There are {normals.Length} candidates; there are {losses.Length} losses.", nameof(losses));
        }

        double[] told = [.. losses];
        int[] order = [.. Enumerable.Range(0, told.Length).OrderBy(k => told[k])];
        var size = mean.Length;

        // The mean in two coordinates: as it moves, and as it moves where the covariance is 1.
        var white = new double[size];
        foreach (var (rank, k) in order.Take(weights.Parents).Index())
        {
            for (var i = 0; i < size; i++)
            {
                white[i] += weights.Of(rank) * normals[k][i];
            }
        }

        var moved = Step(white);
        var turned = Turned(white);
        var fresh = Math.Sqrt(weights.StepPathRate * (2 - weights.StepPathRate) * weights.EffectiveParents);
        var length = 0.0;
        for (var i = 0; i < size; i++)
        {
            mean[i] += StepSize * moved[i];
            stepPath[i] = ((1 - weights.StepPathRate) * stepPath[i]) + (fresh * turned[i]);
            length += stepPath[i] * stepPath[i];
        }

        length = Math.Sqrt(length);
        stepPathMemory *= (1 - weights.StepPathRate) * (1 - weights.StepPathRate);

        // A step path that is long because the step size is still growing must not stretch the covariance.
        var isHeld = length / Math.Sqrt(1 - stepPathMemory) >= (1.4 + (2.0 / (size + 1))) * weights.ExpectedLength;
        UpdateCovariance(order, moved, isHeld);
        StepSize *= PortableMath.Exp(weights.StepPathRate / weights.StepDamping * ((length / weights.ExpectedLength) - 1));
        Generation++;
    }

    private void UpdateCovariance(int[] order, double[] moved, bool isHeld)
    {
        var size = mean.Length;
        var (one, many, path) = (weights.RankOneRate, weights.RankManyRate, weights.AxisPathRate);
        var fresh = isHeld ? 0 : Math.Sqrt(path * (2 - path) * weights.EffectiveParents);
        for (var i = 0; i < size; i++)
        {
            axisPath[i] = ((1 - path) * axisPath[i]) + (fresh * moved[i]);
        }

        double[][] steps = [.. normals.Select(Step)];
        var factors = new double[order.Length];
        for (var rank = 0; rank < factors.Length; rank++)
        {
            // A bad candidate far out would make the covariance negative, so all bad ones count as if they were of average length.
            var weight = weights.Of(rank);
            factors[rank] = many * (weight >= 0 ? weight : weight * size / normals[order[rank]].Sum(x => x * x));
        }

        var kept = 1 + (isHeld ? one * path * (2 - path) : 0) - one - (many * weights.Sum);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = (kept * covariance[i][j]) + (one * axisPath[i] * axisPath[j]);
                for (var rank = 0; rank < factors.Length; rank++)
                {
                    value += factors[rank] * steps[order[rank]][i] * steps[order[rank]][j];
                }

                covariance[i][j] = covariance[j][i] = value;
            }
        }

        eigen = SymmetricEigen.Of(covariance);
    }

    /// <summary>Coordinates along the axes of the covariance, stretched and turned into a step: B D x.</summary>
    private double[] Step(double[] white) => Combined(white, isStretched: true);

    /// <summary>The same without the stretching, B x: what C^(-1/2) makes of the step.</summary>
    private double[] Turned(double[] white) => Combined(white, isStretched: false);

    private double[] Combined(double[] white, bool isStretched)
    {
        var sum = new double[white.Length];
        for (var k = 0; k < white.Length; k++)
        {
            var factor = white[k] * (isStretched ? Math.Sqrt(Math.Max(0, eigen.Values[k])) : 1);
            for (var i = 0; i < sum.Length; i++)
            {
                sum[i] += factor * eigen.Entry(i, k);
            }
        }

        return sum;
    }

    private double LargestValue()
    {
        var largest = 0.0;
        foreach (var value in eigen.Values)
        {
            largest = Math.Max(largest, value);
        }

        return largest;
    }
}
