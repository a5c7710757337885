using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Uncertainty;

namespace ProgressionSim.Summaries.Tests.Uncertainty;

/// <summary>Exact: reports with uncertain parameters show intervals of both kinds, with the numbers of the result.</summary>
public sealed class UncertaintyReportTests
{
    private static readonly UncertaintyResult Found = Run(0.8);

    [Fact]
    public void Outcome_and_gain_have_intervals_of_both_kinds()
    {
        var report = UncertaintyReports.Of(Found, "1");
        Reports.CheckAll(report);
        var figure = Reports.Figure(report, "outcome-and-gain");
        Texts.Equal(["Survival", "Life gained"], figure.Panels.Select(panel => panel.Heading));
        Texts.Equal(["untreated", "treated"], figure.Panels[0].Vertical.Categories);
        Assert.Equal(("Survival (months)", "Life gained (months)"), (figure.Panels[0].Horizontal.Label, figure.Panels[1].Horizontal.Label));

        var (benefit, parameters) = (Found.Record.Benefit(0, 1, 0, 0),
            Found.Uncertainty.Interval(replicate => Found.Uncertainty.Benefit(replicate, 0, 1, 0, 0)));
        var dark = figure.Panels[1].Layers.OfType<IntervalLayer>().Single();
        Assert.Equal((benefit.Value, benefit.Low, benefit.High), (dark.X[0], dark.Low[0], dark.High[0]));
        var light = figure.Panels[1].Layers.OfType<BandLayer>().Single();
        Assert.Equal([parameters.Low, parameters.High], light.X);
        Assert.True(light.Outlined);
        Assert.Equal(parameters.Median, figure.Panels[1].Layers.OfType<PointLayer>().Single().X[0]);
        Assert.StartsWith("treated gains ", figure.Title, StringComparison.Ordinal);
        Assert.EndsWith("over the uncertain parameters)", figure.Title, StringComparison.Ordinal);
        Texts.Equal(["ALSFRS-R kept", "Walking kept", "Motor neurons saved"], Reports.Figure(report, "other-outcomes").Panels.Select(panel => panel.Heading));
    }

    [Fact]
    public void The_variance_of_every_arm_is_one_bar_that_adds_up()
    {
        var figure = Reports.Figure(UncertaintyReports.Of(Found, "1"), "variance-split");
        Texts.Equal(["untreated", "treated"], figure.Panels[0].Vertical.Categories);
        var parts = figure.Panels[0].Layers.OfType<StackedBarLayer>().Single().Parts;
        Assert.Equal(3, parts.Count);
        Assert.All(Enumerable.Range(0, 2), bar => Assert.Equal(100, parts.Sum(part => part.Values[bar]), 9));
        Assert.Equal(100 * Found.Uncertainty.Variances[1].Split.Chance.ShareOfTotal, parts[0].Values[1], 9);
    }

    [Fact]
    public void A_drug_without_effect_gains_nothing()
    {
        var report = UncertaintyReports.Of(Run(0), "1");
        Reports.CheckAll(report);
        Assert.StartsWith("No benefit of treated in survival beyond simulation noise: 0.0 (0.0 to 0.0) months of life", report.Content.Figures[0].Title,
            StringComparison.Ordinal);
        Assert.Contains("It gains something in 0 of 12 draws", report.Content.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_hold_the_numbers_of_the_result()
    {
        var report = UncertaintyReports.Of(Found, "1");
        var root = Reports.Json(report);
        Assert.Equal((UncertaintyJobs.Uncertainty, 12, 30),
            (root.GetProperty("job").GetString(), root.GetProperty("parameterDraws").GetInt32(), root.GetProperty("patientsOfDraw").GetInt32()));
        var outcome = root.GetProperty("groups")[0].GetProperty("arms").Item("name", "treated").GetProperty("outcomes").Item("name", "alsfrsArea");
        Assert.Equal(Found.Record.Mean(0, 1, OutcomeCatalogue.AlsfrsArea).Value, outcome.GetProperty("mean").GetProperty("value").GetDouble(), 5);
        var gains = Found.Uncertainty.Interval(replicate => Found.Uncertainty.Benefit(replicate, 0, 1, 0, OutcomeCatalogue.AlsfrsArea));
        Assert.Equal(gains.High, outcome.GetProperty("benefitOverParameters").GetProperty("high").GetDouble(), 5);
        Assert.Equal(2, root.GetProperty("variances").GetArrayLength());

        var draws = Reports.Rows(report, "parameter-draws.csv");
        Texts.Equal(["replicate", TestScenario.DeathRate, "survivalMonths of untreated", "survivalMonths of treated", "benefit of treated (survivalMonths)"],
            draws[0]);
        Assert.Equal(13, draws.Length);
        Assert.Equal(Found.Uncertainty.Benefit(4, 0, 1, 0, 0), Reports.Number(draws[5][4]), 8);
        Assert.Equal(Found.Uncertainty.Draws[4][0], Reports.Number(draws[5][1]), 8);
        var rows = Reports.Rows(report, "uncertainty.csv");
        Assert.Equal(1 + (Found.Record.Groups.Count * 2 * OutcomeCatalogue.Count), rows.Length);
        Assert.Equal(Found.Record.Benefit(0, 1, 0, 0).Value,
            Reports.Number(rows.Single(row => row[0] == "all" && row[1] == "treated" && row[2] == "survivalMonths")[9]), 8);
        Reports.CheckSameBytes(report, UncertaintyReports.Of(Run(0.8), "1"));
    }

    private static UncertaintyResult Run(double knockdown)
    {
        var plan = new UncertaintyPlan { Parameters = [new UncertainParameter(TestScenario.DeathRate, new UniformDistribution(0.03, 0.12))],
            OuterReplicates = 12, Patients = 30 };
        var source = new TestScenario(TestScenario.Of(150, 7301, knockdown));
        return UncertaintyRun.Run(new UncertainScenario(plan, source, null), new OutcomeQuestion(1, OutcomeCatalogue.SurvivalMonths, new() { Months = 24 }));
    }
}
