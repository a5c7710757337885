namespace ProgressionSim.Engine.Sampling;

/// <summary>Gives independent uniforms the correlations of a normal distribution, and leaves each uniform on its own.</summary>
/// <remarks>
/// Each uniform becomes a normal quantile, the quantiles are multiplied by the lower Cholesky factor of the correlation
/// matrix in index order, and go back through the normal distribution. The correlations are those of the normal
/// quantiles; Spearman's is (6/pi) asin(r/2). Quantities without correlation, and the first of a correlated set, keep
/// their uniforms bit for bit, so a new correlation changes no other draw. Immutable, so thread-safe.
/// </remarks>
public sealed class GaussianCopula
{
    /// <summary>Largest number of quantities.</summary>
    public const int MaximumDimension = 256;

    private const double SmallestPivot = 1e-10;
    private const double SmallestUniform = 2.2250738585072014e-308;
    private const double LargestUniform = 1.0 - 1.1102230246251565E-16;

    private readonly double[] factor;
    private readonly bool[] changes;
    private readonly bool[] contributes;

    /// <summary>Sets the correlations.</summary>
    /// <param name="dimension">Number of quantities; 1 to <see cref="MaximumDimension"/>.</param>
    /// <param name="correlations">
    /// Pairs of different indices (0 to <paramref name="dimension"/> - 1) with the correlation of their normal quantiles, strictly
    /// between -1 and 1; each pair at most once, in either order; pairs not listed have 0.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="correlations"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The dimension, an index or a correlation is outside its range.</exception>
    /// <exception cref="ArgumentException">A pair is listed twice, or the correlations are not positive definite.</exception>
    public GaussianCopula(int dimension, IEnumerable<(int First, int Second, double Correlation)> correlations)
    {
        factor = Matrix(dimension, correlations);
        int failed = Cholesky(factor, dimension);
        if (failed >= 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The correlations are not positive definite: quantity {failed} cannot have its correlations with quantities before it all at once. Make some of them weaker."),
                nameof(correlations));
        }

        Dimension = dimension;
        changes = new bool[dimension];
        contributes = new bool[dimension];
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (factor[(i * dimension) + j] != 0.0)
                {
                    changes[i] = contributes[i] = contributes[j] = true;
                }
            }
        }
    }

    /// <summary>Number of quantities; at least 1.</summary>
    public int Dimension { get; }

    /// <summary>Whether some set of quantities can have these correlations without one being fixed by the others.</summary>
    /// <param name="dimension">As in the constructor.</param>
    /// <param name="correlations">As in the constructor.</param>
    /// <returns>True if a <see cref="GaussianCopula"/> can be made of them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="correlations"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The dimension, an index or a correlation is outside its range.</exception>
    /// <exception cref="ArgumentException">A pair is listed twice.</exception>
    public static bool IsPositiveDefinite(int dimension, IEnumerable<(int First, int Second, double Correlation)> correlations) =>
        Cholesky(Matrix(dimension, correlations), dimension) < 0;

    /// <summary>Replaces independent uniforms by correlated ones.</summary>
    /// <param name="uniforms">One per quantity, in index order; each more than 0 and less than 1, and so afterwards.</param>
    /// <exception cref="ArgumentException">The number of uniforms is not <see cref="Dimension"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A uniform of a correlated quantity is outside its range.</exception>
    public void Correlate(Span<double> uniforms)
    {
        if (uniforms.Length != Dimension)
        {
            throw new ArgumentException("There must be one uniform per quantity.", nameof(uniforms));
        }

        Span<double> normals = stackalloc double[Dimension];
        for (int i = 0; i < normals.Length; i++)
        {
            normals[i] = contributes[i] ? StandardNormal.Quantile(ParameterRange.OpenUnit(uniforms[i], nameof(uniforms))) : 0.0;
        }

        for (int i = 0; i < normals.Length; i++)
        {
            if (!changes[i])
            {
                continue;
            }

            double sum = 0.0;
            ReadOnlySpan<double> row = factor.AsSpan(i * Dimension, i + 1);
            for (int j = 0; j < row.Length; j++)
            {
                sum = Math.FusedMultiplyAdd(row[j], normals[j], sum);
            }

            uniforms[i] = Math.Clamp(StandardNormal.Cdf(sum), SmallestUniform, LargestUniform);
        }
    }

    private static double[] Matrix(int dimension, IEnumerable<(int First, int Second, double Correlation)> correlations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimension, MaximumDimension);
        ArgumentNullException.ThrowIfNull(correlations);
        double[] matrix = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++)
        {
            matrix[(i * dimension) + i] = 1.0;
        }

        var seen = new HashSet<(int, int)>();
        foreach ((int first, int second, double correlation) in correlations)
        {
            int low = Math.Min(first, second);
            int high = Math.Max(first, second);
            if (low < 0 || high >= dimension || low == high)
            {
                throw new ArgumentOutOfRangeException(nameof(correlations), (first, second), "A pair must be two different indices below the dimension.");
            }

            if (!(Math.Abs(correlation) < 1.0))
            {
                throw new ArgumentOutOfRangeException(nameof(correlations), correlation, "A correlation must be more than -1 and less than 1.");
            }

            if (!seen.Add((low, high)))
            {
                throw new ArgumentException(FormattableString.Invariant($"The pair ({low}, {high}) is listed twice."), nameof(correlations));
            }

            matrix[(high * dimension) + low] = correlation;
        }

        return matrix;
    }

    // Replaces the lower triangle by its factor; returns the first row that fails, or -1.
    private static int Cholesky(double[] matrix, int dimension)
    {
        for (int i = 0; i < dimension; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double value = matrix[(i * dimension) + j];
                for (int k = 0; k < j; k++)
                {
                    value = Math.FusedMultiplyAdd(-matrix[(i * dimension) + k], matrix[(j * dimension) + k], value);
                }

                if (j < i)
                {
                    matrix[(i * dimension) + j] = value / matrix[(j * dimension) + j];
                }
                else if (!(value > SmallestPivot))
                {
                    return i;
                }
                else
                {
                    matrix[(i * dimension) + i] = Math.Sqrt(value);
                }
            }
        }

        return -1;
    }
}
