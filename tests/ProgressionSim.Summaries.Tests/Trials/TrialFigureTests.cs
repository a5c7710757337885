using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Trials;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Summaries.Tests.Trials;

/// <summary>Exact: figures show the numbers found.</summary>
public sealed class TrialFigureTests
{
    private static IReadOnlyList<Figure> Trial(TrialDesign design, TrialData? example = null) =>
        TrialReports.OfTrial(TestTrials.Found(design), example ?? TestTrials.Example(design), "1").Content.Figures;

    [Fact]
    public void Figures_are_there_when_they_have_something_to_show()
    {
        Texts.Equal(["overview", "estimates", "trajectories", "events"], Trial(TestTrials.Design()).Select(figure => figure.Id));
        Texts.Equal(["overview", "estimates", "looks", "trajectories", "events"], Trial(TestTrials.Design(interim: true)).Select(figure => figure.Id));
        Texts.Equal(["power-curve"], TrialReports.OfSize(TestTrials.Size(TestTrials.Design()), "1").Content.Figures.Select(figure => figure.Id));
        Texts.Equal(["power-curves", "designs"], TrialReports.OfComparison(TestTrials.Compared(sizes: false), "1").Content.Figures.Select(figure => figure.Id));
        Texts.Equal(["power-curves", "designs", "sizes"], TrialReports.OfComparison(TestTrials.Compared(sizes: true), "1").Content.Figures.Select(figure => figure.Id));
    }

    [Fact]
    public void All_figures_are_well_formed_and_say_what_they_show()
    {
        IEnumerable<Figure> all =
        [
            .. Trial(TestTrials.Design(interim: true)),
            .. TrialReports.OfSize(TestTrials.Size(TestTrials.Design()), "1").Content.Figures,
            .. TrialReports.OfComparison(TestTrials.Compared(sizes: true), "1").Content.Figures,
        ];
        Assert.All(all, figure =>
        {
            Assert.True(figure.Columns >= 1 && figure.Panels.Count >= 1);
            Assert.DoesNotContain("NaN", figure.Title + figure.Caption + figure.AlternativeText, StringComparison.Ordinal);
            Assert.Contains(figure.AlternativeText, char.IsAsciiDigit);
            Assert.All(figure.Panels, panel =>
            {
                Assert.True(panel.Horizontal.Low < panel.Horizontal.High && panel.Vertical.Low < panel.Vertical.High, figure.Id);
                Assert.True(panel.Horizontal.Label.Length > 0 || panel.Horizontal.Categories.Count > 0, figure.Id);
                Assert.NotEmpty(panel.Vertical.Label);
                Assert.All(panel.Layers.OfType<BandLayer>(), band => Assert.All(band.Low.Zip(band.High), edge => Assert.False(edge.First > edge.Second)));
                Assert.All(panel.Layers.OfType<LineLayer>(), line => Assert.Equal(line.X, line.X.Order()));
            });
        });
    }

