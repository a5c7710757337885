using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Sensitivity;

namespace ProgressionSim.Summaries.Tests.Sensitivity;

/// <summary>Exact: reports of sensitivity analyses show the numbers of the result.</summary>
public sealed class SensitivityReportTests
{
    private static readonly UncertainParameter Knockdown = new(TestScenario.Knockdown, new UniformDistribution(0.2, 1));
    private static readonly UncertainParameter Ramp = new(TestScenario.Ramp, new UniformDistribution(1, 1.01));
    private static readonly UncertainParameter DeathRate = new(TestScenario.DeathRate, new UniformDistribution(0.03, 0.12));
    private static readonly SensitivityResult Sobol = Run(SensitivityMethod.Sobol, 16, 0.8, Ramp, Knockdown, DeathRate);

    [Fact]
    public void Indices_are_shown_with_both_intervals_in_the_same_order_for_benefit_and_outcome()
    {
        var report = SensitivityReports.Of(Sobol, "1");
        Reports.CheckAll(report);
        var figure = Reports.Figure(report, "sobol-indices");
        Texts.Equal(["Life gained", "Survival, untreated"], figure.Panels.Select(panel => panel.Heading));
        Assert.Equal(figure.Panels[0].Vertical.Categories, figure.Panels[1].Vertical.Categories);
        Assert.Equal("Share of the variance (%)", figure.Panels[0].Horizontal.Label);

        var order = Enumerable.Range(0, 3).OrderByDescending(parameter => Sobol.Answers[0].Sobol!.Total[parameter].Value).ToArray();
        var layers = figure.Panels[0].Layers.OfType<IntervalLayer>().ToArray();
        Texts.Equal(["Alone", "With interactions"], layers.Select(layer => layer.Label));
        Assert.All(layers, layer => Assert.True(layer.Horizontal));
        Assert.Equal(order.Select(parameter => 100 * Sobol.Answers[0].Sobol!.First[parameter].Value), layers[0].X);
        Assert.Equal(order.Select(parameter => 100 * Sobol.Answers[0].Sobol!.Total[parameter].High), layers[1].High);
        Assert.Equal([0.84, 1.84, 2.84], layers[0].Y.Select(y => Math.Round(y, 12)));

        // Untreated patients know nothing of the drug; the drug's ramp hardly varies.
        Assert.Contains("survival, untreated most on death rate per month", figure.Title, StringComparison.Ordinal);
        Assert.StartsWith("Life gained depends most on ideal knockdown", figure.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tornado_is_sorted_in_each_panel_and_says_the_values()
    {
        var figure = Reports.Figure(SensitivityReports.Of(Sobol, "1"), "tornado");
        for (var i = 0; i < 2; i++)
        {
            var bars = Sobol.Answers[i].Tornado.Bars;
            var layer = figure.Panels[i].Layers.OfType<RangeBarLayer>().Single();
            Assert.Equal(bars[0].AtMedian, layer.Base);
            Assert.Equal(bars.Select(bar => bar.AtLow), layer.AtLow);
            Assert.Equal(bars.Select(bar => bar.AtHigh), layer.AtHigh);
            Texts.Equal([.. bars.Select(bar => bar.Parameter == 1 ? "ideal knockdown" : bar.Parameter == 2 ? "death rate per month" : "ideal ramp months")],
                figure.Panels[i].Vertical.Categories);
        }

        Texts.Equal(["0.28", "0.039"], figure.Panels[0].Layers.OfType<RangeBarLayer>().Single().LowTexts.Take(2).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public void Morris_effects_have_their_interval_and_sigma()
    {
        var result = Run(SensitivityMethod.Morris, 6, 0.8, Knockdown, DeathRate);
        var report = SensitivityReports.Of(result, "1");
        Reports.CheckAll(report);
        var panel = Reports.Figure(report, "morris-effects").Panels[0];
        var leading = result.Answers[0].Morris!.Effects.MaxBy(effect => effect.MuStar);
        var layer = panel.Layers.OfType<IntervalLayer>().Single();
        Assert.Equal((leading.MuStar, leading.MuStarLow, leading.MuStarHigh), (layer.X[0], layer.Low[0], layer.High[0]));
        Assert.Equal(leading.Sigma, panel.Layers.OfType<PointLayer>().Single().X[0]);
        Assert.Equal("Effect over the range (months of life)", panel.Horizontal.Label);
        Assert.Equal("sensitivity morris", Reports.Json(report).GetProperty("job").GetString());
        Assert.Equal(6, Reports.Json(report).GetProperty("trajectories").GetInt32());
    }

    [Fact]
    public void A_benefit_that_nothing_changes_depends_on_nothing()
    {
        var result = Run(SensitivityMethod.Sobol, 16, 0, DeathRate, Ramp);
        var report = SensitivityReports.Of(result, "1");
        Reports.CheckAll(report);
        Assert.StartsWith("Life gained is 0.0 months of life at every point: no parameter changes it; survival, untreated depends most on death rate per month",
            report.Content.Figures[0].Title, StringComparison.Ordinal);
        Texts.Equal(["Survival, untreated"], Reports.Figure(report, "sobol-indices").Panels.Select(panel => panel.Heading));
        var benefit = Reports.Json(report).GetProperty("answers").Item("of", "benefit");
        Assert.False(benefit.GetProperty("estimated").GetBoolean());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, benefit.GetProperty("parameters")[0].GetProperty("total").ValueKind);
    }

    [Fact]
    public void Files_hold_all_three_numbers()
    {
        var report = SensitivityReports.Of(Sobol, "1");
        var root = Reports.Json(report);
        Assert.Equal(("sensitivity sobol", 16, 87),
            (root.GetProperty("job").GetString(), root.GetProperty("basePoints").GetInt32(), root.GetProperty("points").GetInt32()));
        foreach (var (answer, name) in Sobol.Answers.Zip(["benefit", "reference", "arm"]))
        {
            var found = root.GetProperty("answers").Item("of", name).GetProperty("parameters").Item("path", TestScenario.DeathRate);
            Assert.Equal(answer.Sobol!.Total[2].Value, found.GetProperty("total").GetProperty("value").GetDouble(), 8);
            Assert.Equal(answer.Sobol.First[2].Low, found.GetProperty("first").GetProperty("low").GetDouble(), 8);
            Assert.Equal(answer.Tornado.Bars.Single(bar => bar.Parameter == 2).AtHigh, found.GetProperty("tornado").GetProperty("atHigh").GetDouble(), 7);
        }

        var rows = Reports.Rows(report, "sensitivity.csv");
        Assert.Equal(1 + (3 * 3), rows.Length);
        var row = rows.Single(cells => cells[0] == "arm" && cells[1] == TestScenario.Knockdown);
        Assert.Equal(Sobol.Answers[2].Sobol!.First[1].Value, Reports.Number(row[8]), 8);
        Assert.Equal("", row[^1]);
        Assert.Contains(report.Content.Cautions, caution => caution.Contains("independent of each other", StringComparison.Ordinal));
        Reports.CheckSameBytes(report, SensitivityReports.Of(Run(SensitivityMethod.Sobol, 16, 0.8, Ramp, Knockdown, DeathRate), "1"));
    }

    [Fact]
    public void Names_are_short_and_different()
    {
        string[] paths = ["disease.death.ratePerMonth", "treatments.drug.pharmacodynamics.maximumKnockdown",
            "treatments.drug.pharmacodynamics.ec50MgPerL.median", "treatments.a.knockdown", "treatments.b.knockdown"];
        Texts.Equal(["death rate per month", "maximum knockdown", "ec50 mg per l median", "a knockdown", "b knockdown"], NamesOf(paths));
        Texts.Equal(["a start offset months", "b start offset months"], NamesOf("x.a.start.offsetMonths", "x.b.start.offsetMonths"));
    }

    /// <summary>Names on the tornado of parameters of which each does less than the one before it.</summary>
    private static IReadOnlyList<string> NamesOf(params string[] paths)
    {
        var design = new TornadoDesign { Parameters = paths.Length };
        double[] outputs = [0, .. paths.SelectMany((_, i) => (double[])[i - paths.Length, paths.Length - i])];
        var result = Sobol with
        {
            Plan = Sobol.Plan with { Parameters = [.. paths.Select(path => new UncertainParameter(path, new UniformDistribution(0, 1)))] },
            Answers = [new SensitivityAnswer(SensitivityOf.Benefit, Tornado.Of(design, outputs),
                SobolIndices.Estimate(new double[2 * (paths.Length + 2)], paths.Length, 1), null)],
            TornadoValues = [.. paths.Select(_ => (double[])[0.1, 0.5, 0.9])],
        };
        return Reports.Figure(SensitivityReports.Of(result, "1"), "tornado").Panels[0].Vertical.Categories;
    }

    private static SensitivityResult Run(SensitivityMethod method, int points, double knockdown, params UncertainParameter[] parameters)
    {
        var run = TestScenario.Of(40, 7201, knockdown);
        return SensitivityRun.Run(
            new SensitivityPlan
            {
                Run = run,
                Question = new OutcomeQuestion(1, OutcomeCatalogue.SurvivalMonths, new() { Months = 24 }),
                Method = method,
                Parameters = parameters,
                BasePoints = points,
                Patients = 40,
            },
            new TestScenario(run));
    }
}
