using ProgressionSim.Engine.Sampling;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Binomial;

public sealed class BinomialQuantileTests
{
    // The stated relative error of F is 1e-13, and a double holds U to 1.1e-16 of the nearer tail: nearer to a step than this either neighbour may come.
    private const double NearStep = 2e-13;

    public static TheoryData<int, float> SmallCases()
    {
        var cases = new TheoryData<int, float>();
        foreach (var n in (int[])[1, 2, 3, 7, 20, 60])
        {
            foreach (var h in (float[])[1e-9f, 1e-4f, 0.0123f, 0.3f, 0.6931472f, 1, 2.5f, 10, 40])
            {
                cases.Add(n, h);
            }
        }

        return cases;
    }

    [Theory]
    [Trait("Evidence", "Oracle")]
    [MemberData(nameof(SmallCases))]
    public void Is_the_exact_inverse_for_few_trials(int n, float h) => CheckAgainstExact(n, h, new SplitMix64(0xB1_01, (ulong)n), 400);

    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(1000, 0.0184f)]
    [InlineData(1000, 0.8f)]
    [InlineData(5000, 0.2f)]
    [InlineData(20_000, 1e-6f)]
    [InlineData(20_000, 0.0371f)]
    [InlineData(20_000, 0.12f)]
    public void Is_the_exact_inverse_for_many_trials_even_where_the_first_weight_underflows(int n, float h) =>
        CheckAgainstExact(n, h, new SplitMix64(0xB1_02, (ulong)n), 200);

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Inverts_another_library_s_distribution_function()
    {
        var random = new SplitMix64(0xB1_03);
        for (var i = 0; i < 4000; i++)
        {
            var n = 61 + random.NextBelow(19_940);
            var h = (float)Math.Exp(Math.Log(1e-6) + (random.NextUniform() * Math.Log(5e6)));
            var bits = random.NextBits();
            var p = -Math.Exp(-(double)h) + 1;
            p = h < 1e-3 ? h * (1 - (h / 2.0) + (h * (double)h / 6)) : p;
            var u = (bits + 0.5) / Math.Pow(2, 64);
            var k = BinomialQuantile.Draw(bits, n, h);
            Assert.True(MathNet.Numerics.Distributions.Binomial.CDF(p, n, k) >= u - 1e-10, $"n {n}, h {h}, bits {bits}: {k} is too small.");
            Assert.True(k == 0 || MathNet.Numerics.Distributions.Binomial.CDF(p, n, k - 1) < u + 1e-10, $"n {n}, h {h}, bits {bits}: {k} is too large.");
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Handles_the_ends_of_its_arguments()
    {
        Assert.Equal(0, BinomialQuantile.Draw(ulong.MaxValue, 0, 1));
        Assert.Equal(0, BinomialQuantile.Draw(ulong.MaxValue, 1000, 0));
        Assert.Equal(1000, BinomialQuantile.Draw(0, 1000, 800));
        Assert.Equal(1000, BinomialQuantile.Draw(0, 1000, float.MaxValue));

        // With U = 1 - 2^-65 and n h = 1e-12 one event is certain enough and two are not: F(0) = 1 - 1e-12, 1 - F(1) = 5e-25.
        Assert.Equal(1, BinomialQuantile.Draw(ulong.MaxValue, 1000, 1e-15f));
        Assert.Equal(0, BinomialQuantile.Draw(0, 1000, 1e-15f));

        // U = 2^-65 = 2.7e-20. n = 1: F(0) = 1/2, so 0 and 1.
        Assert.Equal(0, BinomialQuantile.Draw(0, 1, 0.6931472f));
        Assert.Equal(1, BinomialQuantile.Draw(ulong.MaxValue, 1, 0.6931472f));
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Never_falls_as_the_uniform_or_the_hazard_rises()
    {
        var random = new SplitMix64(0xB1_04);
        for (var i = 0; i < 2000; i++)
        {
            var n = 1 + random.NextBelow(i % 2 == 0 ? 60 : 20_000);
            var h = (float)Math.Exp(Math.Log(1e-9) + (random.NextUniform() * Math.Log(8e9)));
            var bits = random.NextBits();
            var more = bits + Math.Min(random.NextBits() >> random.NextBelow(64), ulong.MaxValue - bits);
            Assert.True(BinomialQuantile.Draw(bits, n, h) <= BinomialQuantile.Draw(more, n, h), $"n {n}, h {h}, bits {bits} and {more}");
            var higher = (float)(h * (1 + (random.NextUniform() * (i % 3 == 0 ? 1e-6 : 0.5))));
            Assert.True(BinomialQuantile.Draw(bits, n, h) <= BinomialQuantile.Draw(bits, n, higher), $"n {n}, h {h} and {higher}, bits {bits}");
        }
    }

    private static void CheckAgainstExact(int n, float h, SplitMix64 random, int draws)
    {
        var exact = new ExactBinomial(n, h);
        var uniforms = new List<ulong> { 0, 1, (1UL << 63) - 1, 1UL << 63, ulong.MaxValue - 1, ulong.MaxValue };
        for (var i = 0; i < draws; i++)
        {
            uniforms.Add(random.NextBits());
            uniforms.Add(random.NextBits() >> random.NextBelow(60));
            uniforms.Add(~(random.NextBits() >> random.NextBelow(60)));
            var step = exact.Quantile(random.NextBits());
            uniforms.AddRange(((long[])[-1L << 40, -1L << 24, -2, -1, 0, 1, 2, 1L << 24, 1L << 40]).Select(offset => exact.StepBits(step, offset)));
        }

        foreach (var bits in uniforms)
        {
            var (expected, actual) = (exact.Quantile(bits), BinomialQuantile.Draw(bits, n, h));
            if (expected != actual)
            {
                Assert.True(Math.Abs(expected - actual) == 1 && exact.RelativeDistance(Math.Min(expected, actual), bits) < NearStep, $"n {n}, h {h:R}, bits {bits}: {actual} instead of {expected}");
            }
        }
    }
}
