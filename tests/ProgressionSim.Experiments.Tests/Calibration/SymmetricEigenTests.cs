using ProgressionSim.Experiments.Calibration;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Calibration;

/// <summary>Exact: the matrix is put together again from its parts.</summary>
public sealed class SymmetricEigenTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(32)]
    public void Parts_make_the_whole(int size)
    {
        var random = new SplitMix64(0xE16E, (ulong)size);
        var matrix = new double[size][];
        for (var i = 0; i < size; i++)
        {
            matrix[i] = new double[size];
            for (var j = 0; j <= i; j++)
            {
                matrix[i][j] = matrix[j][i] = random.NextUniform() - 0.5 + (i == j ? size : 0);
            }
        }

        var eigen = SymmetricEigen.Of(matrix);
        var inverse = eigen.With(value => 1 / value);
        AssertNear(matrix, eigen.With(value => value), 1e-12 * size);
        AssertNear(Identity(size), Product(matrix, inverse), 1e-12 * size);
        double[][] vectors = [.. Enumerable.Range(0, size).Select(eigen.Vector)];
        AssertNear(Identity(size), [.. vectors.Select(a => (double[])[.. vectors.Select(b => a.Zip(b, (x, y) => x * y).Sum())])], 1e-12);
    }

    [Fact]
    public void Small_eigenvalues_keep_their_digits()
    {
        // Eigenvalues 1 and 1e-9 along axes at 45 degrees.
        const double half = (1 + 1e-9) / 2, off = (1 - 1e-9) / 2;
        double[] values = [.. SymmetricEigen.Of([[half, off], [off, half]]).Values.ToArray().Order()];
        Assert.Equal(1e-9, values[0], 1e-16);
        Assert.Equal(1, values[1], 1e-15);
    }

    [Fact]
    public void What_is_apart_stays_exactly_apart()
    {
        var inverse = SymmetricEigen.Of([[3, 0, 1], [0, 1, 0], [1, 0, 2]]).With(value => 1 / value);
        Assert.Equal([0, 1, 0], inverse[1]);
    }

    private static double[][] Identity(int size) =>
        [.. Enumerable.Range(0, size).Select(i => (double[])[.. Enumerable.Range(0, size).Select(j => i == j ? 1.0 : 0.0)])];

    private static double[][] Product(double[][] a, double[][] b) =>
        [.. a.Select(row => (double[])[.. Enumerable.Range(0, a.Length).Select(j => row.Select((x, k) => x * b[k][j]).Sum())])];

    private static void AssertNear(double[][] expected, double[][] actual, double tolerance) =>
        Assert.All(expected.SelectMany(row => row).Zip(actual.SelectMany(row => row)), pair => Assert.Equal(pair.First, pair.Second, tolerance));
}
