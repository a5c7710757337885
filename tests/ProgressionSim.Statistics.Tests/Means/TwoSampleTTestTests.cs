using System.Text.Json;
using ProgressionSim.Statistics.Means;

namespace ProgressionSim.Statistics.Tests.Means;

/// <summary>Oracle (R's t.test) and Exact.</summary>
public sealed class TwoSampleTTestTests
{
    [Fact]
    public void Both_tests_equal_Rs_t_test()
    {
        Compare(ChangeData.Expected.GetProperty("t_test_pooled"), TwoSampleTTest.Pooled(ChangeData.Changes, ChangeData.Arms));
        Compare(ChangeData.Expected.GetProperty("t_test_welch"), TwoSampleTTest.Welch(ChangeData.Changes, ChangeData.Arms));
    }

    [Fact]
    public void Missing_values_are_left_out_and_a_shift_far_from_0_changes_nothing()
    {
        double[] values = [1e8, 1e8 + 1, 1e8 + 2, double.NaN, 1e8 + 3, 1e8 + 5];
        int[] group = [0, 0, 0, 0, 1, 1];

        // Means 1 and 4, squares 2 and 2, 3 degrees of freedom.
        var pooled = TwoSampleTTest.Pooled(values, group);
        Numbers.Close(3, pooled.Estimate, 1e-7, "difference");
        Assert.Equal(3, pooled.DegreesOfFreedom);
        Numbers.Close(Math.Sqrt(4.0 / 3 * (5.0 / 6)), pooled.StandardError, 1e-7, "error");
        var welch = TwoSampleTTest.Welch(values, group);
        Numbers.Close(Math.Sqrt((1.0 / 3) + 1), welch.StandardError, 1e-7, "error of Welch");
        Numbers.Close(16.0 / 9 / ((1.0 / 18) + 1), welch.DegreesOfFreedom, 1e-7, "degrees of freedom");
    }

    [Fact]
    public void Data_without_an_answer_say_so_and_wrong_shapes_are_refused()
    {
        Assert.Equal(EffectEstimate.NotEstimable, TwoSampleTTest.Pooled([], []));
        Assert.Equal(EffectEstimate.NotEstimable, TwoSampleTTest.Pooled([1, 2, 3], [1, 1, 1]));
        Assert.Equal(EffectEstimate.NotEstimable, TwoSampleTTest.Pooled([1, 2], [0, 1]));
        Assert.Equal(EffectEstimate.NotEstimable, TwoSampleTTest.Pooled([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [0, 0, 0, 0, 0, 0, 1]));
        Assert.Equal(EffectEstimate.NotEstimable, TwoSampleTTest.Welch([1, 2, 3], [0, 0, 1]));
        Assert.Equal(EffectEstimate.NotEstimable, TwoSampleTTest.Welch([1, 1, 2, 2], [0, 0, 1, 1]));
        Assert.Equal(FitStatus.Estimated, TwoSampleTTest.Pooled([1, 2, 3], [0, 0, 1]).Status);
        Assert.Throws<ArgumentException>(() => TwoSampleTTest.Pooled([1, 2, 3], [0, 0]));
        Assert.Throws<ArgumentException>(() => TwoSampleTTest.Welch([1, 2, 3], [0, 0, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TwoSampleTTest.Welch([1, 2, double.NegativeInfinity], [0, 0, 1]));
    }

    private static void Compare(JsonElement expected, EffectEstimate found)
    {
        Assert.Equal(FitStatus.Estimated, found.Status);
        Numbers.RelativelyClose(expected.GetProperty("t").GetDouble(), found.Statistic, 1e-12, "t");
        Numbers.RelativelyClose(expected.GetProperty("df").GetDouble(), found.DegreesOfFreedom, 1e-12, "df");
        Numbers.RelativelyClose(expected.GetProperty("p").GetDouble(), found.PValue, 1e-12, "p");
        var middle = (expected.GetProperty("ci")[0].GetDouble() + expected.GetProperty("ci")[1].GetDouble()) / 2;
        Numbers.RelativelyClose(middle, found.Estimate, 1e-12, "difference");
    }
}
