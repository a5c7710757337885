using ProgressionSim.Statistics.Ranks;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.Ranks;

/// <summary>Oracle: every pair taken by itself, straight from the rule.</summary>
public sealed class JointComparisonTests
{
    [Theory]
    [InlineData(TiedEvents.CompareFunction, 41)]
    [InlineData(TiedEvents.Equal, 42)]
    public void Three_thousand_small_trials_are_counted_as_pair_by_pair(TiedEvents tied, int seed)
    {
        var random = new SplitMix64((ulong)seed);
        var comparison = new JointComparison();
        for (var trial = 0; trial < 3000; trial++)
        {
            Agree(PlainComparison.Draw(random, random.NextBelow(40), random.NextBelow(8)), comparison, tied);
        }
    }

    [Theory]
    [InlineData(TiedEvents.CompareFunction, 43)]
    [InlineData(TiedEvents.Equal, 44)]
    public void Larger_trials_are_counted_as_pair_by_pair(TiedEvents tied, int seed)
    {
        var random = new SplitMix64((ulong)seed);
        var comparison = new JointComparison();
        for (var trial = 0; trial < 30; trial++)
        {
            Agree(PlainComparison.Draw(random, 100 + random.NextBelow(500), random.NextBelow(10)), comparison, tied);
        }
    }

    [Fact]
    public void Values_that_crowd_together_beside_outliers_are_sorted_all_the_same()
    {
        var random = new SplitMix64(45);
        var comparison = new JointComparison();
        double[] outliers = [1e300, -1e300, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, 0.0, -0.0, double.MaxValue, double.MinValue];
        for (var trial = 0; trial < 200; trial++)
        {
            // A visit that is the last of few patients is not sorted.
            var data = PlainComparison.Draw(random, trial % 2 == 0 ? 60 : 240, 3);
            var changes = data.Changes.Select(change => random.NextBelow(8) == 0 ? outliers[random.NextBelow(outliers.Length)] : change).ToArray();
            Agree(data with { Changes = changes }, comparison, TiedEvents.CompareFunction);
        }
    }

    [Fact]
    public void The_wrong_rule_for_a_death_at_the_last_visit_of_another_is_told_apart()
    {
        // Patient 1 was seen alive at the very time at which patient 0 died: 1 wins. Had they been compared by function, 0 would.
        var comparison = new JointComparison();
        comparison.Compare([0, 1], [6, 6], [true, false], [-1, -5], 1);
        Assert.Equal([-1.0, 1.0], comparison.Scores.ToArray());
        Assert.Equal([1.0, 2.0], comparison.Ranks.ToArray());
        Assert.Equal(1, comparison.PairsDecidedBySurvival);

        // Last seen before the death: nobody knows who lived longer, so function decides.
        comparison.Compare([0, 1], [6, 5.9], [true, false], [-1, -5], 1);
        Assert.Equal([1.0, -1.0], comparison.Scores.ToArray());
        Assert.Equal(1, comparison.PairsDecidedByFunction);
    }

    [Fact]
    public void Function_is_compared_at_the_last_visit_that_both_attended()
    {
        var comparison = new JointComparison();
        comparison.Compare([0, 1], [12, 12], [false, false], [-1, -2, double.NaN, -2, double.NaN, -1], 3);
        Assert.Equal([1.0, -1.0], comparison.Scores.ToArray());
        comparison.Compare([0, 1], [12, 12], [false, false], [-1, -2, double.NaN, double.NaN, double.NaN, -1], 3);
        Assert.Equal(1, comparison.PairsTied);
    }

    [Fact]
    public void A_comparison_does_not_depend_on_those_before_it_and_allocates_nothing_once_grown()
    {
        var random = new SplitMix64(46);
        PlainComparison large = PlainComparison.Draw(random, 300, 7), small = PlainComparison.Draw(random, 150, 5);
        var fresh = small.With(new JointComparison(), TiedEvents.CompareFunction).Scores.ToArray();
        var used = large.With(new JointComparison(), TiedEvents.CompareFunction);
        Assert.Equal(fresh, small.With(used, TiedEvents.CompareFunction).Scores.ToArray());

        // The first use of a test fills the tables of the distributions.
        Assert.False(double.IsNaN(Results(used)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        small.With(used, TiedEvents.CompareFunction);
        large.With(used, TiedEvents.Equal);
        var result = Results(used);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.False(double.IsNaN(result));
    }

    [Fact]
    public void Data_that_do_not_fit_are_refused()
    {
        var comparison = new JointComparison();
        Assert.Throws<ArgumentException>(() => comparison.Compare([0, 2], [1, 1], [true, true], [0, 0], 1));
        Assert.Throws<ArgumentException>(() => comparison.Compare([0, 1], [1], [true, true], [0, 0], 1));
        Assert.Throws<ArgumentException>(() => comparison.Compare([0, 1], [1, double.NaN], [true, true], [0, 0], 1));
        Assert.Throws<ArgumentException>(() => comparison.Compare([0, 1], [1, 1], [true, true], [0, 0], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => comparison.Compare([0, 1], [1, 1], [true, true], [0, 0], -1));
    }

    private static double Results(JointComparison comparison) =>
        JointRankTest.RankSum(comparison).Z + JointRankTest.FinkelsteinSchoenfeld(comparison).Z + WinRatio.Estimate(comparison).NetBenefit.Estimate;

    private static void Agree(PlainComparison data, JointComparison comparison, TiedEvents tied)
    {
        var (scores, won, lost, byEvent) = data.All(tied);
        data.With(comparison, tied);
        Assert.Equal(scores, comparison.Scores.ToArray());
        for (var g = 0; g < 2; g++)
        {
            Assert.Equal(won[g], Enumerable.Range(0, data.Patients).Select(i => comparison.WonAgainst(i, g)));
            Assert.Equal(lost[g], Enumerable.Range(0, data.Patients).Select(i => comparison.LostAgainst(i, g)));
        }

        Assert.Equal(byEvent, comparison.PairsDecidedBySurvival);
        Assert.Equal(won[0].Sum() + won[1].Sum() - byEvent, comparison.PairsDecidedByFunction);
        Assert.Equal(scores.Select(score => (scores.Count(other => other < score) + scores.Count(other => other <= score) + 1) / 2.0), comparison.Ranks.ToArray());
        Assert.Equal(scores.GroupBy(score => score).Sum(run => Math.Pow(run.Count(), 3) - run.Count()), comparison.TieSum);
    }
}
