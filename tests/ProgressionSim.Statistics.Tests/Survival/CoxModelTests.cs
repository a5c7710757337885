using ProgressionSim.Statistics.Survival;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.Survival;

/// <summary>Oracle (a plain partial likelihood maximised by golden section), Exact and Invariant.</summary>
public sealed class CoxModelTests
{
    [Theory]
    [InlineData(21, 0, TieHandling.Efron)]
    [InlineData(22, 2, TieHandling.Efron)]
    [InlineData(23, 2, TieHandling.Breslow)]
    public void Late_entry_strata_and_ties_maximise_the_plain_partial_likelihood(ulong seed, double grid, TieHandling ties)
    {
        var data = SurvivalData.Simulate(seed, 120, grid);
        var random = new SplitMix64(seed + 100);
        double[] x = [.. data.Group.Select(code => code + random.NextUniform())];
        int[] strata = [.. x.Select(_ => random.NextBelow(3))];

        // On the grid some enter exactly when others die: those are not yet at risk.
        double[] entries = [.. data.Times.Select(time => grid > 0 ? grid * Math.Floor(0.7 * random.NextUniform() * time / grid) : 0.7 * random.NextUniform() * time)];
        var model = new CoxModel();
        var fit = model.Fit(data.Times, data.Events, x, 1, ties, strata, entries);
        double Plain(double effect) => PlainLikelihood(data, x, strata, entries, effect, ties);

        Assert.Equal(FitStatus.Estimated, fit.Status);
        Numbers.RelativelyClose(Plain(0), fit.NullLogLikelihood, 1e-12, "null");
        Numbers.RelativelyClose(Plain(model.Estimates[0]), fit.LogLikelihood, 1e-12, "at the estimate");

        // A maximum found from values alone is good to the root of the rounding error, hence 1e-6; the curvature by differences to 1e-5.
        Numbers.Close(Maximise(Plain), model.Estimates[0], 1e-6, "estimate");
        const double H = 1e-3;
        var curvature = (Plain(model.Estimates[0] + H) - (2 * fit.LogLikelihood) + Plain(model.Estimates[0] - H)) / (H * H);
        Numbers.RelativelyClose(1 / Math.Sqrt(-curvature), model.StandardErrors[0], 1e-5, "standard error");
        Assert.True(Math.Abs(Plain(0) - PlainLikelihood(data, x, strata, [.. entries.Select(_ => -1.0)], 0, ties)) > 1);

        // The path for several covariates, with a second one, nests the first.
        double[] two = [.. x.SelectMany(value => new[] { value, random.NextUniform() })];
        var larger = new CoxModel();
        var fitted = larger.Fit(data.Times, data.Events, two, 2, ties, strata, entries);
        Numbers.RelativelyClose(fit.NullLogLikelihood, fitted.NullLogLikelihood, 1e-12, "null of two");
        Assert.True(fitted.LogLikelihood >= fit.LogLikelihood);
        double[] second = [.. two.Where((_, i) => i % 2 == 1)];
        double[] linear = [.. x.Select((value, i) => (value * larger.Estimates[0]) + (second[i] * larger.Estimates[1]))];
        Numbers.RelativelyClose(PlainLikelihood(data, linear, strata, entries, 1, ties), fitted.LogLikelihood, 1e-12, "two at the estimate");
        Numbers.Close(1, Maximise(effect => PlainLikelihood(data, linear, strata, entries, effect, ties)), 1e-6, "along the estimates");
    }

    [Fact]
    public void Three_patients_by_hand()
    {
        // exp(b)/(2 exp(b) + 1) * 1/(exp(b) + 1) is largest at exp(b) = sqrt(1/2); its log there has second derivative -(v + w).
        var model = new CoxModel();
        var fit = model.Fit([1, 2, 3], [true, true, false], [1, 0, 1]);
        Numbers.Close(Math.Log(Math.Sqrt(0.5)), model.Estimates[0], 1e-10, "estimate");
        double r = Math.Sqrt(0.5), p = 2 * r / ((2 * r) + 1), q = r / (r + 1);
        Numbers.Close(1 / Math.Sqrt((p * (1 - p)) + (q * (1 - q))), model.StandardErrors[0], 1e-9, "standard error");
        Numbers.Close(Math.Log(1.0 / 6), fit.NullLogLikelihood, 1e-14, "null");
    }

    [Fact]
    public void Without_ties_the_score_test_is_the_log_rank_test()
    {
        var data = SurvivalData.Simulate(24, 200);
        var fit = new CoxModel().Fit(data.Times, data.Events, [.. data.Group.Select(code => (double)code)]);
        Numbers.RelativelyClose(new LogRankTest().Test(data.Times, data.Events, data.Group).ChiSquare, fit.ScoreChiSquare, 1e-11, "score");
    }

    [Fact]
    public void Effects_scale_with_the_unit_of_the_covariate()
    {
        var data = SurvivalData.Simulate(25, 200, 1);
        var model = new CoxModel();
        model.Fit(data.Times, data.Events, [.. data.Group.Select(code => (double)code)]);
        double estimate = model.Estimates[0], error = model.StandardErrors[0];
        model.Fit(data.Times, data.Events, [.. data.Group.Select(code => 1e6 + (1e3 * code))]);
        Numbers.RelativelyClose(estimate / 1e3, model.Estimates[0], 1e-9, "estimate");
        Numbers.RelativelyClose(error / 1e3, model.StandardErrors[0], 1e-9, "error");
    }

