namespace ProgressionSim.TestKit;

/// <summary>e^A of a small square matrix by scaling, a Taylor series and squaring; relative error about 1e-14 for the matrices of the tests.</summary>
/// <remarks>Source of the method: Moler and Van Loan, Nineteen dubious ways to compute the exponential of a matrix (2003), method 3.</remarks>
public static class MatrixExponential
{
    /// <summary>Computes e^(A t).</summary>
    /// <param name="matrix">A, rows first.</param>
    /// <param name="time">t.</param>
    public static double[,] Of(double[,] matrix, double time)
    {
        var n = matrix.GetLength(0);
        var norm = 0.0;
        for (var i = 0; i < n; i++)
        {
            norm = Math.Max(norm, Enumerable.Range(0, n).Sum(j => Math.Abs(matrix[i, j] * time)));
        }

        var squarings = norm > 0.25 ? (int)Math.Ceiling(Math.Log2(norm / 0.25)) : 0;
        var scaled = Map(matrix, time / Math.Pow(2, squarings));
        var sum = Identity(n);
        var term = Identity(n);
        for (var k = 1; k <= 24; k++)
        {
            term = Map(Multiply(term, scaled), 1.0 / k);
            sum = Add(sum, term);
        }

        for (; squarings > 0; squarings--)
        {
            sum = Multiply(sum, sum);
        }

        return sum;
    }

    /// <summary>Row vector times matrix.</summary>
    /// <param name="row">The row.</param>
    /// <param name="matrix">The matrix.</param>
    public static double[] Apply(double[] row, double[,] matrix) =>
        [.. Enumerable.Range(0, row.Length).Select(j => Enumerable.Range(0, row.Length).Sum(i => row[i] * matrix[i, j]))];

    /// <summary>Rates of the chain healthy, stressed, lost: row to column, per month.</summary>
    /// <param name="stress">Healthy to stressed.</param>
    /// <param name="recovery">Stressed to healthy.</param>
    /// <param name="death">Stressed to lost.</param>
    public static double[,] Chain(double stress, double recovery, double death) =>
        new[,] { { -stress, stress, 0 }, { recovery, -(recovery + death), death }, { 0, 0, 0 } };

    private static double[,] Identity(int n)
    {
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            result[i, i] = 1;
        }

        return result;
    }

    private static double[,] Map(double[,] a, double factor) => Fill(a.GetLength(0), (i, j) => a[i, j] * factor);

    private static double[,] Add(double[,] a, double[,] b) => Fill(a.GetLength(0), (i, j) => a[i, j] + b[i, j]);

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        var n = a.GetLength(0);
        return Fill(n, (i, j) =>
        {
            var sum = 0.0;
            for (var k = 0; k < n; k++)
            {
                sum += a[i, k] * b[k, j];
            }

            return sum;
        });
    }

    private static double[,] Fill(int n, Func<int, int, double> value)
    {
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                result[i, j] = value(i, j);
            }
        }

        return result;
    }
}