    [Fact]
    public void The_overview_sets_type_I_error_beside_power_with_the_error_allowed()
    {
        var overview = Trial(TestTrials.Design())[0];
        Texts.Equal(["trial", "function", "combined", "survivors"], overview.Panels[0].Horizontal.Categories);
        Assert.Equal([0.853, 0.843, 0.802, 0.711], overview.Panels[0].Layers.OfType<IntervalLayer>().Select(point => point.Y[0]));
        Assert.Equal([0.051, 0.051, 0.0492, 0.072], overview.Panels[1].Layers.OfType<IntervalLayer>().Select(point => point.Y[0]));
        Assert.Equal([0.05, 0.05], overview.Panels[1].Layers.OfType<LineLayer>().Single(line => line.Label == "5 % allowed").Y);
        Assert.StartsWith("With 200 patients 85.3 % of trials show a benefit (95 % MC interval 84.6 to 86.0); without an effect 5.1 % reject", overview.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimates_add_up_to_all_trials_and_stand_against_the_truth()
    {
        var panel = Trial(TestTrials.Design())[1].Panels[0];
        var bands = panel.Layers.OfType<BandLayer>().ToArray();
        Texts.Equal(["Without an effect", "With the effect"], bands.Select(band => band.Label));

        // The outermost 0.1 % may lie outside; the last edge repeats the last bar.
        Assert.All(bands, band => Assert.InRange(band.High.SkipLast(1).Sum(), 99.5, 100 + 1e-9));
        Assert.Equal(0.358, panel.Layers.OfType<MarkerLayer>().Single(marker => marker.Label.StartsWith("truth", StringComparison.Ordinal)).X);

        // 1.96 standard errors of 0.98 * 0.118.
        Assert.Equal([0.22665, -0.22665], panel.Layers.OfType<MarkerLayer>().Where(marker => marker.Label.StartsWith("rejects", StringComparison.Ordinal)).Select(marker => Math.Round(marker.X, 5)));
        Assert.DoesNotContain(Trial(TestTrials.Design(interim: true))[1].Panels[0].Layers, layer => layer.Label.StartsWith("rejects", StringComparison.Ordinal));
    }

    [Fact]
    public void Looks_show_why_trials_stop()
    {
        var looks = Trial(TestTrials.Design(interim: true)).Single(figure => figure.Id == "looks");
        Assert.Equal(2, looks.Panels.Count);
        Assert.Equal([0.182, 0.387, 0.284], looks.Panels[0].Layers.OfType<IntervalLayer>().Single(layer => layer.Label == "Success").Y);
        Assert.Equal([0.41, 0.22], looks.Panels[1].Layers.OfType<IntervalLayer>().Single(layer => layer.Label == "Futility").Y);

        // 0.398 reach the last look, 0.284 succeed and 0.001 show harm there.
        Assert.Equal(0.113, looks.Panels[0].Layers.OfType<IntervalLayer>().Single(layer => layer.Label == "No effect shown").Y[0], 12);
        Assert.StartsWith("60.2 % of trials stop before the last look with the effect, 65.2 % without", looks.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Trajectories_mark_every_death_dropout_and_rescue_of_the_patients_shown()
    {
        var design = TestTrials.Design();
        var trial = TestTrials.Example(design);
        var figure = Trial(design, trial).Single(figure => figure.Id == "trajectories");
        for (var arm = 0; arm < 2; arm++)
        {
            var shown = Enumerable.Range(0, trial.Patients).Where(patient => trial.Arms[patient] == arm).Take(18).ToArray();
            int Marks(string label) => figure.Panels[arm].Layers.OfType<PointLayer>().SingleOrDefault(layer => layer.Label == label)?.X.Count ?? 0;
            Assert.Equal(shown.Length, figure.Panels[arm].Layers.OfType<LineLayer>().Count(line => line.Style == LineStyle.Thin));
            Assert.Equal(shown.Count(patient => trial.DeathMonths[patient] <= trial.DropoutMonths[patient] && double.IsFinite(trial.DeathMonths[patient])), Marks("Death or ventilation"));
            Assert.Equal(shown.Count(patient => double.IsFinite(trial.DropoutMonths[patient])), Marks("Left the trial"));
            Assert.Equal(shown.Count(patient => double.IsFinite(trial.RescueMonths[patient])), Marks("Rescue"));
        }

        Assert.Equal("ALSFRS-R (points)", figure.Panels[0].Vertical.Label);
    }

    [Fact]
    public void Events_start_at_one_with_everybody_at_risk()
    {
        var events = Trial(TestTrials.Design()).Single(figure => figure.Id == "events").Panels[0];
        Assert.Equal([100L, 100L], events.AtRisk!.Rows.Select(row => row.Counts[0]));
        Assert.All(events.Layers.OfType<LineLayer>(), line => Assert.Equal((0.0, 1.0), (line.X[0], line.Y[0])));
        Assert.Equal("Share free of death or ventilation", events.Vertical.Label);
    }

    [Fact]
    public void The_power_curve_marks_the_size_its_interval_the_target_and_the_check()
    {
        var figure = TrialReports.OfSize(TestTrials.Size(TestTrials.Design()), "1").Content.Figures[0];
        var curve = figure.Panels[0];
        Assert.Equal(184, curve.Layers.OfType<MarkerLayer>().Single().X);
        Assert.Equal([177.124, 189.276], curve.Layers.OfType<BandLayer>().Single(band => band.Label == "95 % interval of the size").X.Select(x => Math.Round(x, 3)));
        Assert.Equal([0.8, 0.8], curve.Layers.OfType<LineLayer>().Single(line => line.Label == "80 % asked for").Y);
        Assert.Equal(0.804, curve.Layers.OfType<IntervalLayer>().Single(layer => layer.Label == "Independent check").Y[0]);
        Assert.Equal([147.0, 150, 184, 188, 200, 230, 235], curve.Layers.OfType<IntervalLayer>().Single(layer => layer.Label == "Batches of trials").X);
        Assert.Equal([200.0, 150, 188, 235, 147, 184, 230], figure.Panels[1].Layers.OfType<IntervalLayer>().Single().Y);
    }

    [Fact]
    public void Compared_designs_have_one_curve_each_and_a_point_at_their_own_size()
    {
        var panel = TrialReports.OfComparison(TestTrials.Compared(sizes: true), "1").Content.Figures[0].Panels[0];
        Assert.Equal("Patients randomised", panel.Horizontal.Label);
        Texts.Equal(["80 % asked for", "early", "late"], panel.Layers.OfType<LineLayer>().Select(line => line.Label));
        Assert.Equal([(200.0, 0.843), (160.0, 0.455)], panel.Layers.OfType<IntervalLayer>().Select(point => (point.X[0], point.Y[0])));
    }
}
