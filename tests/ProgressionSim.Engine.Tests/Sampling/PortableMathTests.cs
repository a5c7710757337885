using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Engine.Tests.Sampling;

public sealed class PortableMathTests
{
    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData("Exp", 1.1)]
    [InlineData("ExpM1", 2.0)]
    [InlineData("Log", 1.1)]
    [InlineData("Log1P", 1.1)]
    [InlineData("Pow", 1.2)]
    public void Agrees_with_sixty_digits(string function, double ulps)
    {
        foreach ((double[] first, double y, double high, double low) in ReferenceValues.HighPrecision(function))
        {
            double x = first[0];
            double actual = function switch
            {
                "Exp" => PortableMath.Exp(x),
                "ExpM1" => PortableMath.ExpM1(x),
                "Log" => PortableMath.Log(x),
                "Log1P" => PortableMath.Log1P(x),
                _ => PortableMath.Pow(x, y),
            };
            double error = ReferenceValues.Ulps(actual, high, low);
            Assert.True(error <= ulps, $"{function}({x:R}, {y:R}) is {actual:R}, {error:F2} ulp from {high:R}");
        }
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void A_value_two_ulps_away_is_rejected()
    {
        (_, _, double high, double low) = ReferenceValues.HighPrecision("Exp")[0];
        Assert.True(ReferenceValues.Ulps(Math.BitIncrement(Math.BitIncrement(high)), high, low) > 1.1);
        Assert.Throws<Xunit.Sdk.TrueException>(() => ReferenceValues.Close(1.0, 1.0 + 1e-12, 1e-13, "wrong"));
    }

    // The platform's functions err by up to 1 ulp themselves.
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Agrees_with_the_platform_on_dense_grids()
    {
        for (int i = -200_000; i <= 200_000; i++)
        {
            double x = i * 0.00353;
            Assert.True(ReferenceValues.Ulps(PortableMath.Exp(x), Math.Exp(x)) <= 2.1, $"exp({x:R})");
            double y = 1e-300 * Math.Pow(1.00345, i + 200_000);
            Assert.True(ReferenceValues.Ulps(PortableMath.Log(y), Math.Log(y)) <= 2.1, $"log({y:R})");
            Assert.True(ReferenceValues.Ulps(PortableMath.Pow(1.0 + (i * 4e-6), 3.3), Math.Pow(1.0 + (i * 4e-6), 3.3)) <= 2.1, $"pow at {i}");
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void ExpM1_and_Log1P_undo_each_other()
    {
        // Each step errs by 2 ulp at most, and the derivative here never magnifies by more than e^2.
        for (int i = -2000; i <= 2000; i++)
        {
            double x = i * 1e-3;
            ReferenceValues.Close(x, PortableMath.Log1P(PortableMath.ExpM1(x)), 3e-15, $"x = {x:R}");
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Exp_at_the_edges_follows_IEEE()
    {
        Assert.Equal(1.0, PortableMath.Exp(0.0));
        Assert.Equal(1.0, PortableMath.Exp(-0.0));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(709.79));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(double.PositiveInfinity));
        Assert.Equal(0.0, PortableMath.Exp(-745.2));
        Assert.Equal(0.0, PortableMath.Exp(double.NegativeInfinity));
        Assert.Equal(double.Epsilon, PortableMath.Exp(-744.44));
        Assert.True(double.IsNaN(PortableMath.Exp(double.NaN)));
        Assert.True(ReferenceValues.Ulps(PortableMath.Exp(709.7827), Math.Exp(709.7827)) <= 2.0);
        Assert.True(Math.Abs(PortableMath.Exp(-720.0) - Math.Exp(-720.0)) <= double.Epsilon);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void ExpM1_and_logarithms_at_the_edges_follow_IEEE()
    {
        Assert.Equal(0.0, PortableMath.ExpM1(0.0));
        Assert.Equal(-1.0, PortableMath.ExpM1(-40.0));
        Assert.Equal(-1.0, PortableMath.ExpM1(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, PortableMath.ExpM1(710.0));
        Assert.True(double.IsNaN(PortableMath.ExpM1(double.NaN)));
        Assert.Equal(1e-310, PortableMath.ExpM1(1e-310));
        Assert.Equal(0.0, PortableMath.Log(1.0));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log(0.0));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log(double.PositiveInfinity));
        Assert.True(double.IsNaN(PortableMath.Log(-1.0)));
        Assert.True(double.IsNaN(PortableMath.Log(double.NaN)));
        Assert.Equal(Math.Log(double.Epsilon), PortableMath.Log(double.Epsilon));
        Assert.Equal(double.NegativeInfinity, PortableMath.Log1P(-1.0));
        Assert.Equal(double.PositiveInfinity, PortableMath.Log1P(double.PositiveInfinity));
        Assert.True(double.IsNaN(PortableMath.Log1P(-1.5)));
        Assert.True(double.IsNaN(PortableMath.Log1P(double.NaN)));
        Assert.Equal(1e-320, PortableMath.Log1P(1e-320));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Pow_at_the_edges_equals_the_IEEE_function()
    {
        double[] values = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 1e300, -1e300, double.PositiveInfinity, double.NegativeInfinity, double.NaN];
        foreach (double x in values)
        {
            foreach (double y in values)
            {
                double expected = Math.Pow(x, y);
                double actual = PortableMath.Pow(x, y);
                Assert.True(expected.Equals(actual) || ReferenceValues.Ulps(actual, expected) <= 2.0, $"pow({x:R}, {y:R}): {actual:R} for {expected:R}");
                Assert.Equal(double.IsNegative(expected), double.IsNaN(expected) ? double.IsNegative(expected) : double.IsNegative(actual));
            }
        }
    }
}
