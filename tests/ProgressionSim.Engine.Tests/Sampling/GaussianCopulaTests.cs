using ProgressionSim.Engine.Sampling;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Sampling;

public sealed class GaussianCopulaTests
{
    private const int Draws = 200_000;

    // Seed 271828. Truth: the normal quantiles correlate by r, SE = (1 - r^2) / sqrt(200,000) = 0.0014 to 0.0022.
    // At z = 4.6 this sees an error of the correlation of (4.6 + 1.6) SE, 0.014 at most.
    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Sample_correlations_match()
    {
        double[,] truth = { { 1.0, 0.6, 0.0, -0.3 }, { 0.6, 1.0, 0.0, 0.1 }, { 0.0, 0.0, 1.0, 0.0 }, { -0.3, 0.1, 0.0, 1.0 } };
        double[][] normals = Sample(new GaussianCopula(4, [(0, 1, 0.6), (3, 0, -0.3), (1, 3, 0.1)]));
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Assert.True(Matches(Correlation(normals[i], normals[j]), truth[i, j]), $"({i}, {j}): {Correlation(normals[i], normals[j])}");
            }
        }

        Assert.False(Matches(Correlation(normals[0], normals[1]), 0.6 + 0.014), "a wrong correlation would pass");
    }

    // Seed 271828. Kolmogorov-Smirnov at error rate 1e-4: 2.23 / sqrt(200,000) = 0.0050 for each of 4 margins.
    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Margins_stay_uniform()
    {
        foreach (double[] normals in Sample(new GaussianCopula(4, [(0, 1, 0.6), (3, 0, -0.3), (1, 3, 0.1)])))
        {
            double[] sorted = [.. normals.Select(StandardNormal.Cdf).Order()];
            double distance = sorted.Select((u, i) => Math.Abs(u - ((i + 0.5) / Draws))).Max();
            Assert.True(distance < 0.0050, $"distance {distance}");
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Uncorrelated_and_first_entries_keep_their_bits()
    {
        double[] before = [0.1, 1e-19, 0.7, 0.3, 0.55];
        double[] one = [.. before];
        double[] two = [.. before];
        new GaussianCopula(5, [(2, 3, 0.5)]).Correlate(one);
        new GaussianCopula(5, [(2, 3, 0.5), (0, 4, -0.8)]).Correlate(two);
        Assert.Equal(before[..3], one[..3]);
        Assert.Equal(before[4], one[4]);
        Assert.NotEqual(before[3], one[3]);
        Assert.Equal(one[..4], two[..4]);
        Assert.NotEqual(before[4], two[4]);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_pair_follows_its_formula()
    {
        double[] uniforms = [0.2, 0.9];
        new GaussianCopula(2, [(0, 1, 0.6)]).Correlate(uniforms);
        double normal = (0.6 * StandardNormal.Quantile(0.2)) + (0.8 * StandardNormal.Quantile(0.9));
        Assert.Equal(MathNet.Numerics.Distributions.Normal.CDF(0.0, 1.0, normal), uniforms[1], 1e-14);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Extreme_uniforms_stay_inside()
    {
        double[] uniforms = [1.0 - 1.2e-16, 1.0 - 1.2e-16];
        new GaussianCopula(2, [(0, 1, 0.7)]).Correlate(uniforms);
        Assert.InRange(uniforms[1], 0.999999, Math.BitDecrement(1.0));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Impossible_correlations_are_rejected()
    {
        (int, int, double)[] impossible = [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)];
        Assert.False(GaussianCopula.IsPositiveDefinite(3, impossible));
        Assert.True(GaussianCopula.IsPositiveDefinite(3, [(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9)]));
        ArgumentException error = Assert.Throws<ArgumentException>("correlations", () => new GaussianCopula(3, impossible));
        Assert.StartsWith("The correlations are not positive definite: quantity 2 ", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("correlations", () => new GaussianCopula(2, [(0, 1, 0.1), (1, 0, 0.1)]));
        Assert.Throws<ArgumentOutOfRangeException>("correlations", () => new GaussianCopula(2, [(0, 2, 0.1)]));
        Assert.Throws<ArgumentOutOfRangeException>("correlations", () => new GaussianCopula(2, [(0, 1, 1.0)]));
        Assert.Throws<ArgumentOutOfRangeException>("dimension", () => new GaussianCopula(0, []));
        Assert.Throws<ArgumentException>("uniforms", () => new GaussianCopula(2, []).Correlate([0.5]));
    }

    private static bool Matches(double estimate, double truth) =>
        Math.Abs(estimate - truth) <= 4.6 * (1.0 - (truth * truth)) / Math.Sqrt(Draws);

    private static double[][] Sample(GaussianCopula copula)
    {
        var random = new SplitMix64(271828);
        double[][] normals = [.. Enumerable.Range(0, copula.Dimension).Select(_ => new double[Draws])];
        double[] uniforms = new double[copula.Dimension];
        for (int draw = 0; draw < Draws; draw++)
        {
            for (int i = 0; i < uniforms.Length; i++)
            {
                uniforms[i] = random.NextUniform();
            }

            copula.Correlate(uniforms);
            for (int i = 0; i < uniforms.Length; i++)
            {
                normals[i][draw] = StandardNormal.Quantile(uniforms[i]);
            }
        }

        return normals;
    }

    private static double Correlation(double[] a, double[] b)
    {
        double meanA = a.Average();
        double meanB = b.Average();
        double products = 0.0;
        double squaresA = 0.0;
        double squaresB = 0.0;
        for (int i = 0; i < a.Length; i++)
        {
            products += (a[i] - meanA) * (b[i] - meanB);
            squaresA += (a[i] - meanA) * (a[i] - meanA);
            squaresB += (b[i] - meanB) * (b[i] - meanB);
        }

        return products / Math.Sqrt(squaresA * squaresB);
    }
}
