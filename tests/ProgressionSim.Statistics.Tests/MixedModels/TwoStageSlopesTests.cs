using ProgressionSim.Statistics.MixedModels;

namespace ProgressionSim.Statistics.Tests.MixedModels;

/// <summary>Oracle: slopes by cov/var and t.test in R.</summary>
public sealed class TwoStageSlopesTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData("long_balanced")]
    [InlineData("long_missing")]
    [InlineData("long_n200")]
    public void Slopes_and_both_tests_are_those_of_R(string file)
    {
        var data = LongitudinalFile.Read(file);
        var slopes = new double[data.Group.Length];
        TwoStageSlopes.Slopes(data.Values, data.OwnTimes(), slopes);
        foreach (var row in ReferenceData.Csv(file + "_ols_slopes_expected.csv"))
        {
            Numbers.Close(row["ols_slope"], slopes[(int)row["id"] - 1], Tolerance, "slope");
        }

        var expected = ReferenceData.Json("mixed_expected.json").GetProperty(file).GetProperty("two_stage_ols");
        var result = TwoStageSlopes.Compare(data.Values, data.Times, data.Group);
        Assert.Equal(FitStatus.Estimated, result.Status);
        Assert.Equal(expected.GetProperty("n_with_slope").GetInt32(), result.Patients0 + result.Patients1);
        Near("mean_arm0", result.MeanSlope0);
        Near("mean_arm1", result.MeanSlope1);
        Near("diff", result.Estimate);
        Near("t_pooled", result.Pooled.Statistic);
        Near("df_pooled", result.Pooled.DegreesOfFreedom);
        Near("p_pooled", result.Pooled.PValue);
        Near("t_welch", result.Welch.Statistic);
        Near("df_welch", result.Welch.DegreesOfFreedom);
        Near("p_welch", result.Welch.PValue);
        Numbers.RelativelyClose(result.Estimate / result.Welch.Statistic, result.Welch.StandardError, Tolerance, "standard error");

        void Near(string name, double actual) => Numbers.RelativelyClose(expected.GetProperty(name).GetDouble(), actual, 1e-11, name);
    }

    [Fact]
    public void A_group_without_two_slopes_or_with_equal_slopes_is_not_estimable()
    {
        double[] times = [0, 1, 2];
        double[] values = [5, 4, 3, 6, 5.5, 4.1, 7, double.NaN, double.NaN, 5, 4, 2];
        Assert.Equal(FitStatus.NotEstimable, TwoStageSlopes.Compare(values, times, [0, 0, 1, 1]).Status);
        double[] alike = [5, 4.7, 4.4, 6, 5.7, 5.4, 7, 6, 5.5, 5, 4, 2];
        Assert.Equal(FitStatus.NotEstimable, TwoStageSlopes.Compare(alike, times, [0, 0, 1, 1]).Status);
        Assert.Equal(FitStatus.Estimated, TwoStageSlopes.Compare(alike, times, [0, 1, 0, 1]).Status);
    }
}
