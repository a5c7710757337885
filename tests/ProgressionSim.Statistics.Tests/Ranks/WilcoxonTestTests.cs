using System.Numerics;
using ProgressionSim.Statistics.Ranks;
using ProgressionSim.Statistics.Tests.Survival;

namespace ProgressionSim.Statistics.Tests.Ranks;

/// <summary>Oracle (R's wilcox.test and all arrangements counted) and Exact.</summary>
public sealed class WilcoxonTestTests
{
    [Fact]
    public void Normal_test_equals_R()
    {
        var expected = ChangeData.Expected.GetProperty("wilcoxon_normal");
        var plain = new WilcoxonTest().Test(ChangeData.Changes, ChangeData.Arms);
        var corrected = new WilcoxonTest().Test(ChangeData.Changes, ChangeData.Arms, continuityCorrection: true);
        Assert.Equal(expected.GetProperty("W").GetDouble(), plain.Statistic);
        Numbers.RelativelyClose(expected.GetProperty("p").GetDouble(), plain.PValue, 1e-12, "p");
        Numbers.RelativelyClose(expected.GetProperty("p_continuity").GetDouble(), corrected.PValue, 1e-12, "corrected p");
        Assert.True(plain.Z > corrected.Z && corrected.Z > 0);
    }

    [Fact]
    public void Exact_test_equals_R()
    {
        var expected = ChangeData.Expected.GetProperty("wilcoxon_exact_small");
        double[] x = [.. expected.GetProperty("x").EnumerateArray().Select(e => e.GetDouble())], y = [.. expected.GetProperty("y").EnumerateArray().Select(e => e.GetDouble())];
        var found = new WilcoxonTest().TestExact([.. x, .. y], [.. x.Select(_ => 1), .. y.Select(_ => 0)]);
        Assert.Equal(expected.GetProperty("W").GetDouble(), found.Statistic);
        Numbers.RelativelyClose(expected.GetProperty("p").GetDouble(), found.PValue, 1e-13, "p");
        Assert.True(found.Z < 0);
    }

    [Theory]
    [InlineData(12, 5)]
    [InlineData(13, 6)]
    [InlineData(9, 8)]
    public void Exact_test_counts_all_arrangements(int n, int n1)
    {
        double[] values = [.. Enumerable.Range(0, n).Select(i => (double)i)];
        var counts = new int[(n1 * (n - n1)) + 1];
        for (var mask = 0; mask < 1 << n; mask++)
        {
            if (BitOperations.PopCount((uint)mask) == n1)
            {
                counts[PairsWon(mask, n)]++;
            }
        }

        double all = counts.Sum();
        for (var mask = 0; mask < 1 << n; mask += 37)
        {
            if (BitOperations.PopCount((uint)mask) != n1)
            {
                continue;
            }

            var found = new WilcoxonTest().TestExact(values, [.. Enumerable.Range(0, n).Select(i => (mask >> i) & 1)]);
            var won = PairsWon(mask, n);
            var tail = Math.Min(counts.Take(won + 1).Sum(), counts.Skip(won).Sum()) / all;
            Assert.Equal(won, found.Statistic);
            Numbers.RelativelyClose(Math.Min(1, 2 * tail), found.PValue, 1e-12, "p");
        }
    }

    [Fact]
    public void Exact_and_normal_tests_meet_in_large_groups()
    {
        var data = SurvivalData.Simulate(41, 400);
        double[] values = [.. data.Times.Select((time, i) => time + (i * 1e-9))];
        var test = new WilcoxonTest();
        var normal = test.Test(values, data.Group, continuityCorrection: true);
        Numbers.Close(normal.PValue, test.TestExact(values, data.Group).PValue, 2e-4, "p");
    }

    [Fact]
    public void Ties_by_hand()
    {
        // Pairs: 3 > 1, 3 > 2, 2 > 1, and 2 = 2 a half. Variance 4/12 (5 - 6/12).
        var found = new WilcoxonTest().Test([1, 2, 2, 3], [0, 0, 1, 1]);
        Assert.Equal(3.5, found.Statistic);
        Numbers.Close(1.5 / Math.Sqrt(4.0 / 12 * 4.5), found.Z, 1e-15, "z");
        Numbers.Close(1.0 / Math.Sqrt(4.0 / 12 * 4.5), new WilcoxonTest().Test([1, 2, 2, 3], [0, 0, 1, 1], true).Z, 1e-15, "corrected z");
        Assert.Equal(FitStatus.NotEstimable, new WilcoxonTest().TestExact([1, 2, 2, 3], [0, 0, 1, 1]).Status);
    }

    [Fact]
    public void Data_without_an_answer_say_so_and_wrong_shapes_are_refused()
    {
        var test = new WilcoxonTest();
        Assert.Equal(FitStatus.NotEstimable, test.Test([], []).Status);
        Assert.Equal(FitStatus.NotEstimable, test.Test([1, 2], [1, 1]).Status);
        Assert.Equal(FitStatus.NotEstimable, test.Test([3, 3, 3], [0, 1, 1]).Status);
        Assert.True(double.IsNaN(test.Test([3, 3, 3], [0, 1, 1]).PValue));
        Assert.Equal(FitStatus.NotEstimable, test.TestExact([1, 2], [0, 0]).Status);
        Assert.Throws<ArgumentException>(() => test.Test([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => test.Test([1, 2], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => test.Test([1, double.NaN], [1, 0]));
    }

    [Fact]
    public void A_used_instance_gives_the_bits_of_a_new_one_and_allocates_nothing()
    {
        var test = new WilcoxonTest();
        test.TestExact([5, 1, 4, 2, 3], [0, 1, 0, 1, 1]);
        Assert.Equal(new WilcoxonTest().Test(ChangeData.Changes, ChangeData.Arms), test.Test(ChangeData.Changes, ChangeData.Arms));
        double[] small = [5, 1, 4, 2, 3];
        int[] group = [0, 1, 0, 1, 1];
        Assert.Equal(new WilcoxonTest().TestExact(small, group), test.TestExact(small, group));
        Assert.Equal(0, Allocation.Of(() =>
        {
            test.Test(ChangeData.Changes, ChangeData.Arms);
            test.TestExact(small, group);
        }));
    }

    private static int PairsWon(int mask, int n) =>
        Enumerable.Range(0, n).Sum(i => ((mask >> i) & 1) * Enumerable.Range(0, i).Count(j => ((mask >> j) & 1) == 0));
}
