using ProgressionSim.Statistics.Ranks;
using ProgressionSim.TestKit;

namespace ProgressionSim.Statistics.Tests.Ranks;

public sealed class WinRatioTests
{
    [Fact]
    public void Odds_and_benefit_say_the_same_on_two_scales()
    {
        var random = new SplitMix64(51);
        var comparison = new JointComparison();
        for (var trial = 0; trial < 200; trial++)
        {
            var result = WinRatio.Estimate(PlainComparison.Draw(random, 50, 4).With(comparison, TiedEvents.CompareFunction), 0.9);
            if (result.NetBenefit.Status != FitStatus.Estimated)
            {
                continue;
            }

            var b = result.NetBenefit;
            Numbers.RelativelyClose((result.Wins + (result.Ties / 2.0)) / (result.Losses + (result.Ties / 2.0)), result.WinOdds.Estimate, 1e-12, "odds");
            Numbers.RelativelyClose(2 / (1 - (b.Estimate * b.Estimate)) * b.StandardError, result.WinOdds.StandardError, 1e-12, "error of the log odds");
            Numbers.Close(b.Estimate + (1.6448536269514722 * b.StandardError), b.High, 1e-12, "90 % limit");
        }
    }

    [Fact]
    public void Variances_are_those_of_all_pairs_of_a_plain_double_loop()
    {
        var random = new SplitMix64(52);
        var comparison = new JointComparison();
        var seen = 0;
        for (var trial = 0; trial < 300; trial++)
        {
            var data = PlainComparison.Draw(random, 30, 4);
            var result = WinRatio.Estimate(data.With(comparison, TiedEvents.Equal));
            if (result.WinRatio.Status != FitStatus.Estimated)
            {
                continue;
            }

            seen++;
            int[] active = [.. Enumerable.Range(0, 30).Where(i => data.Group[i] == 1)], reference = [.. Enumerable.Range(0, 30).Where(i => data.Group[i] == 0)];

            // Influence of each patient on the log win ratio: its share won over the mean share, minus the same for losses.
            double Influence(int i, int[] others, int side)
            {
                var signs = others.Select(j => side * data.Compare(i, j, TiedEvents.Equal, out _)).ToArray();
                return (signs.Count(s => s > 0) * result.Pairs / (double)result.Wins / others.Length)
                    - (signs.Count(s => s < 0) * result.Pairs / (double)result.Losses / others.Length);
            }

            var variance = (Variance([.. active.Select(i => Influence(i, reference, 1))]) / active.Length)
                + (Variance([.. reference.Select(i => Influence(i, active, -1))]) / reference.Length);
            Numbers.RelativelyClose(variance, Math.Pow(result.WinRatio.StandardError, 2), 1e-10, "variance of the log win ratio");
        }

        Assert.InRange(seen, 200, 300);
    }

    [Fact]
    public void Swapping_the_groups_turns_every_estimate_round()
    {
        var data = PlainComparison.Draw(new SplitMix64(53), 80, 5);
        var comparison = new JointComparison();
        var one = WinRatio.Estimate(data.With(comparison, TiedEvents.Equal));
        var other = WinRatio.Estimate((data with { Group = [.. data.Group.Select(g => 1 - g)] }).With(comparison, TiedEvents.Equal));
        Assert.Equal(one.Wins, other.Losses);
        Numbers.RelativelyClose(1 / one.WinRatio.Estimate, other.WinRatio.Estimate, 1e-14, "win ratio");
        Numbers.RelativelyClose(-one.NetBenefit.Z, other.NetBenefit.Z, 1e-12, "z");
        Numbers.RelativelyClose(1 / one.WinOdds.Low, other.WinOdds.High, 1e-12, "limit of the win odds");
        Numbers.RelativelyClose(one.WinRatio.PValue, other.WinRatio.PValue, 1e-12, "p-value");
    }

    [Fact]
    public void Nothing_is_claimed_where_nothing_can_be_estimated()
    {
        var comparison = new JointComparison();
        comparison.Compare([0, 0, 1, 1], [1, 2, 3, 4], [true, true, true, true], [], 0);
        var separated = WinRatio.Estimate(comparison);
        Assert.Equal((4, 0), (separated.Wins, separated.Losses));
        Assert.Equal(FitStatus.NotEstimable, separated.WinRatio.Status);
        Assert.Equal(FitStatus.NotEstimable, separated.NetBenefit.Status);
        comparison.Compare([1, 1, 1], [1, 2, 3], [true, true, true], [], 0);
        Assert.Equal(FitStatus.NotEstimable, WinRatio.Estimate(comparison).WinOdds.Status);
        comparison.Compare([0, 1], [1, 2], [true, true], [], 0);
        Assert.Equal(FitStatus.NotEstimable, WinRatio.Estimate(comparison).WinOdds.Status);
        comparison.Compare([0, 1, 0, 1], [1, 1, 1, 1], [false, false, false, false], [], 0);
        Assert.True(double.IsNaN(WinRatio.Estimate(comparison).WinRatio.Estimate));
        Assert.Throws<ArgumentOutOfRangeException>(() => WinRatio.Estimate(comparison, 1));
    }

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);
}
