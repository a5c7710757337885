using ProgressionSim.Trials.Patients;

namespace ProgressionSim.Trials.Tests.Patients;

public sealed class TiltedWeibullTests
{
    public static TheoryData<double, double> Cases()
    {
        var cases = new TheoryData<double, double>();
        foreach (var shape in (double[])[0.5, 1, 1.01, 1.44, 3, 20])
        {
            foreach (var x in (double[])[1e-7, 0.3, 3, 20, 55, 90, 210, 400])
            {
                cases.Add(shape, x);
                cases.Add(shape, -x);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_integral_is_that_of_the_double_exponential_rule(double shape, double x)
    {
        foreach (var months in (double[])[0.02, 7, 60])
        {
            var tilt = x / months;

            // With the largest value of the tilt taken out, so that nothing overflows.
            var largest = Math.Max(x, 0);
            var slow = Math.Log(SlowIntegral.Hazard(shape, u => (tilt * u) - largest, 0, months)) + largest;
            Assert.Equal(slow, TiltedWeibull.LogIntegral(shape, tilt, Math.Log(months)), 2e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_time_is_found_again_from_the_slow_integral(double shape, double x)
    {
        // Where the hazard has fallen by e^-20 and more nothing is left to die of, and the integral no longer tells the time.
        if (x < -10)
        {
            return;
        }

        foreach (var months in (double[])[0.02, 7, 60])
        {
            var tilt = x / months;
            var largest = Math.Max(x, 0);
            var target = Math.Log(SlowIntegral.Hazard(shape, u => (tilt * u) - largest, 0, months)) + largest;
            Assert.Equal(1, TiltedWeibull.Time(shape, tilt, target) / months, 1e-10);
        }
    }

    [Fact]
    public void Without_a_tilt_the_time_is_the_Weibull_quantile()
    {
        Assert.Equal(Math.Pow(5, 1 / 1.44), TiltedWeibull.Time(1.44, 0, Math.Log(5)), 1e-14 * 5);
        Assert.Equal(1.44 * Math.Log(7), TiltedWeibull.LogIntegral(1.44, 0, Math.Log(7)), 1e-14);
    }

    [Fact]
    public void A_tilt_that_vanishes_becomes_none()
    {
        foreach (var tilt in (double[])[1e-14, -1e-14])
        {
            Assert.Equal(1, TiltedWeibull.Time(1.44, tilt, 3) / TiltedWeibull.Time(1.44, 0, 3), 1e-12);
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(1.44)]
    [InlineData(50)]
    public void The_inverse_is_one_however_far_out(double shape)
    {
        foreach (var tilt in (double[])[1e-12, 1e-3, 0.5, 40, 1e6])
        {
            foreach (var target in (double[])[-1e5, -500, -3, 0, 3, 500, 1e5])
            {
                var months = TiltedWeibull.Time(shape, tilt, target);
                if (months > 0)
                {
                    Assert.Equal(target, TiltedWeibull.LogIntegral(shape, tilt, Math.Log(months)), 1e-12 * (10 + Math.Abs(target)));
                }
            }
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.44)]
    [InlineData(20)]
    [InlineData(50)]
    public void Neither_changing_the_series_nor_reaching_the_plateau_makes_a_jump(double shape)
    {
        var edge = 40 + (8 * shape);
        foreach (var sign in (double[])[1, -1])
        {
            var below = TiltedWeibull.LogIntegral(shape, sign, Math.Log(edge * (1 - 1e-9)));
            var above = TiltedWeibull.LogIntegral(shape, sign, Math.Log(edge * (1 + 1e-9)));

            // For a tilt of 1 the integral rises by about 2e-9 edge between the two.
            var rise = sign > 0 ? 2e-9 * edge : 0;
            Assert.Equal(rise, above - below, 1e-12 * edge);
        }
    }
}
