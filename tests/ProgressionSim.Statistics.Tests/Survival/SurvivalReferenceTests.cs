using System.Text.Json;
using ProgressionSim.Statistics.Survival;

namespace ProgressionSim.Statistics.Tests.Survival;

/// <summary>Oracle: R's survival package on two made-up trials.</summary>
public sealed class SurvivalReferenceTests
{
    private const double Tolerance = 1e-13;

    public static TheoryData<string, int, SurvivalIntervalType> Curves => new(
        from file in new[] { "surv_small", "surv_medium" }
        from arm in new[] { 0, 1 }
        from type in Enum.GetValues<SurvivalIntervalType>()
        select (file, arm, type));

    [Theory]
    [MemberData(nameof(Curves))]
    public void Every_column_of_survfit_is_met(string file, int arm, SurvivalIntervalType type)
    {
        var curve = Fit(file, arm, type);
        var expected = ReferenceData.Csv(file + "_km_expected.csv").Where(row => row["arm"] == arm).ToArray();
        Assert.Equal(expected.Length, curve.Times.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            var row = expected[i];
            Assert.Equal(row["time"], curve.Times[i]);
            Assert.Equal(row["n_risk"], curve.AtRisk[i]);
            Assert.Equal(row["n_event"], curve.Events[i]);
            Assert.Equal(row["n_censor"], curve.Censored[i]);
            Numbers.Close(row["surv"], curve.Survival[i], Tolerance, "survival");
            Numbers.Close(row["se_greenwood"], curve.StandardError[i], Tolerance, "standard error");
            Numbers.Close(row["se_log_surv"], curve.LogStandardError[i], Tolerance, "log standard error");
            Numbers.Close(row["lower_" + NameInR(type)], curve.Low[i], Tolerance, "low");
            Numbers.Close(row["upper_" + NameInR(type)], curve.High[i], Tolerance, "high");
            Numbers.Close(row["nelson_aalen"], curve.CumulativeHazard[i], Tolerance, "cumulative hazard");
            Numbers.Close(row["se_nelson_aalen"], curve.CumulativeHazardStandardError[i], Tolerance, "its standard error");
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Quantiles_and_their_limits_are_those_of_quantile_survfit(string file, int arm, SurvivalIntervalType type)
    {
        var curve = Fit(file, arm, type);
        var expected = Expected(file).GetProperty("km_quantiles_rows_arm0_arm1_cols_25_50_75").GetProperty(NameInR(type));
        double[] shares = [0.25, 0.5, 0.75];
        for (var i = 0; i < shares.Length; i++)
        {
            var quantile = curve.Quantile(shares[i]);
            Assert.Equal(ReferenceData.NumberOrNull(expected.GetProperty("quantile")[arm][i]), quantile.Value);
            Assert.Equal(ReferenceData.NumberOrNull(expected.GetProperty("lower")[arm][i]), quantile.Low);
            Assert.Equal(ReferenceData.NumberOrNull(expected.GetProperty("upper")[arm][i]), quantile.High);
        }
    }

    [Theory]
    [InlineData("surv_small", 0)]
    [InlineData("surv_small", 1)]
    [InlineData("surv_medium", 0)]
    [InlineData("surv_medium", 1)]
    public void Restricted_means_and_readings_at_fixed_times_are_met(string file, int arm)
    {
        var curve = Fit(file, arm, SurvivalIntervalType.LogLog);
        foreach (var expected in Expected(file).GetProperty("rmst").EnumerateArray())
        {
            var mean = curve.RestrictedMean(expected.GetProperty("tau").GetDouble());
            Numbers.Close(expected.GetProperty("rmst")[arm].GetDouble(), mean.Value, Tolerance, "restricted mean");
            Numbers.Close(expected.GetProperty("se")[arm].GetDouble(), mean.StandardError, Tolerance, "its standard error");
        }

        foreach (var expected in Expected(file).GetProperty("km_at_times_loglog").EnumerateArray())
        {
            var time = expected.GetProperty("time").GetDouble();
            var point = curve.At(time);
            Numbers.Close(expected.GetProperty("surv")[arm].GetDouble(), point.Survival, Tolerance, "survival");
            Numbers.Close(expected.GetProperty("se")[arm].GetDouble(), point.StandardError, Tolerance, "standard error");
            Numbers.Close(expected.GetProperty("lower")[arm].GetDouble(), point.Low, Tolerance, "low");
            Numbers.Close(expected.GetProperty("upper")[arm].GetDouble(), point.High, Tolerance, "high");
            Assert.Equal(expected.GetProperty("n_risk")[arm].GetInt64(), curve.AtRiskAt(time));
            Assert.Equal(point.AtRisk, curve.AtRiskAt(time));
            Assert.Equal(point.Survival, curve.SurvivalAt(time));
        }
    }

    private static SurvivalCurve Fit(string file, int arm, SurvivalIntervalType type)
    {
        var patients = ReferenceData.Csv(file + ".csv").Where(row => row["arm"] == arm).ToArray();
        return KaplanMeier.Estimate(
            patients.Select(row => row["time"]).ToArray(),
            patients.Select(row => row["event"] == 1).ToArray(),
            intervalType: type);
    }

    private static JsonElement Expected(string file) => ReferenceData.Json("survival_expected.json").GetProperty(file);

    private static string NameInR(SurvivalIntervalType type) => type switch
    {
        SurvivalIntervalType.LogLog => "log-log",
        SurvivalIntervalType.Log => "log",
        _ => "plain",
    };
}
