namespace ProgressionSim.Statistics.JointModels;

/// <summary>Cholesky factor of a small symmetric matrix, in place.</summary>
internal static class SymmetricSystem
{
    /// <summary>Replaces the lower triangle by the factor.</summary>
    /// <param name="matrix">[row * n + column].</param>
    /// <param name="n">Rows.</param>
    /// <returns>Whether the matrix is positive definite beyond rounding.</returns>
    public static bool Factor(Span<double> matrix, int n)
    {
        for (var column = 0; column < n; column++)
        {
            var diagonal = matrix[(column * n) + column];
            var pivot = diagonal;
            for (var k = 0; k < column; k++)
            {
                pivot -= matrix[(column * n) + k] * matrix[(column * n) + k];
            }

            if (!(pivot > 1e-13 * diagonal) || !double.IsFinite(pivot))
            {
                return false;
            }

            var root = Math.Sqrt(pivot);
            matrix[(column * n) + column] = root;
            for (var row = column + 1; row < n; row++)
            {
                var sum = matrix[(row * n) + column];
                for (var k = 0; k < column; k++)
                {
                    sum -= matrix[(row * n) + k] * matrix[(column * n) + k];
                }

                matrix[(row * n) + column] = sum / root;
            }
        }

        return true;
    }

    /// <summary>Solves with a factor.</summary>
    /// <param name="factor">From <see cref="Factor"/>.</param>
    /// <param name="n">Rows.</param>
    /// <param name="right">Right-hand side, replaced by the solution.</param>
    public static void Solve(ReadOnlySpan<double> factor, int n, Span<double> right)
    {
        for (var row = 0; row < n; row++)
        {
            for (var k = 0; k < row; k++)
            {
                right[row] -= factor[(row * n) + k] * right[k];
            }

            right[row] /= factor[(row * n) + row];
        }

        for (var row = n - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < n; k++)
            {
                right[row] -= factor[(k * n) + row] * right[k];
            }

            right[row] /= factor[(row * n) + row];
        }
    }
}
