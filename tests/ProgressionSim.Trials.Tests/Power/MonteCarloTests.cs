using ProgressionSim.TestKit;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Power;

public sealed class MonteCarloTests
{
    [Fact]
    public void Means_of_independent_trials_have_the_textbook_error_and_leave_out_what_is_missing()
    {
        // 1, 2, 4, 9: mean 4, squares 9 + 4 + 0 + 25 = 38, error sqrt(38 / 3 / 4).
        var found = MonteCarlo.Mean([1, double.NaN, 2, 4, double.NaN, 9], 0);
        var error = Math.Sqrt(38.0 / 12);
        Assert.Equal(4, found.Value);
        Assert.Equal(error, found.StandardError, 1e-12);
        Assert.Equal(4 - (1.959963984540054 * error), found.Low, 1e-9);
        Assert.Equal(4 + (1.959963984540054 * error), found.High, 1e-9);
        Assert.Equal(double.NaN, MonteCarlo.Mean([double.NaN], 0).Value);
        var single = MonteCarlo.Mean([3, double.NaN], 0);
        Assert.Equal((3, double.NaN), (single.Value, single.StandardError));
    }

    [Fact]
    public void Shares_have_the_binomial_error_and_Wilsons_interval()
    {
        var found = MonteCarlo.Share([.. Enumerable.Range(0, 50).Select(i => i < 8)], 0);
        const double P = 0.16, N = 50, Z = 1.959963984540054;
        Assert.Equal(P, found.Value);
        Assert.Equal(Math.Sqrt(P * (1 - P) / N), found.StandardError, 1e-12);
        var middle = (P + (Z * Z / (2 * N))) / (1 + (Z * Z / N));
        var half = Z / (1 + (Z * Z / N)) * Math.Sqrt((P * (1 - P) / N) + (Z * Z / (4 * N * N)));
        Assert.Equal(middle - half, found.Low, 1e-9);
        Assert.Equal(middle + half, found.High, 1e-9);
    }

    [Fact]
    public void Where_trials_of_a_slice_are_alike_each_slice_counts_once()
    {
        // Replicate r belongs to slice r modulo 10. The error is that of ten numbers, with the t quantile of 9 degrees of freedom.
        double[] slices = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3];
        var found = MonteCarlo.Mean([.. Enumerable.Range(0, 500).Select(i => slices[i % 10])], 10);
        var error = Math.Sqrt(slices.Sum(each => (each - 3.9) * (each - 3.9)) / 9 / 10);
        Assert.Equal(3.9, found.Value, 1e-12);
        Assert.Equal(error, found.StandardError, 1e-12);
        Assert.Equal(3.9 + (2.2621571628 * error), found.High, 1e-8);

        // A slice without any value is no slice, and the others go on as they are.
        double[] without = [.. slices.Select((value, slice) => slice == 5 ? double.NaN : value)];
        var nine = MonteCarlo.Mean([.. Enumerable.Range(0, 500).Select(i => without[i % 10])], 10);
        var mean = (slices.Sum() - 9) / 9;
        Assert.Equal(Math.Sqrt(without.Where(double.IsFinite).Sum(each => (each - mean) * (each - mean)) / 8 / 9), nine.StandardError, 1e-12);
    }

    [Fact]
    public void The_error_is_never_less_than_that_of_independent_trials()
    {
        // Every slice holds the same two values: nothing differs between slices.
        double[] values = [.. Enumerable.Range(0, 200).Select(i => i / 20 % 2 == 0 ? 1.0 : 0)];
        Assert.Equal(MonteCarlo.Mean(values, 0).StandardError, MonteCarlo.Mean(values, 20).StandardError);
        Assert.Equal(Math.Sqrt(0.25 / 200), MonteCarlo.Share([.. values.Select(value => value > 0)], 20).StandardError, 1e-12);
    }

    [Fact]
    public void The_error_between_slices_is_right_on_average()
    {
        // Slice means of variance 1, trials around them of variance 4, 5 a slice: the variance of the mean of 20 slices is (1 + 4/5) / 20.
        var random = new SplitMix64(1301);
        var (variances, means) = (new List<double>(), new List<double>());
        for (var run = 0; run < 4000; run++)
        {
            double[] slices = [.. Enumerable.Range(0, 20).Select(_ => Gaussian(random))];
            var found = MonteCarlo.Mean([.. Enumerable.Range(0, 100).Select(i => slices[i % 20] + (2 * Gaussian(random)))], 20);
            variances.Add(found.StandardError * found.StandardError);
            means.Add(found.Value);
        }

        // The floor of independence, 5 / 100, lifts the mean variance a little; one in a hundred is allowed for it.
        const double Truth = 1.8 / 20;
        var moments = SampleMoments.Of(variances);
        StatAssert.Mean("variance of the mean", moments.Mean, Truth, moments.StandardErrorOfMean, 0.03 * Truth);
        StatAssert.Mean("variance between runs", SampleMoments.Of(means).Variance, Truth, SampleMoments.Of(means).StandardErrorOfVariance);
        StatAssert.Rejects("independent trials", () => StatAssert.Mean("variance", moments.Mean, 5 / 100.0, moments.StandardErrorOfMean));
    }

    private static double Gaussian(SplitMix64 random) => Math.Sqrt(2 * random.NextExponential()) * Math.Cos(2 * Math.PI * random.NextUniform());
}
