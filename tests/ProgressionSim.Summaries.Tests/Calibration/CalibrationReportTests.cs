using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Calibration;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Tests.Calibration;

/// <summary>Exact: reports of fits show values, what the targets leave open, and predictions before and after.</summary>
public sealed class CalibrationReportTests
{
    private static readonly JobReport Report = CalibrationReports.Of(TestCalibration.Result, "1");

    [Fact]
    public void The_answer_gives_loss_targets_and_what_is_not_identified()
    {
        Reports.CheckAll(Report);
        Assert.Equal(
            "Fitting 4 settings to 7 published quantities brought the loss from 84.2 to 6.12. 2 of 7 of them lay inside their published interval before, 6 of 7 after. The targets do not "
                + "identify toxic protein half life months: it keeps most of what was believed beforehand. At a limit, where the interval is not to be trusted: symptom onset function.",
            Report.Content.Answer);
        Assert.Contains(
            "Left open by the targets: more toxic protein half life months (weight 0.86) and less symptom onset function (weight 0.49) together hardly change the predictions.",
            Report.Content.Findings, StringComparer.Ordinal);
    }

    [Fact]
    public void Beliefs_and_fitted_intervals_are_in_standard_deviations_of_the_belief()
    {
        var figure = Reports.Figure(Report, "parameters");
        Assert.Equal("The targets narrow down 3 of 4 settings; not toxic protein half life months", figure.Title);
        var layers = figure.Panels[0].Layers.OfType<IntervalLayer>().ToArray();
        Texts.Equal(["Believed beforehand", "Fitted", "Fitted, not identified by the targets", "Fitted, at a limit"], layers.Select(layer => layer.Label));
        Assert.Equal(1.96, layers[0].High[0], 3);

        // The limit of 0.95 cuts the belief off at two standard deviations.
        Assert.Equal(1.96, layers[0].High[3], 3);
        Assert.Equal(Math.Log(0.0612 / 0.07) / 0.3, layers[1].X[0], 9);
        Assert.Equal(2, layers[3].X[0], 9);
        Assert.Equal(4, layers.Select(layer => layer.Color).Distinct().Count());
        Assert.StartsWith("believed 0.0700 (0.0389 to 0.126)\nfitted 0.0612 (0.0533 to 0.0702)", figure.Panels[0].Vertical.RowTexts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_and_checks_stand_before_and_after_on_their_scale()
    {
        var figure = Reports.Figure(Report, "targets");
        Assert.Equal("6 of 7 fitted quantities lie inside their published interval after the fit, 2 of 7 before", figure.Title);
        Texts.Equal(["Targets: the settings were fitted to these", "Checks: not used in the fit"], figure.Panels.Select(panel => panel.Heading));
        var before = figure.Panels[0].Layers.OfType<IntervalLayer>().First();
        Assert.Equal(("Before", 0.4, 1.4), (before.Label, Math.Round(before.X[0], 9), Math.Round(before.X[1], 9)));
        Assert.Equal("published -1.03 (-1.24 to -0.81)\nbefore -0.94, after -0.97", figure.Panels[0].Vertical.RowTexts[0]);
        Assert.Equal(2, figure.Panels[0].Layers.OfType<PointLayer>().Count(layer => layer.Symbol == PointSymbol.ArrowRight));
    }

    [Fact]
    public void The_search_is_shown_by_generation()
    {
        var panels = Reports.Figure(Report, "trace").Panels;
        Assert.Equal(TestCalibration.Result.Trace.Select(step => step.Best), panels[0].Layers.OfType<LineLayer>().Last().Y);
        Assert.True(panels[0].Vertical.Logarithmic);
        var centres = panels[1].Layers.OfType<LineLayer>().ToArray();
        Texts.Equal(["death rate per month", "spontaneous rate per month", "toxic protein half life months", "symptom onset function"], centres.Select(line => line.Label));
        Assert.Equal((TestCalibration.Result.Trace[5].Values[3] - 0.85) / 0.05, centres[3].Y[5], 9);
    }

    [Fact]
    public void A_fit_that_narrows_down_everything_says_so()
    {
        var result = TestCalibration.Result;
        var report = CalibrationReports.Of(
            result with
            {
                Parameters = [.. result.Parameters.Select(each => each with { Shrinkage = 0.3, IsAtLimit = false })], OpenDirections = [],
                Quantities = [.. result.Quantities.Where(fit => fit.Quantity.Name == "medianSurvival")], Trace = [],
            },
            "1");
        Reports.CheckAll(report);
        Assert.EndsWith("The targets narrow down every setting and every combination of them.", report.Content.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Content.Figures, figure => figure.Id == "trace");
        Assert.DoesNotContain(report.Content.Tables, table => table.Title == "What the targets leave open");
    }

    [Fact]
    public void Files_hold_values_targets_search_and_correlations()
    {
        var root = Reports.Json(Report);
        Assert.Equal((CalibrationJobs.Calibration, 84.2, 6.12), (root.GetProperty("job").GetString(), root.GetProperty("loss").GetProperty("before").GetDouble(),
            root.GetProperty("loss").GetProperty("after").GetDouble()));
        var halfLife = root.GetProperty("parameters").Item("path", "disease.toxicProtein.halfLifeMonths");
        Assert.False(halfLife.GetProperty("identified").GetBoolean());
        Assert.Equal(1.34, halfLife.GetProperty("after").GetProperty("high").GetDouble());
        Assert.Equal(-0.86, root.GetProperty("openDirections")[0].GetProperty("disease.toxicProtein.halfLifeMonths").GetDouble());

        Assert.Equal(5, Reports.Rows(Report, "parameters.csv").Length);
        var trace = Reports.Rows(Report, "trace.csv");
        Assert.Equal((41, 8), (trace.Length, trace[0].Length));
        Assert.Equal(TestCalibration.Result.Trace[39].Values[0], Reports.Number(trace[40][4]), 9);
        Assert.Equal(7, Reports.Rows(Report, "correlations.csv").Length);
        Assert.Equal(17, Reports.Rows(Report, "targets.csv").Length);
        Reports.CheckSameBytes(Report, CalibrationReports.Of(TestCalibration.Result with { ElapsedSeconds = 9 }, "1"));
    }
}
