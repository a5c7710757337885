using System.Text.RegularExpressions;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Sweeps;
using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Sweeps;

namespace ProgressionSim.Summaries.Tests.Sweeps;

/// <summary>Exact: reports of sweeps show the numbers of the result and say no more than they do.</summary>
public sealed class SweepReportTests
{
    private static readonly SweepAxis Start = new(TestScenario.Offset, "Treatment start (months from symptom onset)", [-3, 0, 3, 6, 9]);
    private static readonly SweepAxis Strength = new(TestScenario.Knockdown, "Knock-down of FUS (share)", [0.1, 0.3, 0.5, 0.7, 0.9]);
    private static readonly SweepResult Map = Run(0.8, [OutcomeCatalogue.AlsfrsTotal, OutcomeCatalogue.Alive], Start, Strength);

    [Fact]
    public void A_map_shows_every_cell_and_lines_of_equal_benefit_at_round_levels()
    {
        var report = SweepReports.Of(Map, "1");
        Reports.CheckAll(report);
        var figure = Reports.Figure(report, "sweep-map");
        Texts.Equal(["ALSFRS-R kept", "More patients alive"], figure.Panels.Select(panel => panel.Heading));
        Assert.All(figure.Panels, panel => Assert.Equal((Start.Label, Strength.Label), (panel.Horizontal.Label, panel.Vertical.Label)));
        Assert.Equal((-4.5, 10.5), (figure.Panels[0].Horizontal.Low, figure.Panels[0].Horizontal.High));
        foreach (var (panel, outcome, scale) in new[] { (figure.Panels[0], OutcomeCatalogue.AlsfrsTotal, 1),
            (figure.Panels[1], OutcomeCatalogue.Alive, 100) })
        {
            var cells = panel.Layers.OfType<HeatMapLayer>().Single();
            for (var second = 0; second < 5; second++)
            {
                for (var first = 0; first < 5; first++)
                {
                    Assert.Equal(scale * Map.Shown(first, second, outcome).Value, cells.Values[second][first]);
                }
            }
        }

        Assert.Equal("ALSFRS-R kept (points)", figure.Panels[0].Layers.OfType<HeatMapLayer>().Single().Label);
        var lines = figure.Panels[0].Layers.OfType<ContourLayer>().Single().Lines;
        Assert.InRange(lines.Count, 3, 6);
        Assert.All(lines, line => Assert.NotEmpty(line.Polylines));
    }

