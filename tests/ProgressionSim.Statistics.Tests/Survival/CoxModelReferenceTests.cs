using ProgressionSim.Statistics.Survival;

namespace ProgressionSim.Statistics.Tests.Survival;

/// <summary>Oracle: R's coxph.</summary>
public sealed class CoxModelReferenceTests
{
    public static TheoryData<string, TieHandling, string> Fits => new(
        from file in new[] { "surv_small", "surv_medium" }
        from ties in new[] { TieHandling.Efron, TieHandling.Breslow }
        from kind in new[] { "", "_adjusted", "_strata_bulbar" }
        select (file, ties, kind));

    [Theory]
    [MemberData(nameof(Fits))]
    public void Every_result_equals_coxph(string file, TieHandling ties, string kind)
    {
        var expected = ReferenceData.Json("survival_expected.json").GetProperty(file).GetProperty((ties == TieHandling.Efron ? "coxph_efron" : "coxph_breslow") + kind);
        string[] names = [.. expected.GetProperty("coef").EnumerateObject().Select(entry => entry.Name)];
        var data = SurvivalData.Read(file);
        double[][] columns = [.. names.Select(name => SurvivalData.Column(file, name))];
        double[] covariates = [.. Enumerable.Range(0, data.Times.Length).SelectMany(i => columns.Select(column => column[i]))];
        var strata = kind == "_strata_bulbar" ? SurvivalData.Codes(file, "bulbar") : [];

        var model = new CoxModel();
        var fit = model.Fit(data.Times, data.Events, covariates, names.Length, ties, strata);

        Assert.Equal(FitStatus.Estimated, fit.Status);
        Numbers.RelativelyClose(expected.GetProperty("loglik_null").GetDouble(), fit.NullLogLikelihood, 1e-12, "null log likelihood");
        Numbers.RelativelyClose(expected.GetProperty("loglik").GetDouble(), fit.LogLikelihood, 1e-12, "log likelihood");
        Numbers.RelativelyClose(expected.GetProperty("lr_chisq").GetDouble(), fit.LikelihoodRatioChiSquare, 1e-10, "likelihood ratio");
        Numbers.RelativelyClose(expected.GetProperty("score_chisq").GetDouble(), fit.ScoreChiSquare, 1e-10, "score");

        // summary.coxph rounds the Wald statistic of several covariates to 2 decimals; the field is the unrounded wald.test.
        Numbers.RelativelyClose(expected.GetProperty("wald_chisq").GetDouble(), fit.WaldChiSquare, 1e-9, "Wald");
        for (var c = 0; c < names.Length; c++)
        {
            var effect = model.Effect(c);
            Numbers.Close(expected.GetProperty("coef").GetProperty(names[c]).GetDouble(), effect.Estimate, 1e-10, names[c]);
            Numbers.RelativelyClose(expected.GetProperty("coef").GetProperty(names[c]).GetDouble(), effect.Estimate, 1e-8, names[c]);
            Numbers.RelativelyClose(expected.GetProperty("se").GetProperty(names[c]).GetDouble(), effect.StandardError, 1e-9, names[c] + " error");
            Numbers.RelativelyClose(expected.GetProperty("z").GetProperty(names[c]).GetDouble(), effect.Statistic, 1e-8, names[c] + " z");
            Numbers.RelativelyClose(expected.GetProperty("p_wald").GetProperty(names[c]).GetDouble(), effect.PValue, 1e-8, names[c] + " p");
        }
    }

    [Fact]
    public void The_two_treatments_of_ties_differ_by_more_than_the_tolerance()
    {
        var data = SurvivalData.Read("surv_medium");
        var arm = SurvivalData.Column("surv_medium", "arm");
        var model = new CoxModel();
        model.Fit(data.Times, data.Events, arm);
        var efron = model.Estimates[0];
        model.Fit(data.Times, data.Events, arm, 1, TieHandling.Breslow);
        Assert.True(Math.Abs((model.Estimates[0] / efron) - 1) > 1e-5);
    }
}