    [Fact]
    public void A_group_without_events_is_reported_as_not_converged_with_usable_score_test()
    {
        double[] group = [0, 0, 0, 0, 1, 1, 1, 1];
        bool[] events = [true, true, true, false, false, false, false, false];
        double[] times = [1, 2, 3, 9, 4, 5, 6, 7];
        var model = new CoxModel();
        var fit = model.Fit(times, events, group);
        Assert.Equal(FitStatus.NotConverged, fit.Status);
        Assert.Equal(FitStatus.NotConverged, model.Effect(0).Status);
        Numbers.RelativelyClose(new LogRankTest().Test(times, events, [.. group.Select(code => (int)code)]).ChiSquare, fit.ScoreChiSquare, 1e-12, "score");

        // In the limit each death sees group 0 alone: 1/4, 1/3, 1/2 of the risk.
        Numbers.Close(-Math.Log(24), fit.LogLikelihood, 1e-6, "likelihood");
    }

    [Fact]
    public void Data_without_an_answer_say_so()
    {
        var model = new CoxModel();
        Assert.Equal(FitStatus.NotEstimable, model.Fit([], [], []).Status);
        Assert.Equal(FitStatus.NotEstimable, model.Fit([1, 2], [false, false], [0, 1]).Status);
        Assert.Equal(FitStatus.NotEstimable, model.Fit([1, 2], [true, true], [0.1, 0.1]).Status);
        Assert.True(double.IsNaN(model.Estimates[0]));
        Assert.Equal(EffectEstimate.NotEstimable, model.Effect(0));

        // Varies between strata only; then a covariate that is the sum of two others; then one that varies only after the last event.
        Assert.Equal(FitStatus.NotEstimable, model.Fit([1, 2, 3, 4], [true, true, true, true], [0, 0, 1, 1], 1, TieHandling.Efron, [0, 0, 1, 1]).Status);
        var data = SurvivalData.Simulate(26, 80);
        double[] dependent = [.. data.Group.SelectMany((code, i) => new[] { code, i % 7, 3 + code + (i % 7) }).Select(value => (double)value)];
        Assert.Equal(FitStatus.NotEstimable, model.Fit(data.Times, data.Events, dependent, 3).Status);
        Assert.Equal(FitStatus.NotEstimable, model.Fit([3, 3, 3, 1], [false, false, true, false], [0.3, 0.3, 0.3, 1]).Status);
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        var model = new CoxModel();
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2], [true], [0, 1]));
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2], [true, true], [0, 1], 2));
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2], [true, true], [0, 1], 1, TieHandling.Efron, [0]));
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2], [true, true], [0, 1], 1, TieHandling.Efron, default, [0]));
        Assert.Throws<ArgumentException>(() => model.Fit([1, 2], [true, true], [0, 1], 1, TieHandling.Efron, default, [0, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Fit([1, 2], [true, true], [0, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Fit([1, 2], [true, true], [], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Fit([1, 2], [true, true], [0, 1], 1, (TieHandling)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoxModel().Effect(0));
    }

    [Fact]
    public void A_used_instance_gives_the_bits_of_a_new_one_and_allocates_nothing()
    {
        var large = SurvivalData.Simulate(27, 300, 1);
        var small = SurvivalData.Simulate(28, 90);
        double[] one = [.. small.Group.Select(code => (double)code)], three = [.. Enumerable.Range(0, 900).Select(i => (double)(i * i % 101))];
        double[] entries = [.. large.Times.Select(time => time / 3)];
        var model = new CoxModel();
        model.Fit(large.Times, large.Events, three, 3, TieHandling.Efron, large.Group, entries);
        var again = model.Fit(small.Times, small.Events, one);
        var fresh = new CoxModel();
        Assert.Equal(fresh.Fit(small.Times, small.Events, one), again);
        Assert.Equal(fresh.Effect(0), model.Effect(0));
        Assert.Equal(0, Allocation.Of(() => model.Fit(small.Times, small.Events, one)));
        Assert.Equal(0, Allocation.Of(() => model.Fit(large.Times, large.Events, three, 3, TieHandling.Efron, large.Group, entries)));
    }

    private static double PlainLikelihood(SurvivalData data, double[] x, int[] strata, double[] entries, double effect, TieHandling ties)
    {
        double sum = 0;
        foreach (var (time, stratum) in data.Times.Zip(strata).Where((_, i) => data.Events[i]).Distinct())
        {
            var atRisk = Enumerable.Range(0, x.Length).Where(i => strata[i] == stratum && entries[i] < time && time <= data.Times[i]).ToArray();
            var died = atRisk.Where(i => data.Times[i] == time && data.Events[i]).ToArray();
            double all = atRisk.Sum(i => Math.Exp(effect * x[i])), tied = died.Sum(i => Math.Exp(effect * x[i]));
            for (var k = 0; k < died.Length; k++)
            {
                sum += (effect * x[died[k]]) - Math.Log(all - (ties == TieHandling.Efron ? tied * k / died.Length : 0));
            }
        }

        return sum;
    }

    private static double Maximise(Func<double, double> function)
    {
        double low = -5, high = 5, ratio = (Math.Sqrt(5) - 1) / 2;
        while (high - low > 1e-8)
        {
            double left = high - (ratio * (high - low)), right = low + (ratio * (high - low));
            (low, high) = function(left) > function(right) ? (low, right) : (left, high);
        }

        return (low + high) / 2;
    }
}
