using ProgressionSim.Statistics.Survival;

namespace ProgressionSim.Statistics.Tests.Survival;

/// <summary>Oracle (R's survdiff and a slow plain version), Exact (by hand) and Invariant.</summary>
public sealed class LogRankTestTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData("surv_small")]
    [InlineData("surv_medium")]
    public void Plain_test_equals_Rs_survdiff(string file)
    {
        var data = SurvivalData.Read(file);
        Compare(file, "logrank", new LogRankTest().Test(data.Times, data.Events, data.Group));
    }

    [Theory]
    [InlineData("surv_small")]
    [InlineData("surv_medium")]
    public void Stratified_test_equals_Rs_survdiff(string file)
    {
        var data = SurvivalData.Read(file);
        Compare(
            file,
            "logrank_stratified_bulbar",
            new LogRankTest().TestStratified(data.Times, data.Events, data.Group, SurvivalData.Codes(file, "bulbar")));
    }

    [Fact]
    public void Leaving_out_the_factor_for_ties_would_be_seen()
    {
        var data = SurvivalData.Read("surv_small");
        var expected = ReferenceData.Json("survival_expected.json").GetProperty("surv_small").GetProperty("logrank").GetProperty("var_arm1").GetDouble();
        Assert.True(Math.Abs((Plainly(data, tieFactor: false).Variance / expected) - 1) > 0.01);
    }

    /// <summary>Odd shapes of times that a sort by slices could get wrong: heavy ties, outliers, one value, a huge range, descending order.</summary>
    [Theory]
    [InlineData(1, 200, 0)]
    [InlineData(2, 200, 1)]
    [InlineData(3, 200, 6)]
    [InlineData(4, 500, 0.01)]
    [InlineData(5, 2, 0)]
    [InlineData(6, 50, 30)]
    public void Fast_test_equals_the_plain_one(ulong seed, int patients, double grid)
    {
        var test = new LogRankTest();
        var plain = SurvivalData.Simulate(seed, patients, grid);
        double[][] shapes =
        [
            plain.Times,
            [.. plain.Times.Select(time => Math.Exp(20 * time))],
            [.. plain.Times.Select(time => time * 1e-310)],
            [.. plain.Times.Select((time, i) => i == 0 ? 1e300 : time)],
            [.. plain.Times.Select((time, i) => i == 0 ? -double.MaxValue : i == 1 ? double.MaxValue : time)],
            [.. plain.Times.OrderDescending()],
        ];
        foreach (var times in shapes)
        {
            var data = plain with { Times = times };
            var expected = Plainly(data);
            var found = test.Test(data.Times, data.Events, data.Group);
            Numbers.Close(expected.Expected, found.Expected, Tolerance, "expected");
            Numbers.Close(expected.Variance, found.Variance, Tolerance, "variance");
        }
    }

    [Fact]
    public void Two_deaths_by_hand()
    {
        // At 1: 1 of 4 dies, half of them in group 1. At 2: 1 of 3, one of them in group 1.
        var found = new LogRankTest().Test([2, 1, 3, 3], [true, true, false, false], [0, 1, 1, 0]);
        Numbers.Close(0.5 + (1.0 / 3), found.Expected, 1e-15, "expected");
        Numbers.Close(0.25 + (2.0 / 9), found.Variance, 1e-15, "variance");
        Assert.Equal(1, found.Observed);
        Assert.Equal(1, found.ReferenceObserved);
        Numbers.Close(2 - 0.5 - (1.0 / 3), found.ReferenceExpected, 1e-15, "expected in group 0");
    }

    [Fact]
    public void Exchanging_the_groups_turns_the_sign()
    {
        var data = SurvivalData.Simulate(7, 150, 0.5);
        var test = new LogRankTest();
        var there = test.Test(data.Times, data.Events, data.Group);
        var back = test.Test(data.Times, data.Events, [.. data.Group.Select(code => 1 - code)]);
        Numbers.Close(there.Z, -back.Z, Tolerance, "z");
        Numbers.Close(there.Expected, back.ReferenceExpected, Tolerance, "expected");
    }

    [Fact]
    public void Censoring_after_the_last_event_and_strata_without_events_add_nothing()
    {
        var data = SurvivalData.Simulate(8, 100);
        var test = new LogRankTest();
        var alone = test.Test(data.Times, data.Events, data.Group);
        var strata = Enumerable.Repeat(3, 100).Concat([0, 0, 9]).ToArray();
        var joined = test.TestStratified([.. data.Times, 1, 2, 3], [.. data.Events, false, false, true], [.. data.Group, 0, 1, 1], strata);
        Assert.Equal(alone.Variance, joined.Variance);
        Assert.Equal(alone.Z, joined.Z);
        Assert.Equal(alone.Observed + 1, joined.Observed);
    }

    [Fact]
    public void Data_without_an_answer_say_so()
    {
        var test = new LogRankTest();
        Assert.Equal(FitStatus.NotEstimable, test.Test([], [], []).Status);
        Assert.Equal(FitStatus.NotEstimable, test.Test([1, 2], [false, false], [0, 1]).Status);
        Assert.Equal(FitStatus.NotEstimable, test.Test([1, 2], [true, true], [1, 1]).Status);
        Assert.Equal(FitStatus.NotEstimable, test.Test([1, 1], [true, true], [0, 1]).Status);
        Assert.Equal(FitStatus.NotEstimable, test.TestStratified([1, 2], [true, true], [0, 1], [0, 1]).Status);
        Assert.True(double.IsNaN(test.Test([1, 2], [false, false], [0, 1]).PValue));
    }

    [Fact]
    public void Wrong_shapes_are_refused()
    {
        var test = new LogRankTest();
        Assert.Throws<ArgumentException>(() => test.Test([1, 2], [true], [0, 1]));
        Assert.Throws<ArgumentException>(() => test.Test([1, 2], [true, true], [0]));
        Assert.Throws<ArgumentException>(() => test.Test([1, 2], [true, true], [0, 2]));
        Assert.Throws<ArgumentException>(() => test.Test([1, 2], [true, true], [-1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => test.Test([1, double.NaN], [true, true], [0, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => test.Test([1, 2, 3, 4, double.PositiveInfinity], new bool[5], new int[5]));
        Assert.Throws<ArgumentException>(() => test.TestStratified([1, 2], [true, true], [0, 1], [0]));
        Assert.Throws<ArgumentException>(() => test.TestStratified([1, 2], [true, true], [0, 1], [0, -1]));
    }

    [Fact]
    public void A_used_instance_gives_the_bits_of_a_new_one_and_allocates_nothing()
    {
        var large = SurvivalData.Simulate(9, 500);
        var small = SurvivalData.Simulate(10, 120, 1);
        int[] strata = [.. Enumerable.Range(0, 500).Select(i => i % 7)];
        var test = new LogRankTest();
        test.TestStratified(large.Times, large.Events, large.Group, strata);
        Assert.Equal(new LogRankTest().Test(small.Times, small.Events, small.Group), test.Test(small.Times, small.Events, small.Group));
        Assert.Equal(0, Allocation.Of(() =>
        {
            test.Test(small.Times, small.Events, small.Group);
            test.TestStratified(large.Times, large.Events, large.Group, strata);
        }));
    }

    private static void Compare(string file, string analysis, LogRankResult found)
    {
        var expected = ReferenceData.Json("survival_expected.json").GetProperty(file).GetProperty(analysis);
        Assert.Equal(FitStatus.Estimated, found.Status);
        Assert.Equal(expected.GetProperty("observed")[0].GetDouble(), found.ReferenceObserved);
        Assert.Equal(expected.GetProperty("observed")[1].GetDouble(), found.Observed);
        Numbers.RelativelyClose(expected.GetProperty("expected")[0].GetDouble(), found.ReferenceExpected, Tolerance, "expected 0");
        Numbers.RelativelyClose(expected.GetProperty("expected")[1].GetDouble(), found.Expected, Tolerance, "expected 1");
        Numbers.RelativelyClose(expected.GetProperty("var_arm1").GetDouble(), found.Variance, Tolerance, "variance");
        Numbers.RelativelyClose(expected.GetProperty("z_arm1").GetDouble(), found.Z, Tolerance, "z");
        Numbers.RelativelyClose(expected.GetProperty("chisq").GetDouble(), found.ChiSquare, Tolerance, "chi-square");
        Numbers.RelativelyClose(expected.GetProperty("p").GetDouble(), found.PValue, Tolerance, "p");
    }

    private static (double Expected, double Variance) Plainly(SurvivalData data, bool tieFactor = true)
    {
        double expected = 0, variance = 0;
        foreach (var time in data.Times.Where((_, i) => data.Events[i]).Distinct())
        {
            var atRisk = Enumerable.Range(0, data.Times.Length).Where(i => data.Times[i] >= time).ToArray();
            double n = atRisk.Length, n1 = atRisk.Count(i => data.Group[i] == 1), d = atRisk.Count(i => data.Times[i] == time && data.Events[i]);
            expected += d * n1 / n;
            variance += n > 1 ? d * n1 * (n - n1) / (n * n) * (tieFactor ? (n - d) / (n - 1) : 1) : 0;
        }

        return (expected, variance);
    }
}
