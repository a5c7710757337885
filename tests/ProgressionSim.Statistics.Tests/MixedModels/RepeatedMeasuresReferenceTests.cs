using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using ProgressionSim.Statistics.MixedModels;

namespace ProgressionSim.Statistics.Tests.MixedModels;

public sealed class RepeatedMeasuresReferenceTests
{
    private static readonly JsonElement Reference = ReferenceData.Json("mmrm_expected.json");

    public static TheoryData<string> Names => ["long_balanced", "long_missing", "long_n200"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Covariance_fixed_effects_and_likelihood_are_those_of_R(string name)
    {
        var data = RepeatedMeasuresData.Read(name);
        var model = new RepeatedMeasuresModel();
        var fit = Fit(model, data);
        var expected = Reference.GetProperty(name);
        Assert.Equal(FitStatus.Estimated, fit.Status);
        Assert.Equal(VisitCovariance.Unstructured, fit.Covariance);
        Assert.Equal(expected.GetProperty("n_obs").GetInt32(), fit.Observations);
        Assert.Equal(expected.GetProperty("n_subjects").GetInt32(), fit.Patients);
        Close(expected.GetProperty("minus2loglik").GetDouble(), fit.MinusTwoLogLikelihood, 1e-12);
        var estimates = model.Estimates();
        var k = data.Visits;
        for (var a = 0; a < k; a++)
        {
            for (var b = 0; b < k; b++)
            {
                Close(expected.GetProperty("sigma")[a][b].GetDouble(), estimates.Sigma[(a * k) + b], 1e-8);
            }
        }

        CompareEffects(expected.GetProperty("fixed_names"), expected, estimates, k, 1e-8);
        foreach (var effect in expected.GetProperty("treatment_effect_by_visit").EnumerateArray())
        {
            var difference = model.Difference(effect.GetProperty("visit").GetInt32() - 1);
            Close(effect.GetProperty("difference").GetDouble(), difference.Difference, 1e-8);
            Close(effect.GetProperty("se").GetDouble(), difference.StandardError, 1e-8);
            Close(effect.GetProperty("t").GetDouble(), difference.T, 1e-8);

            // R's numerical Hessian, with steps of 1 % of each covariance, is good to three digits here: see the next test.
            Close(effect.GetProperty("df_satterthwaite").GetDouble(), difference.DegreesOfFreedom, 2e-3);
            Close(effect.GetProperty("p_satterthwaite").GetDouble(), difference.PValue, 1e-3);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Degrees_of_freedom_are_those_of_a_plain_likelihood_differentiated_numerically(string name)
    {
        var data = RepeatedMeasuresData.Read(name);
        var model = new RepeatedMeasuresModel();
        var fit = Fit(model, data);
        var sigma = model.Estimates().Sigma;
        var plain = new PlainRestrictedLikelihood(data);
        var matrix = Matrix<double>.Build.Dense(data.Visits, data.Visits, (a, b) => sigma[(a * data.Visits) + b]);
        Close(plain.At(matrix).Deviance, fit.MinusTwoLogLikelihood, 1e-12);

        // Differences of a deviance of some 1e3 at steps of 0.01 keep six digits.
        Close(plain.Satterthwaite(matrix, data.Visits - 1), fit.DegreesOfFreedom, 1e-5);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Kenward_and_Roger_s_standard_error_is_that_of_mmrm(string name)
    {
        var data = RepeatedMeasuresData.Read(name);
        var model = new RepeatedMeasuresModel();
        Fit(model, data);
        foreach (var effect in Reference.GetProperty(name).GetProperty("mmrm").GetProperty("by_visit").EnumerateArray())
        {
            var visit = effect.GetProperty("visit").GetInt32() - 1;
            var difference = model.KenwardRoger(visit, KenwardRogerForm.LogCholesky);

            // mmrm stops within 5e-4 of the maximum.
            Close(effect.GetProperty("kr_se").GetDouble(), difference.StandardError, 5e-4);
            Close(effect.GetProperty("kr_df").GetDouble(), difference.DegreesOfFreedom, 1.5e-3);
            Assert.True(model.KenwardRoger(visit).StandardError > model.Difference(visit).StandardError);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compound_symmetry_is_that_of_R(string name)
    {
        var data = RepeatedMeasuresData.Read(name);
        var model = new RepeatedMeasuresModel();
        var fit = model.Fit(
            data.Responses, data.Visits, data.Group, data.Covariates, RepeatedMeasuresData.ByVisit, data.Visits - 1, VisitCovariance.CompoundSymmetry);
        Assert.Equal(FitStatus.Estimated, fit.Status);
        Assert.Equal(VisitCovariance.CompoundSymmetry, fit.Covariance);
        var expected = Reference.GetProperty(name).GetProperty("cs_polished");
        var estimates = model.Estimates();
        Close(expected.GetProperty("var_between").GetDouble(), estimates.Sigma[1], 1e-8);
        Close(expected.GetProperty("var_within").GetDouble(), estimates.Sigma[0] - estimates.Sigma[1], 1e-8);
        Close(expected.GetProperty("minus2loglik").GetDouble(), fit.MinusTwoLogLikelihood, 1e-12);
        CompareEffects(Reference.GetProperty(name).GetProperty("fixed_names"), expected, estimates, data.Visits, 1e-8);
    }

    private static RepeatedMeasuresFit Fit(RepeatedMeasuresModel model, RepeatedMeasuresData data) =>
        model.Fit(data.Responses, data.Visits, data.Group, data.Covariates, RepeatedMeasuresData.ByVisit, data.Visits - 1);

    /// <summary>R's treatment coding from effects by visit: the first visit's, and differences from it.</summary>
    internal static void CompareEffects(JsonElement fixedNames, JsonElement expected, RepeatedMeasuresEstimates estimates, int k, double tolerance)
    {
        var p = estimates.FixedEffects.Count;
        var names = fixedNames.EnumerateArray().Select(name => name.GetString()!).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            var visit = names[i].Split(':').Where(part => part[0] == 'v').Select(part => part[1] - '1').FirstOrDefault(0);
            var first = names[i].Contains("armf1", StringComparison.Ordinal) ? k
                : names[i].Contains("base", StringComparison.Ordinal) ? 2 * k
                : names[i] == "bulbar" ? 3 * k : 0;
            var weights = new double[p];
            weights[first] -= visit > 0 ? 1 : 0;
            weights[first + visit] += 1;
            double value = 0, variance = 0;
            for (var a = 0; a < p; a++)
            {
                value += weights[a] * estimates.FixedEffects[a];
                for (var b = 0; b < p; b++)
                {
                    variance += weights[a] * weights[b] * estimates.FixedCovariance[(a * p) + b];
                }
            }

            Close(expected.GetProperty("fixed")[i].GetDouble(), value, tolerance);
            Close(expected.GetProperty("se")[i].GetDouble(), Math.Sqrt(variance), tolerance);
        }
    }

    internal static void Close(double expected, double actual, double relative) =>
        Assert.True(Math.Abs(actual - expected) <= relative * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");
}
