using ProgressionSim.Statistics.Ranks;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.Ranks;

public sealed class VanElterenTestTests
{
    [Fact]
    public void One_stratum_gives_the_rank_sum_test()
    {
        var data = PlainComparison.Draw(new SplitMix64(71), 90, 4) with { Group = [.. Enumerable.Range(0, 90).Select(i => i % 2)] };
        var comparison = data.With(new JointComparison(), TiedEvents.Equal);
        var test = new VanElterenTest().Run(comparison.Groups, comparison.Scores, new int[90]);
        var expected = JointRankTest.RankSum(comparison);
        Numbers.RelativelyClose(expected.Z, test.Z, 1e-13, "z");
        Numbers.RelativelyClose(expected.PValue, test.PValue, 1e-12, "p-value");
        Assert.Equal(1, test.InformativeStrata);
    }

    [Fact]
    public void A_difference_between_strata_alone_is_not_seen()
    {
        int[] group = [0, 1, 1, 1, 0, 0, 0, 1], strata = [0, 0, 0, 0, 2, 2, 2, 2];
        var test = new VanElterenTest().Run(group, [12, 11, 12, 13, 2, 1, 3, 2], strata);
        Numbers.Close(0, test.Z, 1e-15, "z");
        Assert.Equal(2, test.InformativeStrata);
        Assert.Equal(FitStatus.NotEstimable, new VanElterenTest().Run(group, [5, 5, 5, 5, 6, 6, 6, 6], strata).Status);
        Assert.Equal(FitStatus.NotEstimable, new VanElterenTest().Run([0, 0, 1], [1, 2, 3], [0, 0, 1]).Status);
    }

    [Fact]
    public void Data_that_do_not_fit_are_refused()
    {
        var test = new VanElterenTest();
        Assert.Throws<ArgumentException>(() => test.Run([0, 3], [1, 2], [0, 0]));
        Assert.Throws<ArgumentException>(() => test.Run([0, 1], [1, double.NaN], [0, 0]));
        Assert.Throws<ArgumentException>(() => test.Run([0, 1], [1, 2], [0, -1]));
        Assert.Throws<ArgumentException>(() => test.Run([0, 1], [1], [0, 0]));
    }
}
