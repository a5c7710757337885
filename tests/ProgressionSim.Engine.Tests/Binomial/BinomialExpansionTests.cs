using ProgressionSim.Engine.Sampling;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Binomial;

/// <summary>The expansion decides most draws of large variance, and those it decides are the definition's.</summary>
public sealed class BinomialExpansionTests
{
    private const int Draws = 40_000;

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Decided_draws_are_the_definitions()
    {
        var (decided, wrong) = Compare(BinomialExpansion.TryDraw);
        Assert.Equal(0, wrong);
        Assert.InRange(decided, 0.98 * Draws, Draws);
    }

    /// <summary>The normal quantile with the continuity correction alone is a neuron off in most tails: the comparison must see it.</summary>
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void The_normal_quantile_alone_is_rejected()
    {
        static int Normal(uint upperBits, int n, float hazard)
        {
            var p = 1 - Math.Exp(-(double)hazard);
            return (int)Math.Ceiling((n * p) + (Math.Sqrt(n * p * (1 - p)) * StandardNormal.Quantile((upperBits + 0.5) / (1UL << 32))) - 0.5);
        }

        Assert.InRange(Compare(Normal).Wrong, 100, Draws);
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(100, 0.5f)]
    [InlineData(20_000, 0.0024f)]
    [InlineData(20_000, 6.5f)]
    public void Small_variances_are_left_to_others(int n, float hazard) => Assert.Equal(-1, BinomialExpansion.TryDraw(1u << 31, n, hazard));

    /// <summary>Far tails are left to others: there the upper half of the bits does not tell enough.</summary>
    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(0u)]
    [InlineData(400_000u)]
    [InlineData(uint.MaxValue - 400_000)]
    [InlineData(uint.MaxValue)]
    public void Far_tails_are_left_to_others(uint bits) => Assert.Equal(-1, BinomialExpansion.TryDraw(bits, 20_000, 0.5f));

    private static (int Decided, int Wrong) Compare(Func<uint, int, float, int> draw)
    {
        var random = new SplitMix64(0xC0F1);
        var (decided, wrong, made) = (0, 0, 0);
        while (made < Draws)
        {
            var n = (int)(Math.Pow(100, random.NextUniform()) * 200);
            var hazard = (float)Math.Exp((random.NextUniform() * 7) - 5);
            var p = 1 - Math.Exp(-hazard);
            var uniform = (uint)random.NextBits();
            if (n > 20_000 || n * p * (1 - p) < BinomialExpansion.SmallestVariance * 1.001 || uniform < 450_000 || uniform > uint.MaxValue - 450_000)
            {
                continue;
            }

            made++;
            var count = draw(uniform, n, hazard);
            if (count >= 0)
            {
                decided++;

                // Whatever the lower half: both ends of it must agree.
                wrong += count != BinomialQuantile.Draw((ulong)uniform << 32, n, hazard) || count != BinomialQuantile.Draw(((ulong)uniform << 32) | uint.MaxValue, n, hazard) ? 1 : 0;
            }
        }

        return (decided, wrong);
    }
}
