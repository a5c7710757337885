using System.Text.Json;
using ProgressionSim.Statistics.MixedModels;

namespace ProgressionSim.Statistics.Tests.MixedModels;

/// <summary>Oracle: average-information REML in R, iterated to a score below 1e-11; degrees of freedom there by numeric derivatives, 5 digits.</summary>
public sealed class RandomSlopeReferenceTests
{
    private const double Tolerance = 1e-8;

    public static TheoryData<string, string, bool> Blocks => new(
        from file in new[] { "long_balanced", "long_missing", "long_n200" }
        from block in new[] { "constrained_baseline_reml", "full_factorial_reml", "constrained_baseline_ml" }
        from own in new[] { false, true }
        select (file, block, own));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Every_estimate_is_that_of_the_reference(string file, string block, bool ownTimes)
    {
        var expected = Expected(file, block);
        var fit = Fit(file, block, ownTimes, RandomSlopeTest.Satterthwaite);
        Assert.Equal(FitStatus.Estimated, fit.Status);
        Assert.Equal(RandomSlopeBoundary.Interior, fit.Boundary);
        Assert.Equal(expected.GetProperty("n_obs").GetInt32(), fit.Observations);
        Assert.Equal(expected.GetProperty("n_subjects").GetInt32(), fit.Patients);
        Near("var_intercept", fit.Components.Intercept);
        Near("var_slope", fit.Components.Slope);
        Near("cov_intercept_slope", fit.Components.Covariance);
        Near("corr", fit.Components.Correlation);
        Near("var_residual", fit.Components.Residual);
        Near("minus2loglik", fit.MinusTwoLogLikelihood);

        var f = fit.FixedEffects;
        var c = fit.FixedEffectsCovariance;
        var full = block.StartsWith("full", StringComparison.Ordinal);
        double[] effects = full ? [f.Intercept, f.Slope, f.InterceptDifference, f.SlopeDifference] : [f.Intercept, f.Slope, f.SlopeDifference];
        double[][] covariance = full
            ?
            [
                [c.Intercept, c.InterceptAndSlope, c.InterceptAndInterceptDifference, c.InterceptAndSlopeDifference],
                [c.InterceptAndSlope, c.Slope, c.SlopeAndInterceptDifference, c.SlopeAndSlopeDifference],
                [c.InterceptAndInterceptDifference, c.SlopeAndInterceptDifference, c.InterceptDifference, c.InterceptDifferenceAndSlopeDifference],
                [c.InterceptAndSlopeDifference, c.SlopeAndSlopeDifference, c.InterceptDifferenceAndSlopeDifference, c.SlopeDifference],
            ]
            :
            [
                [c.Intercept, c.InterceptAndSlope, c.InterceptAndSlopeDifference],
                [c.InterceptAndSlope, c.Slope, c.SlopeAndSlopeDifference],
                [c.InterceptAndSlopeDifference, c.SlopeAndSlopeDifference, c.SlopeDifference],
            ];
        for (var i = 0; i < effects.Length; i++)
        {
            Numbers.RelativelyClose(expected.GetProperty("fixed")[i].GetDouble(), effects[i], Tolerance, "fixed effect");
            Numbers.RelativelyClose(expected.GetProperty("se")[i].GetDouble(), Math.Sqrt(covariance[i][i]), Tolerance, "standard error");
            for (var j = 0; j < effects.Length; j++)
            {
                var entry = expected.GetProperty("vcov")[i][j].GetDouble();

                // The balanced design has entries that are 0 but for rounding.
                Assert.True(Math.Abs(entry - covariance[i][j]) <= Math.Max(Tolerance * Math.Abs(entry), 1e-12), $"covariance {i} {j}");
            }
        }

        var test = expected.GetProperty("slope_difference");
        Numbers.RelativelyClose(test.GetProperty("estimate").GetDouble(), fit.Estimate, Tolerance, "estimate");
        Numbers.RelativelyClose(test.GetProperty("se").GetDouble(), fit.StandardError, Tolerance, "standard error");
        Numbers.RelativelyClose(test.GetProperty("z").GetDouble(), fit.Statistic, Tolerance, "statistic");
        Numbers.RelativelyClose(test.GetProperty("df_satterthwaite").GetDouble(), fit.DegreesOfFreedom, 1e-6, "degrees of freedom");
        Numbers.RelativelyClose(test.GetProperty("p_satterthwaite").GetDouble(), fit.PValue, 1e-6, "p-value");

        void Near(string name, double actual) => Numbers.RelativelyClose(expected.GetProperty(name).GetDouble(), actual, Tolerance, name);
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Kenward_and_Rogers_test_is_that_of_pbkrtest(string file, string block, bool ownTimes)
    {
        var expected = Expected(file, block).GetProperty("slope_difference").GetProperty("kenward_roger");
        if (expected.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        // The reference starts from variance components that are good to 1e-5 to 4e-4 only.
        var fit = Fit(file, block, ownTimes, RandomSlopeTest.KenwardRoger);
        Assert.Equal(FitStatus.Estimated, fit.Status);
        Numbers.RelativelyClose(expected.GetProperty("df").GetDouble(), fit.DegreesOfFreedom, 1e-4, "degrees of freedom");
        Numbers.RelativelyClose(expected.GetProperty("se_adjusted").GetDouble(), fit.StandardError, 5e-5, "standard error");
        Numbers.RelativelyClose(expected.GetProperty("t").GetDouble(), fit.Statistic, 5e-5, "statistic");
        Numbers.RelativelyClose(expected.GetProperty("p").GetDouble(), fit.PValue, 2e-4, "p-value");
    }

    private static RandomSlopeFit Fit(string file, string block, bool ownTimes, RandomSlopeTest test)
    {
        var data = LongitudinalFile.Read(file);
        var model = new RandomSlopeModel(
            block.StartsWith("full", StringComparison.Ordinal) ? RandomSlopeMeanModel.FullFactorial : RandomSlopeMeanModel.ConstrainedBaseline,
            block.EndsWith("_ml", StringComparison.Ordinal) ? RandomSlopeLikelihood.Full : RandomSlopeLikelihood.Restricted,
            block.EndsWith("_ml", StringComparison.Ordinal) ? RandomSlopeTest.Satterthwaite : test);
        return model.Fit(data.Values, ownTimes ? data.OwnTimes() : data.Times, data.Group);
    }

    private static JsonElement Expected(string file, string block) => ReferenceData.Json("mixed_expected.json").GetProperty(file).GetProperty(block);
}
