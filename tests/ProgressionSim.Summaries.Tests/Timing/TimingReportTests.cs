using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Timing;

namespace ProgressionSim.Summaries.Tests.Timing;

/// <summary>Exact: reports of starts show the numbers of the result, clamped starts, and intervals of both kinds.</summary>
public sealed class TimingReportTests
{
    private static readonly TimingResult Found = TestTiming.Run(isUncertain: true);

    [Fact]
    public void The_overview_has_benefit_and_cost_with_bands_of_both_kinds()
    {
        var report = TimingReports.Of(Found, "1");
        Reports.CheckAll(report);
        var figure = Reports.Figure(report, "benefit-by-start");
        Assert.StartsWith("Each month of waiting costs up to ", figure.Title, StringComparison.Ordinal);
        var curve = Found.Curve(0, 0);
        var bands = figure.Panels[0].Layers.OfType<BandLayer>().ToArray();
        Assert.Equal([true, false], bands.Select(band => band.Outlined));
        Assert.Equal(curve.Benefits.Select(benefit => benefit.Low), bands[1].Low);
        Assert.Equal(TestTiming.Offsets.Select((_, start) => Found.Uncertainty!.Benefit(0, 0, start).High), bands[0].High);
        Assert.Equal(curve.Benefits.Select(benefit => benefit.Value), figure.Panels[0].Layers.OfType<LineLayer>().Single().Y);
        Assert.Equal(("Treatment start (months from symptom onset)", "Life gained (months)"),
            (figure.Panels[0].Horizontal.Label, figure.Panels[0].Vertical.Label));
        Assert.Equal("Lost per month of waiting (months of life)", figure.Panels[1].Vertical.Label);
    }

    [Fact]
    public void Clamped_starts_are_shaded_and_have_no_cost_of_delay()
    {
        Assert.True(Found.IsClamped(0, 0));
        Assert.False(Found.IsClamped(0, 2));
        var last = Enumerable.Range(0, 5).Last(start => Found.IsClamped(0, start));
        var report = TimingReports.Of(Found, "1");
        var figure = Reports.Figure(report, "benefit-by-start");
        foreach (var panel in figure.Panels)
        {
            var span = panel.Layers.OfType<SpanLayer>().Single();
            Assert.Equal((-40.0, 0.5 * (TestTiming.Offsets[last] + TestTiming.Offsets[last + 1])), (span.Low, span.High));
        }

        var costs = figure.Panels[1].Layers.OfType<IntervalLayer>().Single();
        Assert.Equal(Found.Curve(0, 0).CostsOfDelay.Count(cost => cost is not null), costs.X.Count);
        Assert.All(costs.X, middle => Assert.True(middle > TestTiming.Offsets[last]));
        Assert.Contains(report.Content.Cautions, caution => caution.Contains("-40", StringComparison.Ordinal)
            && caution.Contains("shaded", StringComparison.Ordinal));
        Assert.Equal("-", report.Content.Tables[0].Rows[0][^1]);
    }

    [Fact]
    public void Triggers_are_named_best_first_with_shares_of_all_patients()
    {
        var figure = Reports.Figure(TimingReports.Of(Found, "1"), "triggers");
        Texts.Equal(["at EMG change", "at diagnosis"], figure.Panels[0].Vertical.Categories);
        Assert.Equal((0.5, 2.5), (figure.Panels[0].Vertical.Low, figure.Panels[0].Vertical.High));
        Assert.StartsWith("Of the triggers compared, at EMG change gains most", figure.Title, StringComparison.Ordinal);
        var parts = figure.Panels[1].Layers.OfType<StackedBarLayer>().Single().Parts;
        Assert.All(Enumerable.Range(0, 2), bar => Assert.Equal(100, parts.Sum(part => part.Values[bar]), 9));
    }

    [Fact]
    public void Groups_are_lines_of_their_own()
    {
        var layers = Reports.Figure(TimingReports.Of(Found, "1"), "benefit-by-group").Panels.Single().Layers;
        Texts.Equal(["slow", "fast"], layers.OfType<LineLayer>().Where(line => line.Style == LineStyle.Solid).Select(line => line.Label));
        Assert.Contains(layers.OfType<LineLayer>(), line => line.Style == LineStyle.Dashed && line.X[0].Equals(-40));
    }

    [Fact]
    public void A_drug_without_effect_has_no_benefit_and_no_window()
    {
        var report = TimingReports.Of(TestTiming.Run(knockdown: 0), "1");
        Reports.CheckAll(report);
        var figure = Reports.Figure(report, "benefit-by-start");
        Assert.Equal("No benefit of treatment in survival beyond simulation noise at any examined start counted from symptom onset", figure.Title);
        Assert.DoesNotContain(figure.Panels[0].Layers, layer => layer is MarkerLayer);
        Assert.Equal("None of the triggers compared gains in survival beyond simulation noise", Reports.Figure(report, "triggers").Title);
        Assert.DoesNotContain("is kept by starts", report.Content.Answer, StringComparison.Ordinal);
        Assert.Contains(report.Content.Findings, finding => finding.StartsWith("No examined start gains", StringComparison.Ordinal));
        var outcome = Reports.Json(report).GetProperty("groups")[0].GetProperty("outcomes")[0];
        Assert.Equal("beforeEarliestStart", outcome.GetProperty("window").GetProperty("where").GetString());
        Assert.Equal(0, outcome.GetProperty("curve")[1].GetProperty("benefit").GetProperty("value").GetDouble());
    }

    [Fact]
    public void Files_hold_the_numbers_of_the_result()
    {
        var report = TimingReports.Of(Found, "1");
        var root = Reports.Json(report);
        Assert.Equal((TimingJobs.Timing, 10), (root.GetProperty("job").GetString(), root.GetProperty("parameterDraws").GetInt32()));
        var group = root.GetProperty("groups").Item("name", "all");
        Assert.True(group.GetProperty("starts")[0].GetProperty("clamped").GetBoolean());
        var curve = group.GetProperty("outcomes").Item("name", "walkingMonths").GetProperty("curve");
        Assert.Equal(Found.Curve(0, OutcomeCatalogue.WalkingMonths).Benefits[3].Value, curve[3].GetProperty("benefit").GetProperty("value").GetDouble(), 8);
        Assert.Equal(Found.Curve(0, OutcomeCatalogue.WalkingMonths).CostsOfDelay[3]!.Value.High,
            curve[3].GetProperty("costOfDelayPerMonth").GetProperty("high").GetDouble(), 8);
        Assert.Equal(Found.Uncertainty!.Benefit(0, OutcomeCatalogue.WalkingMonths, 3).Low,
            curve[3].GetProperty("benefitOverParameters").GetProperty("low").GetDouble(), 8);
        Texts.Equal(["timing.csv", "answers.csv", "triggers.csv", "parameter-draws.csv"], report.Tables.Select(table => table.FileName));
        Reports.CheckSameBytes(report, TimingReports.Of(TestTiming.Run(isUncertain: true), "1"));
    }
}