    [Fact]
    public void What_makes_up_for_a_delay_is_read_off_between_cells_of_equal_benefit()
    {
        var title = SweepReports.Of(Map, "1").Content.Figures[0].Title;
        var found = Regex.Match(
            title,
            @"^Knock-down of FUS 0\.5 with a start at symptom onset gains about as much as (?<value>[0-9.]+) \((?<low>[0-9.]+) to (?<high>[0-9.]+)\) "
                + "with a start (?<start>[0-9]) months after symptom onset$",
            RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        Assert.True(found.Success, title);
        double[] numbers = [.. found.Groups.Values.Skip(1).Select(group => Reports.Number(group.Value))];
        var (value, low, high, start) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        Assert.True(0.5 < low && low < value && value < high && high <= 0.9, title);

        // Between the two cells around it the benefit is linear; the value is said to two decimals.
        var column = Start.Values.ToList().IndexOf(start);
        var below = Strength.Values.ToList().FindLastIndex(strength => strength <= value);
        var (less, more) = (Map.Shown(column, below, OutcomeCatalogue.AlsfrsTotal).Value, Map.Shown(column, below + 1, OutcomeCatalogue.AlsfrsTotal).Value);
        var exact = Strength.Values[below] + (0.2 * (Map.Shown(1, 2, OutcomeCatalogue.AlsfrsTotal).Value - less) / (more - less));
        Assert.Equal(exact, value, 0.0051);

        // The other way round it is the same trade.
        Assert.Equal(title, SweepReports.Of(Run(0.8, [OutcomeCatalogue.AlsfrsTotal], Strength, Start), "1").Content.Figures[0].Title);
    }

    [Fact]
    public void An_axis_of_few_values_is_one_line_each()
    {
        var result = Run(0.8, [0], Start, Strength with { Values = [0.2, 0.9] });
        var report = SweepReports.Of(result, "1");
        Reports.CheckAll(report);
        var layers = Reports.Figure(report, "sweep").Panels.Single().Layers;
        var lines = layers.OfType<LineLayer>().Where(line => line.Label.Length > 0).ToArray();
        Texts.Equal(["Knock-down of FUS 0.2", "Knock-down of FUS 0.9"], lines.Select(line => line.Label));
        Assert.Equal([FigureColor.Arm2, FigureColor.Arm3], lines.Select(line => line.Color));
        Assert.Equal(Start.Values.Select((_, first) => result.Shown(first, 1, 0).Value), lines[1].Y);
        Assert.Equal(Start.Values.Select((_, first) => result.Shown(first, 1, 0).High), layers.OfType<BandLayer>().Last().High);
    }

    [Fact]
    public void One_axis_is_a_line_with_its_band_and_its_mean_change()
    {
        var result = Run(0.8, [OutcomeCatalogue.SurvivalMonths], Start);
        var report = SweepReports.Of(result, "1");
        Reports.CheckAll(report);
        var panel = Reports.Figure(report, "sweep").Panels.Single();
        Assert.Equal(("Life gained (months)", 3.0), (panel.Vertical.Label, panel.Horizontal.TickInterval));
        Assert.Single(panel.Layers.OfType<BandLayer>());
        Assert.StartsWith("Life gained goes from ", report.Content.Figures[0].Title, StringComparison.Ordinal);
        Assert.EndsWith("months of life with a start 3 months before symptom onset", report.Content.Figures[0].Title, StringComparison.Ordinal);
        var slope = Regex.Match(report.Content.Findings[0], @"changes on average by (?<slope>-[0-9.]+) \(.* months of life for each month later",
            RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
        Assert.Equal((result.Shown(4, 0, 0).Value - result.Shown(0, 0, 0).Value) / 12, Reports.Number(slope.Groups["slope"].Value), 0.0051);
        Assert.Contains(report.Content.Cautions, caution => caution.Contains("put off", StringComparison.Ordinal));
    }

    [Fact]
    public void A_drug_without_effect_has_no_benefit_and_no_lines_of_equal_benefit()
    {
        var deaths = new SweepAxis(TestScenario.DeathRate, "Death rate (per neuron per month)", [0.04, 0.05, 0.06, 0.07, 0.08]);
        var report = SweepReports.Of(Run(0, [0], Start, deaths), "1");
        Reports.CheckAll(report);
        Assert.Equal("No benefit of treated in survival beyond simulation noise at any of the 25 settings examined", report.Content.Figures.Single().Title);
        Assert.Contains("no difference beyond simulation noise", report.Content.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Content.Figures.Single().Panels.Single().Layers, layer => layer is ContourLayer);
    }

    [Fact]
    public void Files_hold_the_numbers_of_the_result()
    {
        var report = SweepReports.Of(Map, "1");
        var rows = Reports.Rows(report, "sweep.csv");
        Assert.Equal(1 + (25 * OutcomeCatalogue.Count), rows.Length);
        var row = rows.Single(cells => cells[0] == "6" && cells[1] == "0.7" && cells[2] == "alive");
        Assert.Equal(Map.Shown(3, 3, OutcomeCatalogue.Alive).Value, Reports.Number(row[7]), 9);
        Assert.Equal(Map.Shown(3, 3, OutcomeCatalogue.Alive).StandardError, Reports.Number(row[8]), 9);

        var root = Reports.Json(report);
        Assert.Equal((SweepJobs.Sweep, "tried", "benefit"),
            (root.GetProperty("job").GetString(), root.GetProperty("scenario").GetString(), root.GetProperty("shows").GetString()));
        Assert.Equal(Strength.Values, root.GetProperty("axes")[1].GetProperty("values").EnumerateArray().Select(value => value.GetDouble()));
        var cell = root.GetProperty("outcomes").Item("name", "alsfrsTotal").GetProperty("cells")[8];
        Assert.Equal([6, 0.3], cell.GetProperty("at").EnumerateArray().Select(value => value.GetDouble()));
        Assert.Equal(Map.Shown(3, 1, OutcomeCatalogue.AlsfrsTotal).Value, cell.GetProperty("benefit").GetProperty("value").GetDouble(), 8);
        Assert.Equal(Map.Cells[8].Arm(OutcomeCatalogue.AlsfrsTotal).StandardError, cell.GetProperty("arm").GetProperty("standardError").GetDouble(), 8);
        Reports.CheckSameBytes(report, SweepReports.Of(Run(0.8, [OutcomeCatalogue.AlsfrsTotal, OutcomeCatalogue.Alive], Start, Strength), "1"));
    }

    [Fact]
    public void Outcomes_themselves_are_shown_in_their_own_unit()
    {
        var result = SweepRun.Run(Plan(TestScenario.Of(100, 7102), [OutcomeCatalogue.Alive], Strength) with { ShowsBenefit = false },
            new TestScenario(TestScenario.Of(100, 7102)));
        var report = SweepReports.Of(result, "1");
        Reports.CheckAll(report);
        var panel = report.Content.Figures.Single().Panels.Single();
        Assert.Equal("Survival (% of patients)", panel.Vertical.Label);
        Assert.Equal(100 * result.Cells[4].Arm(OutcomeCatalogue.Alive).Value, panel.Layers.OfType<LineLayer>().Last().Y[4], 12);
        Assert.Equal("outcome", Reports.Json(report).GetProperty("shows").GetString());
    }

    [Fact]
    public void Values_evenly_spaced_by_ratio_are_on_a_logarithmic_axis()
    {
        var result = Run(0.8, [0], Strength, new SweepAxis(TestScenario.Ramp, "Ramp (months)", [1, 2, 4, 8, 16]));
        var panel = SweepReports.Of(result, "1").Content.Figures.Single().Panels.Single();
        Assert.True(panel.Vertical.Logarithmic);
        Assert.False(panel.Horizontal.Logarithmic);
        Assert.Equal(Math.Sqrt(0.5), panel.Vertical.Low, 12);
        Assert.All(panel.Layers.OfType<ContourLayer>().SelectMany(layer => layer.Lines).SelectMany(line => line.Polylines).SelectMany(line => line.Y), y =>
            Assert.InRange(y, 1 - 1e-12, 16 + 1e-12));
    }

    [Fact]
    public void Levels_are_multiples_of_a_round_step_between_the_ends()
    {
        foreach (var (panel, outcome, scale) in SweepReports.Of(Map, "1").Content.Figures[0].Panels.Zip([OutcomeCatalogue.AlsfrsTotal, OutcomeCatalogue.Alive], [1, 100]))
        {
            var cells = Map.Cells.Select(cell => scale * cell.Benefit(outcome).Value).ToArray();
            double[] levels = [.. panel.Layers.OfType<ContourLayer>().Single().Lines.Select(line => line.Level)];
            var step = levels[1] - levels[0];
            Assert.Contains(Math.Round(step / Math.Pow(10, Math.Floor(Math.Log10(step))), 6), (double[])[1, 2, 2.5, 3, 4, 5]);
            Assert.All(levels, level =>
            {
                Assert.True(level > cells.Min() && level < cells.Max());
                Assert.Equal(0, Math.IEEERemainder(level, step), 9);
            });
            Assert.InRange(levels.Length, 3, 6);
        }
    }

    private static SweepResult Run(double knockdown, IReadOnlyList<int> outcomes, params SweepAxis[] axes)
    {
        var run = TestScenario.Of(axes.Length == 2 ? 300 : 150, 7101, knockdown);
        return SweepRun.Run(Plan(run, outcomes, axes), new TestScenario(run));
    }

    private static SweepPlan Plan(Engine.Running.RunPlan run, IReadOnlyList<int> outcomes, params SweepAxis[] axes) => new()
    {
        Run = run,
        Axes = axes,
        Question = new OutcomeQuestion(1, outcomes[0], new() { Months = 24 }),
        Outcomes = outcomes,
        ShowsBenefit = true,
    };
}
