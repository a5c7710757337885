namespace ProgressionSim.Experiments.Calibration;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix, with the same bits on every platform. Immutable.</summary>
/// <remarks>
/// Cyclic Jacobi rotations: Golub and Van Loan, Matrix Computations, 4th edition (2013), section 8.5. Only additions, multiplications, divisions and square roots
/// in a fixed order. A row and column of zeros off the diagonal stays exactly as it is.
/// </remarks>
internal sealed class SymmetricEigen
{
    // Convergence is quadratic; 32 rows take fewer than 12.
    private const int MostSweeps = 60;

    private readonly double[] values;
    private readonly double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) => (this.values, this.vectors) = (values, vectors);

    /// <summary>Eigenvalues, in no order.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Takes a matrix apart.</summary>
    /// <param name="matrix">Rows of a symmetric matrix of finite numbers.</param>
    public static SymmetricEigen Of(double[][] matrix)
    {
        var size = matrix.Length;
        double[][] a = [.. matrix.Select(row => (double[])[.. row])];
        double[][] v = [.. Enumerable.Range(0, size).Select(i => Unit(size, i))];
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var isRotated = false;
            for (var p = 0; p < size - 1; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    isRotated |= Rotate(a, v, p, q);
                }
            }

            if (!isRotated)
            {
                break;
            }
        }

        return new SymmetricEigen([.. a.Select((row, i) => row[i])], v);
    }

    /// <summary>Eigenvector of an eigenvalue; of length 1.</summary>
    /// <param name="index">Index of the eigenvalue.</param>
    public double[] Vector(int index) => [.. vectors.Select(row => row[index])];

    /// <summary>Entry of an eigenvector.</summary>
    /// <param name="row">Coordinate.</param>
    /// <param name="index">Index of the eigenvalue.</param>
    public double Entry(int row, int index) => vectors[row][index];

    /// <summary>The matrix with a function of its eigenvalues in their place: its inverse, for example.</summary>
    /// <param name="function">The function.</param>
    public double[][] With(Func<double, double> function)
    {
        double[] changed = [.. values.Select(function)];
        return
        [
            .. vectors.Select(left => (double[])
            [
                .. vectors.Select(right =>
                {
                    var sum = 0.0;
                    for (var k = 0; k < changed.Length; k++)
                    {
                        sum += left[k] * right[k] * changed[k];
                    }

                    return sum;
                }),
            ]),
        ];
    }

    private static double[] Unit(int size, int index)
    {
        var row = new double[size];
        row[index] = 1;
        return row;
    }

    /// <summary>Makes the entry of two rows 0; false when it is 0 already, or too small to change the diagonal.</summary>
    private static bool Rotate(double[][] a, double[][] v, int p, int q)
    {
        var off = a[p][q];
        if (Math.Abs(a[p][p]) + Math.Abs(off) == Math.Abs(a[p][p]) && Math.Abs(a[q][q]) + Math.Abs(off) == Math.Abs(a[q][q]))
        {
            a[p][q] = a[q][p] = 0;
            return false;
        }

        var theta = (a[q][q] - a[p][p]) / (2 * off);
        var tangent = (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var cosine = 1 / Math.Sqrt((tangent * tangent) + 1);
        var sine = tangent * cosine;
        foreach (var row in a)
        {
            Turn(row, p, q, cosine, sine);
        }

        for (var k = 0; k < a.Length; k++)
        {
            (a[p][k], a[q][k]) = ((cosine * a[p][k]) - (sine * a[q][k]), (sine * a[p][k]) + (cosine * a[q][k]));
        }

        a[p][q] = a[q][p] = 0;
        foreach (var row in v)
        {
            Turn(row, p, q, cosine, sine);
        }

        return true;
    }

    private static void Turn(double[] row, int p, int q, double cosine, double sine) =>
        (row[p], row[q]) = ((cosine * row[p]) - (sine * row[q]), (sine * row[p]) + (cosine * row[q]));
}
