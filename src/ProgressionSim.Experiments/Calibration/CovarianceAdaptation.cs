using MathNet.Numerics.LinearAlgebra;
using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>Searches for the least loss by adapting the covariance of normally distributed candidates (CMA-ES), without derivatives.</summary>
/// <remarks>
/// Hansen 2016, arXiv:1604.00772: weighted recombination of the better half, cumulative step-size adaptation, rank-one and rank-mu updates. Candidates come from a keyed
/// stream, so a search depends on its seed alone, and each candidate can be computed by itself.
/// </remarks>
internal sealed class CovarianceAdaptation
{
    private const double SmallestEigenvalue = 1e-14;

    // Expected length of a normal vector, by its dimension.
    private const double LengthFirst = 4;
    private const double LengthSecond = 21;

    private readonly int dimension;
    private readonly int candidates;
    private readonly RandomStream stream;
    private readonly double[] weights;
    private readonly double effective;
    private readonly double expectedLength;
    private Vector<double> center;
    private Matrix<double> covariance;
    private Vector<double> stepPath;
    private Vector<double> covariancePath;
    private Matrix<double> axes;
    private Vector<double> lengths;

    /// <summary>Begins a search at 0.</summary>
    /// <param name="dimension">Number of coordinates, at least 1.</param>
    /// <param name="candidates">Candidates of a generation, at least 4.</param>
    /// <param name="stepSize">Standard deviation of the first candidates in each coordinate.</param>
    /// <param name="seed">Seed.</param>
    public CovarianceAdaptation(int dimension, int candidates, double stepSize, uint seed)
    {
        (this.dimension, this.candidates, StepSize) = (dimension, candidates, stepSize);
        stream = new RandomStream(seed, StreamPurpose.Calibration);
        weights = Weights(candidates / 2);
        effective = 1 / weights.Sum(weight => weight * weight);
        expectedLength = Math.Sqrt(dimension) * (1 - (1 / (LengthFirst * dimension)) + (1 / (LengthSecond * dimension * dimension)));
        center = Vector<double>.Build.Dense(dimension);
        covariance = Matrix<double>.Build.DenseIdentity(dimension);
        (stepPath, covariancePath) = (Vector<double>.Build.Dense(dimension), Vector<double>.Build.Dense(dimension));
        (axes, lengths) = (covariance.Clone(), Vector<double>.Build.Dense(dimension, 1));
    }

    /// <summary>Generations so far.</summary>
    public int Generation { get; private set; }

    /// <summary>Overall standard deviation of candidates.</summary>
    public double StepSize { get; private set; }

    /// <summary>Standard deviation of candidates along their longest axis.</summary>
    public double LargestSpread => StepSize * lengths.Maximum();

    /// <summary>Where the search stands.</summary>
    public double[] Center => center.ToArray();

    /// <summary>The candidates of the next generation.</summary>
    public double[][] Ask() => [.. Enumerable.Range(0, candidates).Select(candidate => (center + (StepSize * Deviation(candidate))).ToArray())];

    /// <summary>Moves the search by the losses of the candidates asked for.</summary>
    /// <param name="losses">Loss of each, finite.</param>
    public void Tell(IReadOnlyList<double> losses)
    {
        var order = Enumerable.Range(0, candidates).OrderBy(candidate => losses[candidate]).ThenBy(candidate => candidate).Take(weights.Length).ToArray();
        var better = Array.ConvertAll(order, Deviation);
        var step = Vector<double>.Build.Dense(dimension);
        for (var i = 0; i < weights.Length; i++)
        {
            step += weights[i] * better[i];
        }

        center += StepSize * step;
        var n = (double)dimension;
        var stepRate = (effective + 2) / (n + effective + 5);
        var pathRate = (4 + (effective / n)) / (n + 4 + (2 * effective / n));
        var rankOne = 2 / (((n + 1.3) * (n + 1.3)) + effective);
        var rankMany = Math.Min(1 - rankOne, 2 * (effective - 2 + (1 / effective)) / (((n + 2) * (n + 2)) + effective));
        var damping = 1 + (2 * Math.Max(0, Math.Sqrt((effective - 1) / (n + 1)) - 1)) + stepRate;

        var whitened = axes * (axes.TransposeThisAndMultiply(step).PointwiseDivide(lengths));
        stepPath = ((1 - stepRate) * stepPath) + (Math.Sqrt(stepRate * (2 - stepRate) * effective) * whitened);
        Generation++;
        var length = stepPath.L2Norm();
        var isSteady = length / Math.Sqrt(1 - PortableMath.Pow(1 - stepRate, 2 * Generation)) < (1.4 + (2 / (n + 1))) * expectedLength;
        covariancePath = ((1 - pathRate) * covariancePath) + ((isSteady ? Math.Sqrt(pathRate * (2 - pathRate) * effective) : 0) * step);
        covariance = ((1 - rankOne - rankMany) * covariance) + (rankOne * covariancePath.OuterProduct(covariancePath));
        for (var i = 0; i < weights.Length; i++)
        {
            covariance += rankMany * weights[i] * better[i].OuterProduct(better[i]);
        }

        StepSize *= PortableMath.Exp(stepRate / damping * ((length / expectedLength) - 1));
        var eigen = ((covariance + covariance.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        axes = eigen.EigenVectors;
        lengths = Vector<double>.Build.Dense(dimension, i => Math.Sqrt(Math.Max(SmallestEigenvalue, eigen.EigenValues[i].Real)));
    }

    private static double[] Weights(int number)
    {
        var raw = Enumerable.Range(1, number).Select(rank => PortableMath.Log(number + 0.5) - PortableMath.Log(rank)).ToArray();
        var sum = raw.Sum();
        return Array.ConvertAll(raw, weight => weight / sum);
    }

    /// <summary>A candidate's distance from the centre in units of the step size.</summary>
    private Vector<double> Deviation(int candidate) => axes * Vector<double>.Build.Dense(
        dimension, i => lengths[i] * StandardNormal.Quantile(Philox.Block(stream, (uint)Generation, (uint)candidate, (uint)i).Uniform));
}
