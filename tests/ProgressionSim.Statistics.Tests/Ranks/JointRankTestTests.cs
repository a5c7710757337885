using ProgressionSim.Statistics.Ranks;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.Ranks;

public sealed class JointRankTestTests
{
    [Fact]
    public void Variances_are_those_of_all_ways_of_forming_the_groups()
    {
        // Seven patients, three of them in group 1: 35 ways. Scores do not depend on the groups.
        var data = PlainComparison.Draw(new SplitMix64(61), 7, 3) with { Group = [1, 1, 1, 0, 0, 0, 0] };
        var comparison = data.With(new JointComparison(), TiedEvents.CompareFunction);
        double[] scores = comparison.Scores.ToArray(), ranks = comparison.Ranks.ToArray();
        var ways = Enumerable.Range(0, 128).Where(set => int.PopCount(set) == 3).ToArray();
        double Moment(double[] values) => ways.Average(set => Math.Pow(Enumerable.Range(0, 7).Sum(i => ((set >> i) & 1) * (values[i] - values.Average())), 2));
        Assert.Equal(35, ways.Length);
        Numbers.RelativelyClose(Moment(scores), JointRankTest.FinkelsteinSchoenfeld(comparison).Variance, 1e-12, "of the score");
        Numbers.RelativelyClose(Moment(ranks), JointRankTest.RankSum(comparison).Variance, 1e-12, "of the rank sum");
    }

    [Fact]
    public void Without_an_effect_five_in_a_hundred_trials_reject_and_the_scores_swapped_by_group_are_found_out()
    {
        const int Trials = 20_000;
        var random = new SplitMix64(62);
        var comparison = new JointComparison();
        int[] rejected = [0, 0, 0, 0];
        for (var trial = 0; trial < Trials; trial++)
        {
            var data = PlainComparison.Draw(random, 60, 4) with { Group = [.. Enumerable.Range(0, 60).Select(i => i % 2)] };
            data.With(comparison, TiedEvents.CompareFunction);
            var wins = WinRatio.Estimate(comparison);
            rejected[0] += JointRankTest.RankSum(comparison).PValue < 0.05 ? 1 : 0;
            rejected[1] += JointRankTest.FinkelsteinSchoenfeld(comparison).PValue < 0.05 ? 1 : 0;
            rejected[2] += wins.NetBenefit.PValue < 0.05 ? 1 : 0;
            rejected[3] += wins.WinRatio.PValue < 0.05 ? 1 : 0;
        }

        // SE 0.0015. Ties and normal limits shift the level of the rank tests by less than the slack; with 30 patients a group the
        // win statistics, whose variance is not that of the null hypothesis, reject some more.
        var error = Math.Sqrt(0.05 * 0.95 / Trials);
        StatAssert.Mean("rank sum", rejected[0] / (double)Trials, 0.05, error, 0.003);
        StatAssert.Mean("Finkelstein-Schoenfeld", rejected[1] / (double)Trials, 0.05, error, 0.003);
        StatAssert.Mean("net benefit", rejected[2] / (double)Trials, 0.05, error, 0.015);
        StatAssert.Mean("win ratio", rejected[3] / (double)Trials, 0.05, error, 0.015);
    }

    [Fact]
    public void Nothing_is_claimed_where_nothing_can_be_tested()
    {
        var comparison = new JointComparison();
        Assert.Equal(FitStatus.NotEstimable, JointRankTest.RankSum(comparison).Status);
        comparison.Compare([], [], [], [], 3);
        Assert.Equal(FitStatus.NotEstimable, JointRankTest.FinkelsteinSchoenfeld(comparison).Status);
        comparison.Compare([1, 1], [1, 2], [true, false], [], 0);
        Assert.Equal(FitStatus.NotEstimable, JointRankTest.RankSum(comparison).Status);
        Assert.Equal(FitStatus.NotEstimable, JointRankTest.FinkelsteinSchoenfeld(comparison).Status);
        comparison.Compare([0, 1, 1], [9, 9, 9], [false, false, false], [-1, -1, -1], 1);
        Assert.Equal(FitStatus.NotEstimable, JointRankTest.RankSum(comparison).Status);
        Assert.True(double.IsNaN(JointRankTest.FinkelsteinSchoenfeld(comparison).PValue));
    }
}
