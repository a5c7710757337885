namespace ProgressionSim.Statistics;

/// <summary>Cholesky factor of a small symmetric matrix, in place, stored [row * size + column] with the factor in the lower triangle.</summary>
internal static class SmallCholesky
{
    /// <summary>Replaces a matrix by its factor.</summary>
    /// <param name="matrix">Symmetric; only the lower triangle is read.</param>
    /// <param name="size">Rows.</param>
    /// <param name="tolerance">Share of a diagonal entry that must be left after the earlier rows are taken out of it.</param>
    /// <returns>False when the matrix is not positive definite to that tolerance.</returns>
    public static bool Factor(Span<double> matrix, int size, double tolerance)
    {
        for (var row = 0; row < size; row++)
        {
            var diagonal = matrix[(row * size) + row];
            for (var column = 0; column <= row; column++)
            {
                var rest = matrix[(row * size) + column];
                for (var k = 0; k < column; k++)
                {
                    rest -= matrix[(row * size) + k] * matrix[(column * size) + k];
                }

                if (column < row)
                {
                    matrix[(row * size) + column] = rest / matrix[(column * size) + column];
                }
                else if (rest > tolerance * diagonal && rest > 0 && rest < double.PositiveInfinity)
                {
                    matrix[(row * size) + row] = Math.Sqrt(rest);
                }
                else
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Solves in place, given the factor.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int size, Span<double> vector)
    {
        for (var row = 0; row < size; row++)
        {
            for (var k = 0; k < row; k++)
            {
                vector[row] -= factor[(row * size) + k] * vector[k];
            }

            vector[row] /= factor[(row * size) + row];
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var k = row + 1; k < size; k++)
            {
                vector[row] -= factor[(k * size) + row] * vector[k];
            }

            vector[row] /= factor[(row * size) + row];
        }
    }

    /// <summary>Writes the inverse, given the factor. Row c of the result is the solution for unit vector c.</summary>
    public static void Invert(ReadOnlySpan<double> factor, int size, Span<double> inverse)
    {
        inverse[..(size * size)].Clear();
        for (var c = 0; c < size; c++)
        {
            var row = inverse.Slice(c * size, size);
            row[c] = 1;
            Solve(factor, size, row);
        }
    }
}
