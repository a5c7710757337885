using MathNet.Numerics.Distributions;
using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Engine.Tests.Sampling;

public sealed class SpecialFunctionTests
{
    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData("UpperTail", 1e-15)]
    [InlineData("Quantile", 1e-15)]
    [InlineData("LogGamma", 2e-15)]
    [InlineData("GammaLower", 3e-14)]
    [InlineData("GammaUpper", 3e-14)]
    [InlineData("GammaQuantile", 2e-14)]
    [InlineData("BetaLower", 3e-14)]
    [InlineData("BetaQuantile", 2e-14)]
    public void Agrees_with_many_digits(string function, double tolerance)
    {
        foreach ((double[] first, double y, double high, _) in ReferenceValues.HighPrecision(function))
        {
            double x = first[0];
            double actual = function switch
            {
                "UpperTail" => StandardNormal.UpperTail(x),
                "Quantile" => StandardNormal.Quantile(x),
                "LogGamma" => SpecialFunctions.LogGamma(x),
                "GammaLower" => GammaRegularised.Lower(x, y),
                "GammaUpper" => GammaRegularised.Upper(x, y),
                "GammaQuantile" => GammaRegularised.Quantile(x, y),
                "BetaLower" => BetaRegularised.Lower(x, first[1], y),
                _ => BetaRegularised.Quantile(x, first[1], y),
            };
            ReferenceValues.Close(high, actual, tolerance, $"{function}({string.Join(", ", first)}, {y:R})");
        }
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Agrees_with_R()
    {
        int compared = 0;
        foreach ((string function, double[] a, string option, double expected) in ReferenceValues.R())
        {
            bool upper = string.Equals(option, "lower.tail=FALSE", StringComparison.Ordinal);
            double? actual = function switch
            {
                "pnorm" => option.Length == 0 ? StandardNormal.Cdf(a[0]) : PortableMath.Log(StandardNormal.Cdf(a[0])),
                "qnorm" => StandardNormal.Quantile(a[0]),
                "pchisq" => upper ? GammaRegularised.Upper(a[1] / 2.0, a[0] / 2.0) : GammaRegularised.Lower(a[1] / 2.0, a[0] / 2.0),
                "qchisq" => 2.0 * GammaRegularised.Quantile(a[1] / 2.0, a[0]),
                "pgamma" => GammaRegularised.Lower(a[1], a[0]),
                "pf" => BetaRegularised.Upper(a[1] / 2.0, a[2] / 2.0, a[1] * a[0] / (a[2] + (a[1] * a[0]))),
                "pt" when a.Length == 2 => StudentCdf(a[0], a[1]),
                "pbeta" => BetaRegularised.Lower(a[1], a[2], a[0]),
                "qbeta" => BetaRegularised.Quantile(a[1], a[2], a[0]),
                "lgamma" => SpecialFunctions.LogGamma(a[0]),
                _ => null,
            };
            if (actual is double value)
            {
                // log pnorm(6) is near -1e-9, known only as well as 1 - 1e-9 is.
                double tolerance = function is "pnorm" && option.Length > 0 ? 1e-6 : 5e-14;
                ReferenceValues.Close(expected, value, tolerance, $"{function}({string.Join("; ", a)}; {option})");
                compared++;
            }
        }

        Assert.True(compared > 100, $"only {compared} calls compared");
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Agrees_with_MathNet()
    {
        // Math.NET's incomplete functions stop at about 1e-13 relative.
        for (int i = 1; i < 400; i++)
        {
            double x = i * 0.05;
            Assert.Equal(MathNet.Numerics.SpecialFunctions.GammaLn(x), SpecialFunctions.LogGamma(x), 1e-12);
            ReferenceValues.Close(MathNet.Numerics.SpecialFunctions.GammaLowerRegularized(3.3, x), GammaRegularised.Lower(3.3, x), 1e-12, $"gamma {x}");
            ReferenceValues.Close(Beta.CDF(2.5, 4.0, x / 20.0), BetaRegularised.Lower(2.5, 4.0, x / 20.0), 1e-12, $"beta {x / 20.0}");
            ReferenceValues.Close(Normal.CDF(0.0, 1.0, (x - 10.0) / 2.0), StandardNormal.Cdf((x - 10.0) / 2.0), 1e-12, $"normal {(x - 10.0) / 2.0}");
        }
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Quantiles_hold_in_both_tails()
    {
        double[] tails = [1e-19, 1e-16, 1e-9, 0.01, 0.25, 0.5];
        foreach (double tail in tails)
        {
            ReferenceValues.Close(tail, StandardNormal.Cdf(StandardNormal.Quantile(tail)), 4e-14, "normal lower");
            ReferenceValues.Close(tail, StandardNormal.UpperTail(StandardNormal.QuantileUpper(tail)), 4e-14, "normal upper");
            foreach (double a in (double[])[0.3, 1.0, 7.0, 2500.0, 1e7])
            {
                // A relative error e of the quantile moves a tail by about (its log-derivative) e, at most 1e5 here.
                ReferenceValues.Close(tail, GammaRegularised.Lower(a, GammaRegularised.Quantile(a, tail)), 1e-10, $"gamma {a} lower {tail:R}");
                ReferenceValues.Close(tail, GammaRegularised.Upper(a, GammaRegularised.QuantileUpper(a, tail)), 1e-10, $"gamma {a} upper {tail:R}");
                ReferenceValues.Close(tail, BetaRegularised.Lower(a, 5.0, BetaRegularised.Quantile(a, 5.0, tail)), 1e-8, $"beta {a} lower {tail:R}");
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Edges_and_ranges()
    {
        Assert.Equal(0.0, StandardNormal.Quantile(0.5));
        Assert.Equal(double.NegativeInfinity, StandardNormal.Quantile(0.0));
        Assert.Equal(double.PositiveInfinity, StandardNormal.Quantile(1.0));
        Assert.True(double.IsNaN(StandardNormal.Quantile(1.5)));
        Assert.True(double.IsNaN(StandardNormal.Quantile(double.NaN)));
        Assert.Equal(0.5, StandardNormal.Cdf(0.0), 1e-16);
        Assert.Equal(0.0, StandardNormal.UpperTail(double.PositiveInfinity));
        Assert.Equal(1.0, StandardNormal.UpperTail(double.NegativeInfinity));
        Assert.Equal(0.0, SpecialFunctions.LogGamma(1.0));
        Assert.Equal(0.0, SpecialFunctions.LogGamma(2.0));
        Assert.Equal(0.0, GammaRegularised.Quantile(2.0, 0.0));
        Assert.Equal(double.PositiveInfinity, GammaRegularised.Quantile(2.0, 1.0));
        Assert.Equal(1.0, GammaRegularised.Lower(2.0, double.PositiveInfinity));
        Assert.True(double.IsNaN(GammaRegularised.Lower(-1.0, 1.0)));
        Assert.Equal(0.0, BetaRegularised.Quantile(2.0, 3.0, 0.0));
        Assert.Equal(1.0, BetaRegularised.Quantile(2.0, 3.0, 1.0));
        Assert.True(double.IsNaN(BetaRegularised.Upper(2.0, 3.0, 1.1)));
    }

    // Pinned: a change here changes the draws of every scenario.
    [Fact]
    [Trait("Evidence", "Regression")]
    public void Bits_are_pinned()
    {
        (string Name, double Value, string Bits)[] pins =
        [
            ("exp", PortableMath.Exp(-1.7), "3FC7622C78A98A07"),
            ("expm1", PortableMath.ExpM1(-0.0123), "BF89093EA7502D06"),
            ("log", PortableMath.Log(0.37), "BFEFD0EA24BF89B7"),
            ("log1p", PortableMath.Log1P(-0.25), "BFD269621134DB92"),
            ("pow", PortableMath.Pow(1.3, 7.7), "401E28D379BCE282"),
            ("normal tail", StandardNormal.UpperTail(2.3), "3F85F685AE930DB2"),
            ("normal quantile", StandardNormal.Quantile(0.123), "BFF28FD9DDCE9E7C"),
            ("normal quantile, tail", StandardNormal.Quantile(1e-19), "C02206CB7A01518C"),
            ("log gamma", SpecialFunctions.LogGamma(3.7), "3FF6D9625E359B87"),
            ("gamma quantile", GammaRegularised.Quantile(3.7, 0.9), "40191D9DD01BAAA0"),
            ("beta quantile", BetaRegularised.Quantile(2.0, 5.0, 0.3), "3FC745560DCE9CCD"),
        ];
        Assert.All(pins, pin => Assert.Equal(pin.Bits, BitConverter.DoubleToInt64Bits(pin.Value).ToString("X16", System.Globalization.CultureInfo.InvariantCulture)));
    }

    // Through t^2 / (df + t^2): its complement is near 1 for large df, where rounding would cost df / 2 times as many digits.
    private static double StudentCdf(double t, double df)
    {
        double lower = 0.5 * BetaRegularised.Upper(0.5, df / 2.0, t * t / (df + (t * t)));
        return t < 0.0 ? lower : 1.0 - lower;
    }
}
