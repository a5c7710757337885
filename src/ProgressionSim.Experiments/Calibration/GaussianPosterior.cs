namespace ProgressionSim.Experiments.Calibration;

/// <summary>What is believed about the parameters given the targets, as a normal distribution in z. Immutable.</summary>
/// <remarks>
/// Covariance (J'WJ + I)^-1: J are the derivatives of the targets' predictions by z, W holds one over the variance of each target, and I stands for the beliefs
/// beforehand, whose standard deviation is 1 in every z. Exact where predictions are linear in z and targets normal and independent; otherwise the Laplace
/// approximation without second derivatives of the predictions (Tierney and Kadane, J. Am. Stat. Assoc. 81:82-86 (1986), doi:10.1080/01621459.1986.10478240).
/// </remarks>
internal sealed class GaussianPosterior
{
    private readonly SymmetricEigen eigen;
    private readonly double[][] covariance;

    /// <summary>Computes it.</summary>
    /// <param name="jacobian">Derivatives: [target][parameter].</param>
    /// <param name="precisions">One over the variance of each target: published and Monte Carlo together; 0 for a target that says nothing.</param>
    /// <param name="parameters">Number of parameters.</param>
    public GaussianPosterior(double[][] jacobian, double[] precisions, int parameters)
    {
        eigen = SymmetricEigen.Of(Information(jacobian, precisions, parameters));
        covariance = eigen.With(value => 1 / value);
    }

    /// <summary>Standard deviation of a parameter: the share of that of the belief beforehand, 0 to 1.</summary>
    /// <param name="parameter">Parameter.</param>
    public double Sd(int parameter) => Math.Sqrt(covariance[parameter][parameter]);

    /// <summary>Covariance of two parameters.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    public double Covariance(int first, int second) => covariance[first][second];

    /// <summary>Correlation of two parameters.</summary>
    /// <param name="first">One.</param>
    /// <param name="second">The other.</param>
    public double Correlation(int first, int second) => Math.Clamp(covariance[first][second] / (Sd(first) * Sd(second)), -1, 1);

    /// <summary>Directions whose spread is at least some share of that of the beliefs, widest first; of length 1, the largest weight positive.</summary>
    /// <param name="share">The share; more than 0.</param>
    public IReadOnlyList<double[]> OpenDirections(double share)
    {
        // The largest of eigenvalues that should be 1 is 1 to rounding.
        const double rounding = 1e-12;
        double[] spreads = [.. eigen.Values.ToArray().Select(value => 1 / Math.Sqrt(value))];
        var open = Enumerable.Range(0, spreads.Length).Where(k => spreads[k] >= share - rounding);
        return [.. open.OrderByDescending(k => spreads[k]).Select(k => Signed(eigen.Vector(k)))];
    }

    /// <summary>J'WJ + I.</summary>
    /// <param name="jacobian">Derivatives: [target][parameter].</param>
    /// <param name="precisions">One over the variance of each target.</param>
    /// <param name="parameters">Number of parameters.</param>
    public static double[][] Information(double[][] jacobian, double[] precisions, int parameters)
    {
        var information = new double[parameters][];
        for (var i = 0; i < parameters; i++)
        {
            information[i] = new double[parameters];
            for (var j = 0; j < parameters; j++)
            {
                var sum = i == j ? 1.0 : 0.0;
                for (var target = 0; target < jacobian.Length; target++)
                {
                    sum += precisions[target] * (jacobian[target][i] * jacobian[target][j]);
                }

                information[i][j] = sum;
            }
        }

        return information;
    }

    private static double[] Signed(double[] direction)
    {
        var largest = direction.MaxBy(Math.Abs);
        return largest < 0 ? [.. direction.Select(weight => -weight)] : direction;
    }
}
