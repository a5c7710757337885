using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Statistics.Tests.Tables;

/// <summary>Exact: small histograms worked out by hand, and sorted values as oracle for the value form.</summary>
public sealed class HistogramQuantileTests
{
    private static readonly double[] Edges = [0, 1, 3, 4, 8];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.51, 4.08)]
    [InlineData(0.75, 6)]
    [InlineData(1, 8)]
    public void Interpolation_runs_straight_through_a_bin_and_jumps_over_empty_ones(double share, double expected) =>
        Numbers.Close(expected, HistogramQuantile.Interpolated(Edges, [0, 10, 0, 10], share), 1e-14, "quantile");

    [Fact]
    public void The_value_form_is_the_smallest_value_whose_cumulative_share_reaches_p()
    {
        long[] counts = [3, 0, 55, 1, 0, 41, 0];
        var values = counts.SelectMany((count, i) => Enumerable.Repeat(10L + i, (int)count)).ToArray();
        for (var k = 1; k <= 100; k++)
        {
            // The k-th of 100 sorted values is the smallest with a share of at least k/100.
            Assert.Equal(values[k - 1], HistogramQuantile.Value(10, counts, k / 100.0));
        }

        Assert.Equal(10, HistogramQuantile.Value(10, counts, 0));
    }

    [Theory]
    [InlineData(0.55, 1)]
    [InlineData(0.5500001, 2)]
    public void A_decimal_share_meets_its_count_exactly(double share, long expected) =>
        Assert.Equal(expected, HistogramQuantile.Value(1, [55, 45], share));

    [Fact]
    public void Large_counts_do_not_overflow()
    {
        Assert.Equal(1.5, HistogramQuantile.Interpolated([1, 2], [1L << 60], 0.5));
        Assert.Equal(0, HistogramQuantile.Value(0, [1L << 60, 1L << 60], 0.5));
        Assert.Throws<OverflowException>(() => HistogramQuantile.Value(0, [long.MaxValue, 1], 0.5));
    }

    [Fact]
    public void A_bin_without_width_holds_one_exact_value()
    {
        Assert.Equal(0, HistogramQuantile.Interpolated([0, 0, 4, 4], [6, 3, 1], 0.5));
        Assert.Equal(2, HistogramQuantile.Interpolated([0, 0, 4, 4], [6, 3, 1], 0.75));
        Assert.Equal(4, HistogramQuantile.Interpolated([0, 0, 4, 4], [6, 3, 1], 0.95));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Impossible_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => HistogramQuantile.Interpolated([0, 1], [1, 1], 0.5));
        Assert.Throws<ArgumentException>(() => HistogramQuantile.Interpolated([0, -1], [1], 0.5));
        Assert.Throws<ArgumentException>(() => HistogramQuantile.Interpolated([0, double.PositiveInfinity], [1], 0.5));
        Assert.Throws<ArgumentException>(() => HistogramQuantile.Interpolated([0, 1], [0], 0.5));
        Assert.Throws<ArgumentException>(() => HistogramQuantile.Value(0, [], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistogramQuantile.Value(0, [-1, 2], 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistogramQuantile.Value(0, [1], 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistogramQuantile.Value(0, [1], double.NaN));
    }
}
