using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Statistics.Tests.Tables;

/// <summary>Exact: sums worked out by hand.</summary>
public sealed class MeanEstimateTests
{
    [Fact]
    public void Four_values_in_thousandths()
    {
        // 1.5, 2, 2.5, 4: mean 2.5, squared deviations 1 + 0.25 + 0 + 2.25 = 3.5, variance 3.5/3.
        Int128[] values = [1500, 2000, 2500, 4000];
        var estimate = MeanEstimate.FromFixedPoint(4, Sum(values), Sum(values.Select(x => x * x)), 1000);
        Assert.Equal(4, estimate.Count);
        Numbers.Close(2.5, estimate.Mean, 1e-15, "mean");
        Numbers.Close(Math.Sqrt(3.5 / 3), estimate.StandardDeviation, 1e-15, "standard deviation");
        var error = Math.Sqrt(3.5 / 12);
        Numbers.Close(error, estimate.StandardError, 1e-15, "standard error");
        Numbers.Close(2.5 - (1.959963984540054 * error), estimate.Low, 1e-15, "low");
        Numbers.Close(2.5 + (1.959963984540054 * error), estimate.High, 1e-15, "high");
    }

    [Fact]
    public void A_small_spread_around_a_large_mean_keeps_its_digits()
    {
        // A billion values, half m - 1 and half m + 1: variance n/(n - 1). In doubles the sums would agree to all digits.
        const long n = 1_000_000_000;
        var m = (Int128)1 << 45;
        var estimate = MeanEstimate.FromFixedPoint(n, m * n, ((m * m) + 1) * n, 1);
        Assert.Equal(Math.Pow(2, 45), estimate.Mean);
        Numbers.Close(Math.Sqrt(n / (n - 1.0)), estimate.StandardDeviation, 1e-15, "standard deviation");
    }

    [Fact]
    public void The_largest_sums_do_not_overflow()
    {
        // n * sum of squares is 2^128 - 2 and needs more than an Int128: variance (2^128 - 2^126)/2 = 1.5 * 2^126.
        var estimate = MeanEstimate.FromFixedPoint(2, -((Int128)1 << 63), Int128.MaxValue, 1);
        Numbers.RelativelyClose(Math.Sqrt(1.5) * Math.Pow(2, 63), estimate.StandardDeviation, 1e-15, "standard deviation");
        Assert.Equal(-Math.Pow(2, 62), estimate.Mean);
    }

    /// <summary>Small sums are added up in 64 bits, larger ones in as many as it takes: twice as fine a scale, twenty times over, must not show.</summary>
    [Fact]
    public void A_finer_scale_changes_nothing()
    {
        for (var (unit, scale) = ((Int128)1, 1.0); scale < 1e9; (unit, scale) = (unit * 2, scale * 2))
        {
            var estimate = MeanEstimate.FromFixedPoint(5, 3_000 * unit, 9_000_001 * unit * unit, scale);
            Assert.Equal(600, estimate.Mean);
            Assert.Equal(MeanEstimate.FromFixedPoint(5, 3_000, 9_000_001, 1).StandardDeviation, estimate.StandardDeviation);
        }
    }

    [Fact]
    public void One_value_has_no_spread_and_equal_values_have_none_to_show()
    {
        var one = MeanEstimate.FromFixedPoint(1, -3, 9, 2);
        Assert.Equal(-1.5, one.Mean);
        Assert.True(double.IsNaN(one.StandardDeviation) && double.IsNaN(one.Low) && double.IsNaN(one.High));
        var equal = MeanEstimate.FromFixedPoint(3, 21, 147, 1);
        Assert.Equal((7, 0, 7), (equal.Mean, equal.StandardDeviation, equal.High));
    }

    [Fact]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanEstimate.FromFixedPoint(0, 0, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanEstimate.FromFixedPoint(1, 0, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MeanEstimate.FromFixedPoint(1, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => MeanEstimate.FromFixedPoint(3, 21, 146, 1));
    }

    private static Int128 Sum(IEnumerable<Int128> values) => values.Aggregate((a, b) => a + b);
}
