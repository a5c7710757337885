using System.Runtime.Intrinsics;
using ProgressionSim.Engine.Recording;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Running;

public sealed class RecordingTests
{
    [Fact]
    [Trait("Evidence", "Exact")]
    public void Grid_places_months_between_steps()
    {
        // Month 12 is 52.178571 steps of a week, month -1 is -4.348214.
        var grid = new ObservationGrid(2, 12, 7 / 30.4375);
        Assert.Equal(Enumerable.Range(-2, 15), grid.Months);
        Assert.Equal((52, -5, 0), (grid.Steps[14], grid.Steps[1], grid.Steps[2]));
        Assert.Equal(0.178571f, grid.Fractions[14], 1e-5f);
        Assert.Equal(0.651786f, grid.Fractions[1], 1e-5f);
        Assert.Equal(53, grid.LastStep);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Step_histogram_counts_clamps_merges_and_finds_quantiles()
    {
        var histogram = new StepHistogram(-3, 4);
        foreach (var step in (int[])[-9, -3, 0, 0, 1, 4, 7])
        {
            histogram.Add(step);
        }

        Assert.Equal([2, 0, 0, 2, 1, 0, 0, 2], histogram.Counts.ToArray());
        Assert.Equal(7, histogram.Total);
        Assert.Equal(0, histogram.Quantile(0.5));
        Assert.Equal(-3, histogram.Quantile(0.2));
        Assert.Equal(4, histogram.Quantile(1));
        Assert.Equal(4, histogram.Quantile(0.5, 14));
        Assert.Null(histogram.Quantile(0.6, 14));
        Assert.Null(new StepHistogram(0, 2).Quantile(0.5));
        histogram.Merge(histogram);
        Assert.Equal(14, histogram.Total);
        Assert.Throws<ArgumentException>(() => histogram.Merge(new StepHistogram(-3, 5)));
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Every_recorded_value_lies_between_the_edges_of_its_bin()
    {
        foreach (var measure in new MeasureCatalogue(TestPlans.Disease()).Observed)
        {
            var bins = measure.Bins;
            Assert.Equal(0, bins.BinOf(-5));
            Assert.Equal(bins.Count - 1, bins.BinOf(1e30f));
            var last = -1;
            for (var bin = 0; bin < bins.Count; bin++)
            {
                // Only the bins of the exact bounds have no width.
                var exact = bin == 0 || bin == bins.Count - 1;
                Assert.True(bins.LowerEdge(bin) < bins.LowerEdge(bin + 1) || (exact && bins.LowerEdge(bin) == bins.LowerEdge(bin + 1)), measure.Name);
                var inside = (float)((bins.LowerEdge(bin) + bins.LowerEdge(bin + 1)) / 2);
                Assert.Equal(bin, bins.BinOf(inside));
            }

            // All fixed-point values of the first 30,000, or of the range spread out.
            var top = (long)(Math.Min(bins.LowerEdge(bins.Count), 1e6) * measure.Scale);
            for (long value = 0; value < top; value += Math.Max(1, top / 30_000))
            {
                var real = value * (1f / measure.Scale);
                var bin = bins.BinOf(real);
                var slack = 1e-6 * (bins.LowerEdge(bins.Count) - bins.LowerEdge(0));
                Assert.True(bin >= last && real >= bins.LowerEdge(bin) - slack && real < bins.LowerEdge(bin + 1) + slack, $"{measure.Name} {real} in bin {bin}");
                last = bin;
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Bounded_bins_hold_their_bounds_exactly()
    {
        var bins = HistogramBins.Bounded(0, 1000, 250);
        Assert.Equal([0, 1, 1, 2, 250, 250, 251], ((float[])[0, 1 / 256f, 3.99f, 4, 996, 999.99f, 1000]).Select(bins.BinOf));
        Assert.Equal([0, 0, 4, 996, 1000, 1000], ((int[])[0, 1, 2, 250, 251, 252]).Select(bins.LowerEdge));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Logarithmic_bins_are_about_two_percent_wide()
    {
        var bins = HistogramBins.Logarithmic(8, 1 << 20);
        Assert.Equal(0, bins.LowerEdge(0));
        Assert.Equal(8, bins.LowerEdge(1));
        Assert.Equal(8.25, bins.LowerEdge(2));
        Assert.Equal(16, bins.LowerEdge(33));
        Assert.Equal((17 * 32) + 2, bins.Count);
        Assert.Equal(33, bins.BinOf(16));
        Assert.Equal(32, bins.BinOf(15.999f));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Bins_of_eight_values_are_those_of_one_at_a_time()
    {
        HistogramBins[] kinds = [.. new MeasureCatalogue(TestPlans.Disease()).Observed.Select(measure => measure.Bins), HistogramBins.Equal(-3, 5.5f, 7), HistogramBins.Whole(-4, 9), HistogramBins.Bounded(0.25f, 2, 1)];
        var random = new SplitMix64(0xE1_02);
        foreach (var bins in kinds)
        {
            var edges = Enumerable.Range(0, bins.Count + 1).Select(bin => (float)bins.LowerEdge(bin));
            float[] values =
            [
                0, -0f, 1e-40f, -1e-40f, 1e30f, -1e30f, float.MaxValue, float.MinValue, 1 << 26, -(1 << 26), int.MaxValue,
                .. edges, .. edges.Select(MathF.BitIncrement), .. edges.Select(MathF.BitDecrement),
                .. Enumerable.Range(0, 4_000).Select(_ => (float)(random.NextUniform() * bins.LowerEdge(bins.Count) * 1.1)),
                .. Enumerable.Range(0, 4_000).Select(_ => BitConverter.Int32BitsToSingle(random.NextBelow(0x7f800000))),
            ];
            foreach (var eight in values.Where(float.IsFinite).Chunk(8).Where(chunk => chunk.Length == 8))
            {
                var found = bins.BinsOf(Vector256.Create(eight));
                for (var i = 0; i < 8; i++)
                {
                    Assert.True(bins.BinOf(eight[i]) == found[i], $"{eight[i]:R}: bin {bins.BinOf(eight[i])}, among eight {found[i]}");
                }
            }
        }
    }
}
