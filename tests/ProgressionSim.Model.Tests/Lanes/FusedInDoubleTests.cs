using System.Runtime.Intrinsics;
using ProgressionSim.Model.Lanes;
using ProgressionSim.TestKit;

namespace ProgressionSim.Model.Tests.Lanes;

/// <summary>Four lanes make their fused product and sum in double precision: the bits must be those of the instruction that other machines have.</summary>
public sealed class FusedInDoubleTests
{
    private const int Rounds = 2_000_000;

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Ordinary_numbers_give_the_bits_of_a_fused_product_and_sum() => Compare(0xF0_01, random => (Number(random, 20), Number(random, 20), Number(random, 20)));

    /// <summary>The sum nearly cancels the product, so that the last bits of the product decide.</summary>
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Sums_that_cancel_give_its_bits() => Compare(0xF0_02, random =>
    {
        var (a, b) = (Number(random, 6), Number(random, 6));
        return (a, b, MathF.BitIncrement(-(a * b)) * (random.Chance(0.5) ? 1 : 0.5f));
    });

    /// <summary>
    /// The exact result lies within a hair of the middle between two singles: c is a single, a b half its last bit, a little more or a little less than that by far
    /// fewer than a double can show. Rounding twice goes wrong in some per cent of them.
    /// </summary>
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Sums_beside_the_middle_between_two_singles_give_its_bits()
    {
        var twiceRounded = 0;
        Compare(0xF0_03, random =>
        {
            var c = Number(random, 4);
            var half = (MathF.BitIncrement(MathF.Abs(c)) - MathF.Abs(c)) / 2;
            var k = 1 + random.NextBelow(4095);
            var (a, b) = (half * (1 + (k / 8388608f)), 1 - (k / 8388608f));
            twiceRounded += (float)(((double)a * b) + c) == MathF.FusedMultiplyAdd(a, b, c) ? 0 : 1;
            return (a, b, c);
        });
        Assert.True(twiceRounded > Rounds / 100, $"only {twiceRounded} cases go wrong when rounded twice: the test sees nothing");
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Results_below_the_normal_numbers_give_its_bits() => Compare(0xF0_04, random =>
        (Number(random, 4) * 1e-20f, Number(random, 4) * 1e-20f, random.NextBelow(1 << 20) * float.Epsilon * (random.Chance(0.5) ? 1 : -1)));

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Zeros_keep_their_sign() => Compare(0xF0_05, random =>
        (random.Chance(0.5) ? 0f : -0f, Number(random, 3), random.Chance(0.3) ? Number(random, 3) : random.Chance(0.5) ? 0f : -0f));

    private static void Compare(ulong seed, Func<SplitMix64, (float A, float B, float C)> draw)
    {
        var random = new SplitMix64(seed);
        Span<float> a = stackalloc float[4], b = stackalloc float[4], c = stackalloc float[4];
        for (var round = 0; round < Rounds / 4; round++)
        {
            for (var lane = 0; lane < 4; lane++)
            {
                (a[lane], b[lane], c[lane]) = draw(random);
            }

            var result = Lane4.FusedInDouble(Vector128.Create<float>(a), Vector128.Create<float>(b), Vector128.Create<float>(c));
            for (var lane = 0; lane < 4; lane++)
            {
                var expected = MathF.FusedMultiplyAdd(a[lane], b[lane], c[lane]);
                Assert.True(
                    BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(result[lane]),
                    $"{a[lane]:R} * {b[lane]:R} + {c[lane]:R}: {result[lane]:R}, not {expected:R}");
            }
        }
    }

    /// <summary>Of any sign and of sizes from e^-range to e^range.</summary>
    private static float Number(SplitMix64 random, double range) => MathF.Exp((float)((random.NextUniform() - 0.5) * 2 * range)) * (random.Chance(0.5) ? 1 : -1);
}
