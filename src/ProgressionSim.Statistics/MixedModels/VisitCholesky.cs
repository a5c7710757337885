namespace ProgressionSim.Statistics.MixedModels;

/// <summary>The bend of the covariance in its log-Cholesky parameters: Sigma = L L', row i of L being exp(d_i) times a row that ends in 1.</summary>
internal static class VisitCholesky
{
    /// <summary>sum over pairs of parameters of their covariance times tr(slope d2 Sigma).</summary>
    /// <param name="inverse">Inverse curvature in the elements of Sigma [element * Stride(elements) + element]; their covariance is twice that.</param>
    /// <param name="sigma">Covariance [visit * Stride + visit].</param>
    /// <param name="visits">K.</param>
    /// <param name="slope">A symmetric matrix [visit * Stride + visit].</param>
    /// <remarks>Allocates.</remarks>
    public static double Bend(ReadOnlySpan<double> inverse, ReadOnlySpan<double> sigma, int visits, ReadOnlySpan<double> slope)
    {
        int k = visits, s = VisitMatrix.Stride(k), t = k * (k + 1) / 2, st = VisitMatrix.Stride(t);
        var factor = Factor(sigma, k);

        // First derivatives of L by parameter, (a, b) below the diagonal and (a, a) for d_a; that of Sigma by parameter is dL L' + L dL'.
        var tangents = new double[t][];
        var jacobian = new double[t, t];
        for (int a = 0, e = 0; a < k; a++)
        {
            for (var b = 0; b <= a; b++, e++)
            {
                var d = tangents[e] = new double[k * k];
                if (a == b)
                {
                    Array.Copy(factor, a * k, d, a * k, k);
                }
                else
                {
                    d[(a * k) + b] = factor[(a * k) + a];
                }

                for (int i = 0, f = 0; i < k; i++)
                {
                    for (var j = 0; j <= i; j++, f++)
                    {
                        for (var l = 0; l < k; l++)
                        {
                            jacobian[f, e] += (d[(i * k) + l] * factor[(j * k) + l]) + (factor[(i * k) + l] * d[(j * k) + l]);
                        }
                    }
                }
            }
        }

        var full = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(t, t, (i, j) => 0);
        for (var i = 0; i < t; i++)
        {
            for (var j = 0; j < t; j++)
            {
                full[i, j] = 2 * inverse[(i * st) + j];
            }
        }

        var turn = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(jacobian).Inverse();
        var covariance = turn * full * turn.Transpose();
        double sum = 0;
        for (var e = 0; e < t; e++)
        {
            for (var f = 0; f < t; f++)
            {
                sum += covariance[e, f] * Second(e, f, tangents, factor, k, slope, s);
            }
        }

        return sum;
    }

    private static double[] Factor(ReadOnlySpan<double> sigma, int k)
    {
        var s = VisitMatrix.Stride(k);
        var factor = new double[k * k];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = sigma[(i * s) + j];
                for (var l = 0; l < j; l++)
                {
                    value -= factor[(i * k) + l] * factor[(j * k) + l];
                }

                factor[(i * k) + j] = i == j ? Math.Sqrt(value) : value / factor[(j * k) + j];
            }
        }

        return factor;
    }

    /// <summary>tr(slope d2 Sigma) for two parameters: d2 Sigma = dL_e dL_f' + dL_f dL_e' + d2L L' + L d2L'.</summary>
    private static double Second(int e, int f, double[][] tangents, double[] factor, int k, ReadOnlySpan<double> slope, int s)
    {
        // L is bent only by d_a with a parameter of the same row: the derivative by d_a of that row's derivative is itself.
        var (rowE, columnE) = Place(e);
        var (rowF, columnF) = Place(f);
        var bent = rowE == rowF && (columnE == rowE || columnF == rowF) ? (columnE == rowE ? tangents[f] : tangents[e]) : null;
        double sum = 0;
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                double value = 0;
                for (var l = 0; l < k; l++)
                {
                    value += tangents[e][(i * k) + l] * tangents[f][(j * k) + l];
                    value += bent is null ? 0 : bent[(i * k) + l] * factor[(j * k) + l];
                }

                sum += 2 * value * slope[(i * s) + j];
            }
        }

        return sum;
    }

    private static (int Row, int Column) Place(int element)
    {
        var row = 0;
        while ((row + 1) * (row + 2) / 2 <= element)
        {
            row++;
        }

        return (row, element - (row * (row + 1) / 2));
    }
}
