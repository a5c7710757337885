using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Statistics.Tests.Tables;

/// <summary>The number of further patients affected, against integration over the share.</summary>
public sealed class BetaBinomialTests
{
    [Theory]
    [InlineData(6, 12, 63)]
    [InlineData(3, 12, 20)]
    [InlineData(0, 12, 5)]
    [InlineData(8, 12, 20)]
    [Trait("Evidence", "Oracle")]
    public void Probabilities_are_binomial_ones_averaged_over_the_posterior_of_the_share(int affected, int patients, int further)
    {
        // With p = sin^2 x the weight p^(a - 1/2) (1 - p)^(n - a - 1/2) dp is smooth at both ends.
        const int Points = 20_000;
        var expected = new double[further + 1];
        var total = 0.0;
        for (var point = 0; point < Points; point++)
        {
            var x = (point + 0.5) / Points * Math.PI / 2;
            var p = Math.Sin(x) * Math.Sin(x);
            var weight = Math.Pow(p, affected) * Math.Pow(1 - p, patients - affected);
            total += weight;
            var binomial = Math.Pow(1 - p, further);
            for (var k = 0; k <= further; k++)
            {
                expected[k] += weight * binomial;
                binomial *= (further - k) * p / ((k + 1) * (1 - p));
            }
        }

        var found = new BetaBinomial(affected, patients, further);
        Assert.All(Enumerable.Range(0, further + 1), k => Assert.Equal(expected[k] / total, found.Probability(k), 1e-9));
        Assert.Equal(Enumerable.Range(0, further + 1).Sum(k => k * expected[k] / total), found.Mean, 1e-7);
        var sum = 0.0;
        Assert.Equal(Enumerable.Range(0, further + 1).First(k => (sum += expected[k] / total) >= 0.975), found.Quantile(0.975));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Impossible_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaBinomial(-1, 12, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaBinomial(13, 12, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaBinomial(1, 12, 0));
    }
}
