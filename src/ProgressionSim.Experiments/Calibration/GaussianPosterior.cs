using MathNet.Numerics.LinearAlgebra;
using ProgressionSim.Experiments.Parameters;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>How sure fitted values are: a normal distribution around the best ones, in standard deviations of the beliefs.</summary>
/// <remarks>
/// The targets count as independent and normal, and predictions as linear near the best values: the precision is J' W J + I, with J the derivatives of the predictions, W
/// the precision of the targets with the Monte Carlo error of the predictions, and I that of the beliefs (Laplace approximation; Tierney and Kadane 1986,
/// doi:10.1080/01621459.1986.10478240).
/// </remarks>
internal sealed class GaussianPosterior
{
    private readonly Matrix<double> covariance;

    /// <summary>Computes it.</summary>
    /// <param name="jacobian">[target][parameter]: change of a prediction for one standard deviation of a belief.</param>
    /// <param name="variances">Variance of each target with that of its prediction.</param>
    public GaussianPosterior(IReadOnlyList<double[]> jacobian, IReadOnlyList<double> variances) => covariance = Precision(jacobian, variances).Cholesky().Solve(
        Matrix<double>.Build.DenseIdentity(jacobian[0].Length));

    /// <summary>Standard deviation of a parameter; 1 where the targets say nothing about it.</summary>
    /// <param name="parameter">Index of the parameter.</param>
    public double Sd(int parameter) => Math.Sqrt(covariance[parameter, parameter]);

    /// <summary>Correlations of every pair.</summary>
    public IReadOnlyList<ParameterCorrelation> Correlations() =>
    [
        .. from first in Enumerable.Range(0, covariance.RowCount)
           from second in Enumerable.Range(first + 1, covariance.RowCount - first - 1)
           select new ParameterCorrelation(first, second, covariance[first, second] / (Sd(first) * Sd(second))),
    ];

    /// <summary>Directions of length 1 whose standard deviation is at least so large, the largest first; the largest weight of each is positive.</summary>
    /// <param name="sd">Standard deviation, 0 to 1.</param>
    public IReadOnlyList<IReadOnlyList<double>> OpenDirections(double sd)
    {
        var eigen = ((covariance + covariance.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        return
        [
            .. Enumerable.Range(0, covariance.RowCount)
                .Where(i => Math.Sqrt(eigen.EigenValues[i].Real) >= sd)
                .OrderByDescending(i => eigen.EigenValues[i].Real)
                .Select(i =>
                {
                    var direction = eigen.EigenVectors.Column(i).ToArray();
                    var sign = Math.Sign(direction.MaxBy(Math.Abs));
                    return (IReadOnlyList<double>)Array.ConvertAll(direction, weight => sign * weight);
                }),
        ];
    }

    /// <summary>The step to the least loss if predictions were linear (Gauss and Newton).</summary>
    /// <param name="jacobian">Derivatives, as above.</param>
    /// <param name="variances">Variances, as above.</param>
    /// <param name="misses">Prediction minus target.</param>
    /// <param name="z">Where the derivatives were taken.</param>
    public static double[] Step(IReadOnlyList<double[]> jacobian, IReadOnlyList<double> variances, IReadOnlyList<double> misses, IReadOnlyList<double> z)
    {
        var gradient = Vector<double>.Build.Dense([.. z]);
        for (var target = 0; target < jacobian.Count; target++)
        {
            gradient += misses[target] / variances[target] * Vector<double>.Build.Dense(jacobian[target]);
        }

        return (-Precision(jacobian, variances).Cholesky().Solve(gradient)).ToArray();
    }

    private static Matrix<double> Precision(IReadOnlyList<double[]> jacobian, IReadOnlyList<double> variances)
    {
        var precision = Matrix<double>.Build.DenseIdentity(jacobian[0].Length);
        for (var target = 0; target < jacobian.Count; target++)
        {
            var row = Vector<double>.Build.Dense(jacobian[target]);
            precision += row.OuterProduct(row) / variances[target];
        }

        return precision;
    }
}
