using MathNet.Numerics.Distributions;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Model.Tests.Lanes;

public sealed class LaneMathTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Exp_is_within_its_stated_error()
    {
        var worst = Worst(Grid(-87, 88, 2_000_000), x => Exp(x), x => Math.Exp(x), Relative);
        output.WriteLine($"exp: worst relative error {worst:E2}");
        Assert.True(worst < 2e-7);
        Assert.Equal(1, Exp(0));
        Assert.Equal(Exp(-87), Exp(-1e30f));
        Assert.Equal(Exp(88), Exp(1e30f));
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Log_is_within_its_stated_error()
    {
        var wide = Grid(-87.3f, 88.7f, 1_000_000).Select(x => (float)Math.Exp(x));
        var near = Grid(0.5f, 2, 1_000_000);
        var worst = Math.Max(Worst(wide, Log, x => Math.Log(x), RelativeOrAbsolute), Worst(near, Log, x => Math.Log(x), RelativeOrAbsolute));
        output.WriteLine($"log: worst error {worst:E2}");
        Assert.True(worst < 3e-7);
        Assert.Equal(0, Log(1));
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Power_is_as_good_as_its_logarithm()
    {
        // The error of y log x, at most 3e-7 of it or of 1, becomes a relative error of the power.
        foreach (var y in (float[])[-2.5f, 0.3f, 0.8f, 1, 2.8f, 4])
        {
            foreach (var x in Grid(0.001f, 30, 100_000))
            {
                var allowed = 2e-7 + (3e-7 * Math.Max(1, Math.Abs(y * Math.Log(x)))) + (1e-7 * Math.Abs(y));
                Assert.True(Relative(LaneMath<Lane1>.Power(new Lane1(x), new Lane1(y)).Value, Math.Pow(x, y)) < allowed, $"{x}^{y}");
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Normal_quantile_is_within_its_stated_error()
    {
        var worst = Worst(Uniforms(), Quantile, u => Normal.InvCDF(0, 1, u), Absolute);
        output.WriteLine($"normal quantile: worst absolute error {worst:E2}");
        Assert.True(worst < 3e-6);
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void A_normal_quantile_with_one_wrong_coefficient_is_rejected()
    {
        // The published central polynomial with 0.246640727 taken as 0.246650727.
        float Wrong(float u)
        {
            var (x, w) = ((2 * u) - 1, (-Log(4 * u * (1 - u))) - 2.5f);
            float[] coefficients = [2.81022636e-08f, 3.43273939e-07f, -3.5233877e-06f, -4.39150654e-06f, 0.00021858087f, -0.00125372503f, -0.00417768164f, 0.246650727f, 1.50140941f];
            return 1.41421356f * x * coefficients.Aggregate(0f, (sum, c) => (sum * w) + c);
        }

        var worst = Worst(Uniforms().Where(u => u is > 0.01f and < 0.99f), Wrong, u => Normal.InvCDF(0, 1, u), Absolute);
        Assert.True(worst > 3e-6, $"{worst:E2}");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Operations_are_those_of_single_precision()
    {
        var (a, b) = (new Lane1(1.00024414f), new Lane1(3.7f));
        Assert.Equal(MathF.Pow(2, -11), ((a * a) - new Lane1(1)).Value);
        Assert.Equal(MathF.Pow(2, -11) + MathF.Pow(2, -24), Lane1.Fma(a, a, new Lane1(-1)).Value);
        Assert.Equal((3f, -4f), (Lane1.Floor(b).Value, Lane1.Floor(new Lane1(-3.7f)).Value));
        Assert.Equal((2, 1.5f), (Lane1.Exponent(new Lane1(6)).Value, Lane1.Significand(new Lane1(6)).Value));
        Assert.Equal(24, Lane1.ScaleByPowerOfTwo(new Lane1(6), new Lane1(12582912f + 2)).Value);
        Assert.Equal(b, Lane1.IfLess(a, b, b, a));
        Assert.Equal(a, Lane1.IfLess(b, b, b, a));
        Assert.Equal((a, b), (Lane1.Min(a, b), Lane1.Max(a, b)));
        Assert.Equal(a, Lane1.Min(new Lane1(float.NaN), a));
    }

    private static float Exp(float x) => LaneMath<Lane1>.Exp(new Lane1(x)).Value;

    private static float Log(float x) => LaneMath<Lane1>.Log(new Lane1(x)).Value;

    private static float Quantile(float u) => LaneMath<Lane1>.NormalQuantile(new Lane1(u)).Value;

    private static double Relative(double actual, double expected) => Math.Abs((actual / expected) - 1);

    private static double Absolute(double actual, double expected) => Math.Abs(actual - expected);

    private static double RelativeOrAbsolute(double actual, double expected) => Math.Abs(actual - expected) / Math.Max(1, Math.Abs(expected));

    private static double Worst(IEnumerable<float> arguments, Func<float, float> function, Func<double, double> truth, Func<double, double, double> error) =>
        arguments.Max(x => error(function(x), truth(x)));

    private static IEnumerable<float> Grid(float low, float high, int count) => Enumerable.Range(0, count).Select(i => low + ((high - low) * (i / (float)(count - 1))));

    /// <summary>Every 41st of the 2^23 uniforms the engine can give, and all of the last 300 at either end.</summary>
    private static IEnumerable<float> Uniforms() => Enumerable.Range(0, 1 << 23).Where(k => k % 41 == 0 || k < 300 || k >= (1 << 23) - 300).Select(k => (k + 0.5f) / (1 << 23));
}
