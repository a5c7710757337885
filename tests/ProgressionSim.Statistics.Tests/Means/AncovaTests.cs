using ProgressionSim.Statistics.Means;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.Means;

/// <summary>Oracle (R's lm and normal equations solved plainly), Exact and Invariant.</summary>
public sealed class AncovaTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Group_effect_equals_Rs_lm(int term)
    {
        // The other term of two values, bulbar, serves as a second group.
        int[] group = term == 1 ? ChangeData.Arms : ChangeData.Bulbar, other = term == 1 ? ChangeData.Bulbar : ChangeData.Arms;
        double[] covariates = [.. ChangeData.Baselines.SelectMany((value, i) => new[] { value, other[i] })];
        var expected = ChangeData.Expected.GetProperty("ancova");
        var found = new Ancova().Fit(ChangeData.Changes, group, covariates, 2);
        Assert.Equal(FitStatus.Estimated, found.Effect.Status);
        Assert.Equal(135, found.Patients);
        Numbers.RelativelyClose(expected.GetProperty("estimate")[term].GetDouble(), found.Effect.Estimate, 1e-12, "estimate");
        Numbers.RelativelyClose(expected.GetProperty("se")[term].GetDouble(), found.Effect.StandardError, 1e-12, "error");
        Numbers.RelativelyClose(expected.GetProperty("t")[term].GetDouble(), found.Effect.Statistic, 1e-12, "t");
        Numbers.RelativelyClose(expected.GetProperty("p")[term].GetDouble(), found.Effect.PValue, 1e-12, "p");
        Assert.Equal(expected.GetProperty("df").GetDouble(), found.Effect.DegreesOfFreedom);
        Numbers.RelativelyClose(expected.GetProperty("sigma").GetDouble(), found.ResidualStandardDeviation, 1e-12, "sigma");
    }

    [Fact]
    public void Without_covariates_it_is_the_pooled_t_test()
    {
        var test = TwoSampleTTest.Pooled(ChangeData.Changes, ChangeData.Arms);
        var found = new Ancova().Fit(ChangeData.Changes, ChangeData.Arms, [], 0).Effect;
        Numbers.RelativelyClose(test.Estimate, found.Estimate, 1e-12, "estimate");
        Numbers.RelativelyClose(test.StandardError, found.StandardError, 1e-12, "error");
        Assert.Equal(test.DegreesOfFreedom, found.DegreesOfFreedom);
    }

    [Fact]
    public void Nearly_dependent_covariates_far_from_0_keep_their_digits()
    {
        // The second covariate follows the first to 1e-4, both around 1000; removing what they add leaves the effect planted.
        var random = new SplitMix64(51);
        const int N = 60;
        double[] covariates = new double[2 * N], responses = new double[N];
        var group = new int[N];
        for (var i = 0; i < N; i++)
        {
            group[i] = i % 2;
            covariates[2 * i] = 1000 + random.NextUniform();
            covariates[(2 * i) + 1] = covariates[2 * i] + (1e-4 * random.NextUniform());
            responses[i] = (2.5 * group[i]) + (3 * covariates[2 * i]) - (5 * covariates[(2 * i) + 1]) + (i % 4 < 2 ? 1e-3 : -1e-3);
        }

        var found = new Ancova().Fit(responses, group, covariates, 2);
        Assert.Equal(FitStatus.Estimated, found.Effect.Status);
        Assert.True(Math.Abs(found.Effect.Estimate - 2.5) < 4 * found.Effect.StandardError);
        Assert.InRange(found.Effect.StandardError, 2e-4, 4e-4);
    }

    [Fact]
    public void Patients_with_missing_numbers_are_left_out()
    {
        double[] responses = [.. ChangeData.Changes, double.NaN, 3];
        int[] group = [.. ChangeData.Arms, 1, 0];
        double[] covariates = [.. ChangeData.Baselines, 30, double.NaN];
        Assert.Equal(new Ancova().Fit(ChangeData.Changes, ChangeData.Arms, ChangeData.Baselines, 1), new Ancova().Fit(responses, group, covariates, 1));
    }

    [Fact]
    public void Data_without_an_answer_say_so()
    {
        var ancova = new Ancova();
        double[] responses = [1, 3, 2, 5, 4, 6];
        int[] group = [0, 1, 0, 1, 0, 1];
        Assert.Equal(FitStatus.NotEstimable, ancova.Fit([], [], [], 0).Effect.Status);
        Assert.Equal(FitStatus.NotEstimable, ancova.Fit([1, 2], [0, 1], [], 0).Effect.Status);
        Assert.Equal(FitStatus.NotEstimable, ancova.Fit(responses, [1, 1, 1, 1, 1, 1], [], 0).Effect.Status);
        Assert.Equal(FitStatus.NotEstimable, ancova.Fit(responses, group, [0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 1).Effect.Status);
        Assert.Equal(FitStatus.NotEstimable, ancova.Fit(responses, group, [7, 5, 7, 5, 7, 5], 1).Effect.Status);
        Assert.Equal(FitStatus.NotEstimable, ancova.Fit([0, 1, 0, 1, 0, 1], group, [], 0).Effect.Status);
        Assert.Equal(FitStatus.NotEstimable, ancova.Fit([2, 2, 2, 2, 2, 2], group, [], 0).Effect.Status);
        Assert.True(double.IsNaN(ancova.Fit([], [], [], 0).ResidualStandardDeviation));
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        var ancova = new Ancova();
        Assert.Throws<ArgumentException>(() => ancova.Fit([1, 2, 3], [0, 1], [], 0));
        Assert.Throws<ArgumentException>(() => ancova.Fit([1, 2, 3], [0, 1, 2], [], 0));
        Assert.Throws<ArgumentException>(() => ancova.Fit([1, 2, 3], [0, 1, 0], [1, 2], 1));
        Assert.Throws<ArgumentException>(() => ancova.Fit([1, 2, double.PositiveInfinity], [0, 1, 0], [], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ancova.Fit([1, 2, 3], [0, 1, 0], [], -1));
    }

    [Fact]
    public void A_used_instance_gives_the_bits_of_a_new_one_and_allocates_nothing()
    {
        var ancova = new Ancova();
        ancova.Fit([1, 3, 2, 5, 4, 6], [0, 1, 0, 1, 0, 1], [], 0);
        Assert.Equal(
            new Ancova().Fit(ChangeData.Changes, ChangeData.Arms, ChangeData.Baselines, 1),
            ancova.Fit(ChangeData.Changes, ChangeData.Arms, ChangeData.Baselines, 1));
        Assert.Equal(0, Allocation.Of(() => ancova.Fit(ChangeData.Changes, ChangeData.Arms, ChangeData.Baselines, 1)));
    }
}
