using ProgressionSim.Statistics.Survival;

namespace ProgressionSim.Statistics.Tests.Survival;

/// <summary>Oracle (R's survfit), Exact and Invariant.</summary>
public sealed class RestrictedMeanDifferenceTests
{
    [Theory]
    [InlineData("surv_small")]
    [InlineData("surv_medium")]
    public void Means_and_errors_equal_Rs_survfit(string file)
    {
        var data = SurvivalData.Read(file);
        var comparison = new RestrictedMeanDifference();
        foreach (var expected in ReferenceData.Json("survival_expected.json").GetProperty(file).GetProperty("rmst").EnumerateArray())
        {
            var found = comparison.Estimate(data.Times, data.Events, data.Group, expected.GetProperty("tau").GetDouble());
            double mean0 = expected.GetProperty("rmst")[0].GetDouble(), mean1 = expected.GetProperty("rmst")[1].GetDouble();
            double error0 = expected.GetProperty("se")[0].GetDouble(), error1 = expected.GetProperty("se")[1].GetDouble();
            var error = Math.Sqrt((error0 * error0) + (error1 * error1));
            Numbers.RelativelyClose(mean0, found.Reference.Value, 1e-12, "mean 0");
            Numbers.RelativelyClose(mean1, found.Compared.Value, 1e-12, "mean 1");
            Numbers.RelativelyClose(error0, found.Reference.StandardError, 1e-12, "error 0");
            Numbers.RelativelyClose(error1, found.Compared.StandardError, 1e-12, "error 1");
            Numbers.RelativelyClose(mean1 - mean0, found.Difference.Estimate, 1e-11, "difference");
            Numbers.RelativelyClose(error, found.Difference.StandardError, 1e-12, "error");
            Numbers.RelativelyClose((mean1 - mean0) / error, found.Difference.Statistic, 1e-11, "z");
            Assert.Equal(TailProbability.NormalTwoSided(found.Difference.Statistic), found.Difference.PValue);
            Assert.Equal(FitStatus.Estimated, found.Difference.Status);
        }
    }

    [Fact]
    public void Without_censoring_the_mean_is_that_of_the_cut_times()
    {
        double[] times = [1, 4, 9, 2, 3, 12];
        var found = new RestrictedMeanDifference().Estimate(times, [true, true, true, true, true, true], [0, 0, 0, 1, 1, 1], 8);
        Numbers.Close(13.0 / 3, found.Reference.Value, 1e-14, "mean 0");
        Numbers.Close(13.0 / 3, found.Compared.Value, 1e-14, "mean 1");

        // Population variance of the cut times over n.
        double[] cut = [1, 4, 8];
        Numbers.Close(Math.Sqrt(cut.Sum(t => Math.Pow(t - (13.0 / 3), 2)) / 9), found.Reference.StandardError, 1e-14, "error");
        Assert.False(found.Extrapolated);
    }

    [Fact]
    public void A_curve_carried_forward_is_told()
    {
        var comparison = new RestrictedMeanDifference();
        bool[] events = [true, false, true, true];
        Assert.True(comparison.Estimate([1, 3, 2, 9], events, [0, 0, 1, 1], 5).Extrapolated);
        Assert.False(comparison.Estimate([1, 3, 2, 9], events, [0, 0, 1, 1], 3).Extrapolated);
        Assert.False(comparison.Estimate([1, 3, 2, 4], events, [1, 1, 1, 1], 2).Extrapolated);
    }

    [Fact]
    public void Data_without_an_answer_say_so()
    {
        var comparison = new RestrictedMeanDifference();
        Assert.Equal(EffectEstimate.NotEstimable, comparison.Estimate([], [], [], 5).Difference);
        Assert.Equal(EffectEstimate.NotEstimable, comparison.Estimate([1, 2], [true, true], [1, 1], 5).Difference);
        Assert.Equal(EffectEstimate.NotEstimable, comparison.Estimate([1, 2], [false, false], [0, 1], 5).Difference);
        Assert.Equal(EffectEstimate.NotEstimable, comparison.Estimate([7, 8], [true, true], [0, 1], 5).Difference);
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        var comparison = new RestrictedMeanDifference();
        Assert.Throws<ArgumentException>(() => comparison.Estimate([1, 2], [true], [0, 1], 5));
        Assert.Throws<ArgumentException>(() => comparison.Estimate([1, 2], [true, true], [0, 3], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => comparison.Estimate([1, -2], [true, true], [0, 1], 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => comparison.Estimate([1, 2], [true, true], [0, 1], 0));
    }

    [Fact]
    public void Groups_agree_with_the_curve_and_a_used_instance_allocates_nothing()
    {
        var data = SurvivalData.Simulate(31, 400, 0.25);
        var comparison = new RestrictedMeanDifference();
        var found = comparison.Estimate(data.Times, data.Events, data.Group, 11.1);
        var curve = KaplanMeier.Estimate(
            [.. data.Times.Where((_, i) => data.Group[i] == 1)],
            [.. data.Events.Where((_, i) => data.Group[i] == 1)]).RestrictedMean(11.1);
        Numbers.Close(curve.Value, found.Compared.Value, 1e-12, "mean");
        Numbers.Close(curve.StandardError, found.Compared.StandardError, 1e-12, "error");
        comparison.Estimate([1, 2, 3], [true, false, true], [0, 1, 1], 2);
        Assert.Equal(found, comparison.Estimate(data.Times, data.Events, data.Group, 11.1));
        Assert.Equal(0, Allocation.Of(() => comparison.Estimate(data.Times, data.Events, data.Group, 11.1)));
    }
}
