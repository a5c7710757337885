using ProgressionSim.Statistics.Ranks;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.Ranks;

public sealed class WorstRankTestTests
{
    [Fact]
    public void Events_rank_below_all_others_and_late_ones_do_not_count()
    {
        var test = new WorstRankTest();
        var result = test.Run([0, 0, 0, 1, 1, 1, 1], [3, 12, 14, 7, 12, 3, 5], [true, false, true, true, false, true, false],
            [100, -9, -2, double.NaN, -5, double.NaN, double.NaN], 12);
        Assert.Equal([1.5, 4, 6, 3, 5, 1.5, double.NaN], test.Ranks.ToArray());
        Assert.Equal(1, test.LeftOut);
        Assert.Equal(3.5, result.MannWhitney);
        Numbers.Close((9.0 / 12) * (7 - (6.0 / 30)), result.Variance, 1e-14, "variance");
    }

    [Fact]
    public void It_is_the_joint_rank_of_a_single_visit_when_nobody_leaves_early()
    {
        var random = new SplitMix64(81);
        var (joint, worst) = (new JointComparison(), new WorstRankTest());
        for (var trial = 0; trial < 200; trial++)
        {
            var data = PlainComparison.Draw(random, 60, 1);
            double[] times = [.. data.Times.Select((time, i) => data.Events[i] ? time : 1e9)], changes = [.. data.Changes.Select((c, i) => data.Events[i] ? double.NaN : double.IsNaN(c) ? -3 : c)];
            joint.Compare(data.Group, times, data.Events, changes, 1, TiedEvents.Equal);
            Assert.Equal(JointRankTest.RankSum(joint), worst.Run(data.Group, times, data.Events, changes, double.PositiveInfinity));
            Assert.Equal(joint.Ranks.ToArray(), worst.Ranks.ToArray());
        }
    }

    [Fact]
    public void Power_is_that_of_the_formula_for_ALS_trials()
    {
        // Exponential deaths with medians 24 and 30 months, 18 months of follow-up, decline 1.1 a month with standard deviation 9.1 at the end,
        // 25 % slower on the drug, 130 patients an arm. The formula of Matsouaka and Betensky (Stat Med 2015) gives 0.735; it is asymptotic, so
        // 0.01 are allowed beside chance (SE 0.0031). Ranking survivors alone would give less than 0.60 here, which the bounds reject.
        const int Trials = 20_000, PerArm = 130;
        var random = new SplitMix64(82);
        var test = new WorstRankTest();
        int[] group = [.. Enumerable.Range(0, 2 * PerArm).Select(i => i % 2)];
        var times = new double[2 * PerArm];
        var events = new bool[2 * PerArm];
        var changes = new double[2 * PerArm];
        int rejected = 0, withoutDeaths = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            for (var i = 0; i < group.Length; i++)
            {
                times[i] = random.NextExponential() * (group[i] == 1 ? 30 : 24) / Math.Log(2);
                events[i] = times[i] <= 18;
                var normal = Math.Sqrt(2 * random.NextExponential()) * Math.Cos(2 * Math.PI * random.NextUniform());
                changes[i] = (-1.1 * 18 * (group[i] == 1 ? 0.75 : 1)) + (9.1 * normal);
                changes[i] = events[i] ? double.NaN : changes[i];
            }

            rejected += test.Run(group, times, events, changes, 18).PValue < 0.05 ? 1 : 0;
            withoutDeaths += trial % 10 == 0 && test.Run(group, times, new bool[2 * PerArm], changes, 18).PValue < 0.05 ? 1 : 0;
        }

        var error = Math.Sqrt(0.735 * 0.265 / Trials);
        StatAssert.Mean("power", rejected / (double)Trials, 0.735, error, 0.01);
        Assert.Throws<EstimateException>(() => StatAssert.Mean("survivors alone", withoutDeaths / (Trials / 10.0), 0.735, error * Math.Sqrt(10), 0.01));
    }

    [Fact]
    public void Nothing_is_claimed_where_nothing_can_be_tested_and_wrong_shapes_are_refused()
    {
        var test = new WorstRankTest();
        Assert.Equal(FitStatus.NotEstimable, test.Run([], [], [], [], 1).Status);
        Assert.Equal(FitStatus.NotEstimable, test.Run([0, 1], [5, 5], [false, false], [double.NaN, 1], 5).Status);
        Assert.Equal(FitStatus.NotEstimable, test.Run([0, 1], [5, 5], [true, true], [1, 2], 5).Status);
        Assert.Throws<ArgumentException>(() => test.Run([0, 1], [5, 5], [true, true], [1], 5));
        Assert.Throws<ArgumentException>(() => test.Run([0, 1], [5, 5], [true, true], [1, 2], double.NaN));
    }
}
