using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Evidence;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Tests.Evidence;

/// <summary>Exact: reports on published quantities show the numbers of the result, hits and misses apart, and say what agreement proves.</summary>
public sealed class EvidenceReportTests
{
    private static readonly JobReport Report = EvidenceReports.Of(TestEvidence.Result, "1");

    [Fact]
    public void The_answer_counts_hits_names_misses_and_says_what_agreement_proves()
    {
        Reports.CheckAll(Report);
        Assert.Equal(
            "6 of 7 checks and 6 of 7 quantities that the model was fitted to lie inside their published interval. 1 of 1 published number of a small series lies among 95 % of "
                + "simulated series, which differ widely by chance. Outside: neurofilament at month 12 against enrolment (check), "
                + "above it by 0.2 of its width; motor neurons lost at death (fit), above it by 1.3 of its width. That the model agrees with what it was fitted to is no test of it; only the "
                + "checks are.",
            Report.Content.Answer);
        Assert.StartsWith("Outside (check): neurofilament at month 12 against enrolment, published 1.02 (0.90 to 1.15), predicted 1.21 (1.10 to 1.30).", Report.Content.Findings[0],
            StringComparison.Ordinal);
        Assert.EndsWith("Counts at autopsy leave out cells that no longer worked.", Report.Content.Findings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_checks_or_intervals_nothing_is_claimed()
    {
        string AnswerOf(params string[] names) => EvidenceReports.Of(TestEvidence.Of([.. TestEvidence.Result.Quantities.Where(each => names.Contains(each.Quantity.Name, StringComparer.Ordinal))],
            uncertain: false), "1").Content.Answer;
        Assert.StartsWith("Nothing here has a published interval", AnswerOf("correlation", "stable"), StringComparison.Ordinal);
        Assert.StartsWith("1 of 1 published number of a small series lies among 95 % of simulated series", AnswerOf("recovered"), StringComparison.Ordinal);
        Assert.Equal(
            "1 of 1 quantities that the model was fitted to lie inside their published interval. None lies outside. That the model agrees with what it was fitted to is no test of it, and "
                + "there is no check here.",
            AnswerOf("medianSurvival"));
    }

    [Fact]
    public void Every_row_is_on_the_scale_of_its_published_interval()
    {
        var figure = Reports.Figure(Report, "evidence");
        Assert.Equal("6 of 7 checks lie inside the published interval", figure.Title);
        Texts.Equal(["Checks: not used in any fit", "Fitted: the model was adjusted to these", "Context: shown without a judgement"], figure.Panels.Select(panel => panel.Heading));
        var (checks, fitted) = (figure.Panels[0], figure.Panels[1]);
        Assert.Equal("Slope of vital capacity (% of predicted per month)", checks.Vertical.Categories[0]);
        Assert.Equal("published -1.03 (-1.24 to -0.81)\npredicted -0.97 (-1.02 to -0.91)", fitted.Vertical.RowTexts[0]);
        Assert.Equal([-1.0, 1], checks.Layers.OfType<BandLayer>().Single().X);

        // -0.97 lies 0.06 of the 0.22 between -1.03 and -0.81 above it; -1.02 just as 0.01.
        var inside = fitted.Layers.OfType<IntervalLayer>().Single(layer => layer.Label == "Predicted, inside");
        Assert.Equal((0.06 / 0.22, 0.01 / 0.22, 0.12 / 0.22), (inside.X[0], inside.Low[0], inside.High[0]), (a, b) =>
            Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) + Math.Abs(a.Item3 - b.Item3) < 1e-9);
        Assert.Equal(1, inside.Y[0]);
        var outside = checks.Layers.OfType<IntervalLayer>().Single(layer => layer.Label == "Predicted, outside");
        Assert.Equal(((1.21 - 1.02) / 0.13, 3), (Math.Round(outside.X[0], 9), outside.Y[0]), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-8 && a.Item2.Equals(b.Item2));
        Assert.NotEqual(inside.Color, outside.Color);
    }

    [Fact]
    public void What_lies_far_off_ends_in_an_arrow_with_its_number()
    {
        var arrow = Reports.Figure(Report, "evidence").Panels[1].Layers.OfType<PointLayer>().Single();
        Assert.Equal((PointSymbol.ArrowRight, 3, 7), (arrow.Symbol, arrow.X[0], arrow.Y[0]));
        Texts.Equal(["3.6"], arrow.Texts);
        Assert.Equal("Predicted, outside", arrow.Label);
    }

    [Fact]
    public void A_quantity_without_an_interval_is_scaled_by_nothing_and_counted_in_the_caption()
    {
        var figure = Reports.Figure(Report, "evidence");
        Assert.Equal(15, figure.Panels.Sum(panel => panel.Vertical.Categories.Count));
        Assert.Contains("5 more quantities without a published interval", figure.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Published_quantities_stand_on_the_visual_checks_where_the_axes_hold_them()
    {
        var survival = Reports.Figure(Report, "survival-check").Panels[0].Layers.OfType<IntervalLayer>().ToArray();
        Assert.Equal(3, survival.Length);
        var median = survival.Single(layer => layer.Horizontal);
        Assert.Equal((32, 0.5, 27, 37), (median.X[0], median.Y[0], median.Low[0], median.High[0]));
        Assert.Contains(survival, layer => layer is { Horizontal: false } && layer.X[0].Equals(36) && layer.Y[0].Equals(0.45));
        Assert.Equal(3, survival.Select(layer => layer.Color).Distinct().Count());

        var score = Reports.Figure(Report, "alsfrs-check").Panels[0];
        Assert.Equal((24, 31), (score.Layers.OfType<IntervalLayer>().Single().X[0], score.Layers.OfType<IntervalLayer>().Single().Y[0]));
        var slope = score.Layers.OfType<LineLayer>().Single(line => line.Style == LineStyle.Dashed);
        Assert.Equal([48, 48 - (1.03 * slope.X[1])], slope.Y);
        Assert.Equal(0, slope.Y[1], 9);

        // The treated arm has nothing published; those of the untreated arm do not stand there.
        Assert.Empty(Reports.Figure(Report, "survival-check").Panels[1].Layers.OfType<IntervalLayer>());
        Assert.Equal(5200, Reports.Figure(Report, "neurofilament-check").Panels[0].Layers.OfType<IntervalLayer>().Single().Y[0]);
    }

    [Fact]
    public void A_check_on_which_nothing_can_be_placed_says_so()
    {
        var report = EvidenceReports.Of(TestEvidence.Of([TestEvidence.Result.Quantities[0]], uncertain: false), "1");
        Reports.CheckAll(report);
        Assert.Contains("none can be placed on these axes", Reports.Figure(report, "survival-check").Caption, StringComparison.Ordinal);
        Assert.DoesNotContain("draws", Reports.Figure(report, "survival-check").Caption, StringComparison.Ordinal);
        Assert.Single(Reports.Figure(report, "alsfrs-check").Panels[0].Layers.OfType<BandLayer>());
        Assert.DoesNotContain(report.Tables, table => table.FileName == "series.csv");
    }

    [Fact]
    public void Bands_hold_the_middle_of_patients_and_the_draws_around_each_curve()
    {
        var check = TestEvidence.Result.Checks[0];
        var bands = Reports.Figure(Report, "alsfrs-check").Panels[0].Layers.OfType<BandLayer>().ToArray();
        Assert.Equal(4, bands.Length);
        Assert.Equal(check.Curves[0].Value, bands[0].Low);
        Assert.Equal(check.Curves[2].Value, bands[0].High);
        Assert.Equal(check.Curves[1].High, bands[2].High);
        Assert.True(bands[2].Outlined);
    }

    [Fact]
    public void Series_show_the_published_value_and_how_many_are_as_extreme()
    {
        var figure = Reports.Figure(Report, "series");
        Assert.Equal("3 of 3 published numbers of small series lie among 95 % of simulated series", figure.Title);
        Assert.Equal(4, figure.Panels.Count);
        var died = TestEvidence.Result.Quantities.Single(each => each.Quantity.Name == "died");
        var (above, below) = (died.Distribution.Count(value => value >= 5) / 1000.0, died.Distribution.Count(value => value <= 5) / 1000.0);
        Assert.True(above < below);
        var marker = figure.Panels[1].Layers.OfType<MarkerLayer>().Single();
        Assert.Equal(5, marker.X);
        Assert.Equal(FormattableString.Invariant($"Published 5: {100 * above:F0} % of simulated series have 5 or more"), marker.Label);
        Assert.All(figure.Panels, panel => Assert.Equal(100, panel.Layers.OfType<BandLayer>().Single().High.SkipLast(1).Sum(), 9));
        Assert.Empty(figure.Panels[3].Layers.OfType<MarkerLayer>());
    }

    [Fact]
    public void Misses_come_first_then_checks_and_fitted_apart_and_limits_at_the_end()
    {
        Texts.Equal(
            [
                "What lies outside, and what the evidence says about it", "Checks: not used in any fit", "Fitted: the model was adjusted to these", "Context: shown without a judgement",
                "Small series of patients", "Where the published quantities come from", "What the model cannot do",
            ],
            Report.Content.Tables.Select(table => table.Title));
        Assert.Equal("Counts at autopsy leave out cells that no longer worked.", Report.Content.Tables[0].Rows[0][^1]);
        Assert.Equal(2, Report.Content.Tables[^1].Rows.Count);
        Assert.Equal(20, Report.Content.Tables[^2].Rows.Count);
        Assert.Equal(TestEvidence.Result.Plan.Run.Assumptions, Report.Content.Assumptions);
    }

    [Fact]
    public void Files_hold_every_quantity_with_its_verdict_and_how_it_is_computed()
    {
        var root = Reports.Json(Report);
        Assert.Equal((EvidenceJobs.Evidence, 7, 8), (root.GetProperty("job").GetString(), root.GetProperty("checks").GetProperty("inside").GetInt32(),
            root.GetProperty("checks").GetProperty("judged").GetInt32()));
        var loss = root.GetProperty("quantities").Item("name", "lossAtDeath");
        Assert.Equal(("fit", "outside", 0.91), (loss.GetProperty("use").GetString(), loss.GetProperty("verdict").GetString(), loss.GetProperty("predicted").GetProperty("value").GetDouble()));
        Assert.Equal((0.91 - 0.65) / 0.2, loss.GetProperty("widthsOutside").GetDouble(), 9);
        Assert.Equal(2, root.GetProperty("limits").GetArrayLength());

        Assert.Equal(21, Reports.Rows(Report, "evidence.csv").Length);
        var checks = Reports.Rows(Report, "predictive-checks.csv");
        Assert.Equal(1 + (2 * 7 * 61), checks.Length);
        Texts.Equal(["untreated", "alsfrsTotal", "50", "24"], checks.Single(row => row[0] == "untreated" && row[1] == "alsfrsTotal" && row[2] == "50" && row[3] == "24").Take(4));
        Assert.Equal(1 + (4 * 1000), Reports.Rows(Report, "series.csv").Length);
        Reports.CheckSameBytes(Report, EvidenceReports.Of(TestEvidence.Result with { ElapsedSeconds = 9 }, "1"));
    }

    [Fact]
    public void A_prediction_that_the_cohort_does_not_give_is_outside_without_a_distance()
    {
        var quantity = TestEvidence.Result.Quantities[0] with { Predicted = double.NaN, StandardError = double.NaN, Low = double.NaN, High = double.NaN, Verdict = EvidenceVerdict.Outside };
        var report = EvidenceReports.Of(TestEvidence.Of([quantity], uncertain: false), "1");
        Reports.CheckAll(report);
        Assert.Contains("which the simulated patients do not give", report.Content.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Content.Figures, figure => figure.Id == "evidence");
    }
}
