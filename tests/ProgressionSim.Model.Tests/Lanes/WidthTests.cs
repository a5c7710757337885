using ProgressionSim.Model.Lanes;
using ProgressionSim.TestKit;

namespace ProgressionSim.Model.Tests.Lanes;

/// <summary>Every operation of the wider lane types gives the bits of the one-lane reference in each lane.</summary>
public sealed unsafe class WidthTests
{
    private const int Rounds = 20_000;

    private delegate T Operation<T>(T a, T b, T c)
        where T : unmanaged, ILanes<T>;

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Four_lanes_are_four_times_one() => Compare<Lane4>();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Eight_lanes_are_eight_times_one()
    {
        Assert.SkipUnless(Lane8.IsSupported, "no 8 lanes here");
        Compare<Lane8>();
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Sixteen_lanes_are_sixteen_times_one()
    {
        Assert.SkipUnless(Lane16.IsSupported, "no 16 lanes here");
        Compare<Lane16>();
    }

    /// <summary>A quotient by a constant is the quotient a division gives, for every whole number and divisor that counts of neurons can have.</summary>
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void A_quotient_is_the_division()
    {
        for (var divisor = 1; divisor <= 20_000; divisor += 37)
        {
            for (var dividend = 0; dividend <= divisor; dividend += 1 + (divisor / 300))
            {
                foreach (var part in (float[])[0, 0.12f, 0.7f])
                {
                    var number = dividend + part;
                    Assert.Equal(number / divisor, LaneMath<Lane1>.Quotient(new Lane1(number), divisor, 1f / divisor).Value);
                }
            }
        }
    }

    private static void Compare<T>()
        where T : unmanaged, ILanes<T>
    {
        CompareMasks<T>();
        var (wide, narrow) = (Operations<T>(), Operations<Lane1>());
        Assert.Equal(wide.Length, narrow.Length);
        var random = new SplitMix64(0xC1_01);
        for (var i = 0; i < Rounds; i++)
        {
            for (var operation = 0; operation < wide.Length; operation++)
            {
                CompareOne(random, wide[operation], narrow[operation], operation);
            }
        }
    }

    /// <summary>Each lane has its own bit, and all lanes of all four numbers count.</summary>
    private static void CompareMasks<T>()
        where T : unmanaged, ILanes<T>
    {
        var minus = T.Of(-1f);
        for (var lane = 0; lane < T.Count; lane++)
        {
            var one = T.Of(-2f);
            ((float*)&one)[lane] = 1;
            Assert.Equal(1u << lane, T.LessMask(T.Of(0f), one));
            Assert.False(T.AllNegative(one, minus, minus, minus) || T.AllNegative(minus, one, minus, minus) || T.AllNegative(minus, minus, one, minus) || T.AllNegative(minus, minus, minus, one));
        }

        Assert.Equal(0u, T.LessMask(minus, minus));
        Assert.True(T.AllNegative(minus, minus, T.Of(-0f), minus));
    }

    private static void CompareOne<T>(SplitMix64 random, Operation<T> wide, Operation<Lane1> narrow, int operation)
        where T : unmanaged, ILanes<T>
    {
        T a = default, b = default, c = default;
        float* x = (float*)&a, y = (float*)&b, z = (float*)&c;
        for (var lane = 0; lane < T.Count; lane++)
        {
            x[lane] = Number(random);
            y[lane] = Number(random);
            z[lane] = random.NextUniform() < 0.2 ? x[lane] : Number(random);
        }

        var result = wide(a, b, c);
        for (var lane = 0; lane < T.Count; lane++)
        {
            var expected = narrow(new Lane1(x[lane]), new Lane1(y[lane]), new Lane1(z[lane])).Value;
            var actual = ((float*)&result)[lane];
            Assert.True(BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(actual), $"operation {operation} of {x[lane]:R}, {y[lane]:R}, {z[lane]:R}: {actual:R}, not {expected:R}");
        }
    }

    /// <summary>Positive, of any size, often a whole number, never 0.</summary>
    private static float Number(SplitMix64 random)
    {
        var size = MathF.Exp((float)((random.NextUniform() - 0.6) * 20));
        return random.NextUniform() < 0.3 ? MathF.Ceiling(size) : Math.Max(size, 1e-6f);
    }

    private static Operation<T>[] Operations<T>()
        where T : unmanaged, ILanes<T> =>
    [
        (a, b, _) => a + b,
        (a, b, _) => a - b,
        (a, b, _) => a * b,
        (a, b, _) => a / b,
        (a, b, c) => T.Fma(a, b, c),
        (a, b, c) => T.FmaMinus(a, b, c),
        (a, b, c) => T.FmaFrom(a, b, c),
        (a, b, _) => T.Min(a, b),
        (a, b, _) => T.Max(a, b),
        (a, _, _) => T.Sqrt(a),
        (a, b, _) => T.Floor(a - b),
        (a, b, c) => T.IfLess(a, c, b, c),
        (a, _, c) => T.IfLess(c, a, a, T.Of(0f) - c),
        (a, b, _) => T.ScaleByPowerOfTwo(a, T.Min(b, T.Of(20f)) + T.Of(12582912f)),
        (a, _, _) => T.Exponent(a),
        (a, _, _) => T.Significand(a),
        (a, b, c) => T.SmallerMagnitude(a, b - c),
        (a, b, c) => T.NumberOfCount(T.CountNegative(T.CountNegative(default, a - b), b - c)),
        (a, b, _) => T.Min(a - b, T.Of(0f)),
        (a, _, c) => T.Max(T.Min(a, c), a),
        (a, _, _) => LaneMath<T>.Quotient(T.Floor(a), 987f, 1f / 987f),
        (a, _, _) => T.OfUpperBits((uint*)&a),
        (a, _, _) => LaneMath<T>.Exp(a),
        (a, b, _) => LaneMath<T>.Exp(T.Of(0f) - (a * b)),
        (a, _, _) => LaneMath<T>.Log(a),
        (a, b, _) => LaneMath<T>.Power(a, b),
        (a, b, _) => LaneMath<T>.NormalQuantile(a / (a + b + T.Of(1e-3f))),
    ];
}
