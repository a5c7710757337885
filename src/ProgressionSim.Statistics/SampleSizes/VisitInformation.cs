using MathNet.Numerics.LinearAlgebra;

namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>Expected information of one patient about the coefficients of a linear model of repeated measures, when patients leave for good.</summary>
internal static class VisitInformation
{
    /// <summary>Sum over j of P(last visit is j) X_j' V_j^-1 X_j, with the first j rows of the design and of the covariance.</summary>
    /// <param name="design">Visits by coefficients.</param>
    /// <param name="covariance">Visits by visits, positive definite.</param>
    /// <param name="retention">Share of patients still seen at each visit, never rising; empty for all at all visits.</param>
    /// <returns>Coefficients by coefficients.</returns>
    /// <exception cref="ArgumentException">Shapes differ, shares are outside 0 to 1 or rise, or the covariance is not positive definite.</exception>
    public static Matrix<double> Of(Matrix<double> design, Matrix<double> covariance, ReadOnlySpan<double> retention)
    {
        var visits = covariance.RowCount;
        if (!retention.IsEmpty && retention.Length != visits)
        {
            throw new ArgumentException("There is one share a visit.", nameof(retention));
        }

        var sum = Matrix<double>.Build.Dense(design.ColumnCount, design.ColumnCount);
        for (var j = 0; j < visits; j++)
        {
            var still = retention.IsEmpty ? 1 : retention[j];
            var next = j + 1 == visits ? 0 : retention.IsEmpty ? 1 : retention[j + 1];
            if (!(still <= 1 && next <= still && next >= 0 && still >= 0))
            {
                throw new ArgumentException("Shares lie between 0 and 1 and never rise.", nameof(retention));
            }

            if (still > next)
            {
                var rows = design.SubMatrix(0, j + 1, 0, design.ColumnCount);
                sum += (still - next) * (rows.TransposeThisAndMultiply(covariance.SubMatrix(0, j + 1, 0, j + 1).Cholesky().Solve(rows)));
            }
        }

        return sum;
    }

    /// <summary>A row-major square array as a matrix, checked for symmetry and size.</summary>
    /// <param name="covariance">Square, row by row.</param>
    /// <param name="visits">Rows.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">The array is not square, not finite, not symmetric or not positive definite.</exception>
    public static Matrix<double> Covariance(ReadOnlySpan<double> covariance, int visits)
    {
        if (covariance.Length != visits * visits || visits == 0)
        {
            throw new ArgumentException("The covariance has one row and one column a visit.", nameof(covariance));
        }

        var matrix = Matrix<double>.Build.DenseOfRowMajor(visits, visits, covariance.ToArray());
        if (!matrix.ForAll(double.IsFinite) || (matrix - matrix.Transpose()).ForAll(x => Math.Abs(x) < 1e-9 * matrix.L2Norm()) is false)
        {
            throw new ArgumentException("The covariance is finite and symmetric.", nameof(covariance));
        }

        if (!(matrix.Evd().EigenValues.Real().Minimum() > 0))
        {
            throw new ArgumentException("The covariance is positive definite.", nameof(covariance));
        }

        return matrix;
    }
}
