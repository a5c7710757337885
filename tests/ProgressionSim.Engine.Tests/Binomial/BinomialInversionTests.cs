using System.Globalization;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Binomial;

public sealed class BinomialInversionTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Agrees_with_the_definition_wherever_it_decides() => Compare(0xB2_01, threads: 2, drawsPerThread: 1_100_000);

    [Fact]
    [Trait("Evidence", "Oracle")]
    [Trait("Category", "Long")]
    public void Agrees_with_the_definition_in_a_hundred_million_draws() => Compare(0xB2_02, threads: 2, drawsPerThread: 50_000_000);

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Agrees_with_the_definition_right_beside_the_steps()
    {
        var random = new SplitMix64(0xB2_03);
        var (undecided, tried) = (0, 0);
        for (var i = 0; i < 3000; i++)
        {
            var (n, h) = Case(random);
            var step = FirstBitsAbove(n, h, BinomialQuantile.Draw(random.NextBits(), n, h));
            for (var away = -3; away <= 3; away++)
            {
                var upper = (uint)((step >> 32) + (ulong)(long)away);
                foreach (var lower in (uint[])[0, (uint)step, uint.MaxValue])
                {
                    var drawn = BinomialInversion.TryDraw(upper, n, h);
                    tried++;
                    undecided += drawn < 0 ? 1 : 0;
                    Assert.True(drawn < 0 || drawn == BinomialQuantile.Draw(((ulong)upper << 32) | lower, n, h), $"n {n}, h {h:R}, upper bits {upper}, lower {lower}");
                }
            }
        }

        // Beside a step it must hesitate: the uniform of the 32 bits around the step cannot be decided.
        Assert.InRange(undecided, tried / 20, tried);
    }

    /// <summary>Counts every upper half that cannot decide, near all steps of the distribution.</summary>
    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(1000, 0.0092f)]
    [InlineData(1000, 0.0138f)]
    [InlineData(20_000, 0.0138f)]
    public void Rarely_hesitates(int n, float h)
    {
        var undecided = new HashSet<uint>();
        for (var k = 0; k < n; k++)
        {
            var step = FirstBitsAbove(n, h, k);
            if (step == ulong.MaxValue)
            {
                break;
            }

            foreach (var away in Enumerable.Range(-4, 9))
            {
                var upper = (uint)Math.Clamp((long)(step >> 32) + away, 0, uint.MaxValue);
                if (BinomialInversion.TryDraw(upper, n, h) < 0)
                {
                    undecided.Add(upper);
                }
            }
        }

        var share = undecided.Count / Math.Pow(2, 32);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"n {n}, h {h}: {undecided.Count} of 2^32 upper halves undecided, {share:E2}"));

        // A few of 2^32 at each value that 64 bits can reach, which are some 18 standard deviations of the count.
        Assert.InRange(undecided.Count, 1, 4 * 20 * Math.Sqrt((n * h) + 9));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Leaves_what_it_cannot_invert_to_the_definition()
    {
        Assert.Equal(-1, BinomialInversion.TryDraw(1u << 31, 20_000, 0.031f));
        Assert.Equal(-1, BinomialInversion.TryDraw(1u << 31, 5, 8.5f));
        Assert.Equal(-1, BinomialInversion.TryDraw(1u << 31, 5, float.NaN));
    }

    private static void Compare(ulong key, int threads, int drawsPerThread)
    {
        Parallel.For(0, threads, thread =>
        {
            var random = new SplitMix64(key, (ulong)thread);
            for (var i = 0; i < drawsPerThread; i++)
            {
                var (n, h) = Case(random);
                var bits = random.NextBits();
                var drawn = BinomialInversion.TryDraw((uint)(bits >> 32), n, h);
                if (drawn >= 0 && drawn != BinomialQuantile.Draw(bits, n, h))
                {
                    Assert.Fail($"n {n}, h {h:R}, bits {bits}: {drawn} instead of {BinomialQuantile.Draw(bits, n, h)}");
                }
            }
        });
    }

    /// <summary>Trials from 1 to 20,000 and hazards from 1e-9 to 8, both log-uniform.</summary>
    private static (int Trials, float Hazard) Case(SplitMix64 random) =>
        ((int)Math.Exp(random.NextUniform() * Math.Log(20_001)), (float)(1e-9 * Math.Exp(random.NextUniform() * Math.Log(8e9))));

    /// <summary>Smallest uniform bits that give more than k.</summary>
    private static ulong FirstBitsAbove(int n, float h, int k)
    {
        var (low, high) = (0UL, ulong.MaxValue);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = BinomialQuantile.Draw(middle, n, h) > k ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
