using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Tests.PlotData;

/// <summary>Exact: figures show the numbers of the run, for any number of arms.</summary>
public sealed class FigureTests
{
    private static Figure Waiting(string id) => ReportFigures.All(TestRuns.Waiting().Summary).Single(figure => figure.Id == id);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    public void Any_number_of_arms_gives_well_formed_figures(int arms)
    {
        var figures = ReportFigures.All(TestRuns.WithArms(arms));
        string[] always = ["overview", "survival", "alsfrs", "motor-neurons", "motor-neurons-spread", "motor-neurons-by-region", "neurofilament"];
        Assert.Superset(always.ToHashSet(StringComparer.Ordinal), figures.Select(figure => figure.Id).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(arms > 1, figures.Any(figure => figure.Id == "contrast"));
        Assert.Equal(arms > 1, figures.Any(figure => figure.Id == "drug"));
        Assert.Equal("overview", figures[0].Id);
        foreach (var figure in figures)
        {
            Assert.True(figure.Columns >= 1 && figure.Panels.Count >= 1);
            Assert.DoesNotContain("NaN", figure.Title + figure.Caption + figure.AlternativeText, StringComparison.Ordinal);
            Assert.Contains(figure.AlternativeText, char.IsAsciiDigit);
            Assert.All(figure.Panels, CheckPanel);
        }
    }

    private static void CheckPanel(Panel panel)
    {
        Assert.True(panel.Horizontal.Low < panel.Horizontal.High, panel.Heading);
        Assert.True(panel.Vertical.Low < panel.Vertical.High, panel.Heading);
        Assert.All(panel.Layers, layer =>
        {
            switch (layer)
            {
                case LineLayer line:
                    Assert.Equal(line.X.Count, line.Y.Count);
                    Assert.Equal(line.X, line.X.Order());
                    break;
                case BandLayer band:
                    Assert.Equal((band.X.Count, band.X.Count), (band.Low.Count, band.High.Count));
                    Assert.All(band.Low.Zip(band.High), edge => Assert.False(edge.First > edge.Second));
                    break;
                case IntervalLayer interval:
                    Assert.Equal((interval.X.Count, interval.X.Count, interval.X.Count), (interval.Y.Count, interval.Low.Count, interval.High.Count));
                    break;
                case MarkerLayer marker:
                    Assert.InRange(marker.X, panel.Horizontal.Low, panel.Horizontal.High);
                    break;
                default:
                    Assert.Fail("An unknown layer.");
                    break;
            }
        });
    }

    [Fact]
    public void The_overview_shows_scores_starts_and_points_kept()
    {
        var overview = Waiting("overview");
        Assert.Equal("Starting at month +12 (late) instead of month -12 (early) costs 8.0 ALSFRS-R points at month 36 (95 % MC interval 7.8 to 8.2)", overview.Title);
        Assert.Equal([-12.0, 12], overview.Panels[0].Layers.OfType<MarkerLayer>().Select(marker => marker.X));
        var early = overview.Panels[0].Layers.OfType<LineLayer>().Single(line => line.Label == "early");
        Assert.Equal(61, early.X.Count);
        Assert.All(early.Y, score => Assert.Equal(31, score, 12));

        // Early minus untreated at month 36: 20 and 32 in as many patients; late minus untreated: 11 and 25.
        var intervals = overview.Panels[1].Layers.OfType<IntervalLayer>().ToArray();
        Assert.Equal([(-12.0, 26.0), (12.0, 18.0)], intervals.Select(interval => (interval.X[0], interval.Y[0])));
        Assert.Equal([FigureColor.Arm2, FigureColor.Arm3], intervals.Select(interval => interval.Color));
        Assert.Contains("untreated 5.0, early 31.0, late 23.0", overview.AlternativeText, StringComparison.Ordinal);
        Assert.Equal("Months since symptom onset", overview.Panels[0].Horizontal.Label);
    }

    [Fact]
    public void Without_different_starts_the_overview_shows_survival()
    {
        var overview = OverviewFigure.Build(TestRuns.Two(5, 3).Summary);
        Assert.Equal("Share alive", overview.Panels[1].Heading);
        Assert.Contains("drug keeps 4.0 ALSFRS-R points more than untreated", overview.Title, StringComparison.Ordinal);
        var single = OverviewFigure.Build(TestRuns.Single().Summary);
        Assert.StartsWith("Median survival from symptom onset is 22.5 months", single.Title, StringComparison.Ordinal);
        Assert.Contains(single.Panels[0].Layers, layer => layer is BandLayer { Label: "Middle half of patients" });
    }

    [Fact]
    public void Survival_steps_from_1_with_patients_at_risk()
    {
        var figure = SurvivalFigure.Build(TestRuns.Single().Summary);
        var curve = figure.Panels[0].Layers.OfType<LineLayer>().Single();
        Assert.Equal(LineStyle.Steps, curve.Style);
        Assert.Equal([0.0, 15, 20, 25, 36], curve.X);
        Assert.Equal([1, 0.75, 0.5, 0.25, 0.25], curve.Y.Select(value => Math.Round(value, 12)));
        Assert.Equal([0.0, 6, 12, 18, 24, 30, 36], figure.Panels[0].AtRisk!.Times);
        Assert.Equal([40L, 40, 40, 30, 20, 10, 10], figure.Panels[0].AtRisk!.Rows[0].Counts);
        var band = figure.Panels[0].Layers.OfType<BandLayer>().Single();
        Assert.Equal((1.0, 1.0), (band.Low[0], band.High[0]));
        Assert.Contains("22.5 months", figure.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Ticks_are_6_months_apart_up_to_3_years_and_12_beyond()
    {
        Assert.Equal(6, SurvivalFigure.Build(TestRuns.Single().Summary).Panels[0].Horizontal.TickInterval);
        Assert.Equal(12, Waiting("survival").Panels[0].Horizontal.TickInterval);
    }

    [Fact]
    public void Motor_neurons_are_stacked_to_the_whole()
    {
        var figure = MotorNeuronFigure.Build(TestRuns.Single().Summary);
        var bands = figure.Panels[0].Layers.OfType<BandLayer>().ToArray();
        Texts.Equal(["Healthy", "Stressed", "Lost"], bands.Select(band => band.Label));

        // 40 of 48 points: 833.33 of 1000 healthy in each of four regions; the rest is lost.
        Assert.Equal(4 * 1000 * 40 / 48.0, bands[0].High[0], 1);
        Assert.Equal(4000, bands[2].High[0], 1);
        Assert.Equal(bands[1].High, bands[2].Low);
        Assert.Contains("month 36 among those alive: untreated 8.3 %", figure.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_show_bands_and_single_patients()
    {
        var figure = ScoreFigure.Build(TestRuns.Single().Summary);
        var lines = figure.Panels[0].Layers.OfType<LineLayer>().ToArray();
        Assert.Equal(5, lines.Count(line => line.Style == LineStyle.Thin));
        Assert.Equal(28, lines.Single(line => line.Label == "Mean").Y[12], 12);
        Assert.Equal(2, figure.Panels[0].Layers.OfType<BandLayer>().Count());
        Assert.Equal("The middle half of patients alive at month 36 score: untreated 4 to 4 points", figure.Title);
    }

    [Fact]
    public void Single_patients_end_with_their_death()
    {
        var summary = new TestRun(TestPlan.Create(2, 0, TestPlan.Untreated())).Add(TestCourse.Scoring(30, death: 1)).Add(TestCourse.Scoring(20, death: 2)).Summary;
        var panel = ScoreFigure.Build(summary).Panels[0];
        Assert.Equal([30, double.NaN, double.NaN], panel.Layers.OfType<LineLayer>().First(line => line.Style == LineStyle.Thin).Y);
        Assert.Equal([25, 20, double.NaN], panel.Layers.OfType<LineLayer>().Single(line => line.Label == "Mean").Y);
        Assert.Equal([20, 20, double.NaN], panel.Layers.OfType<BandLayer>().First().Low);
        Assert.All(ReportFigures.All(summary).SelectMany(figure => figure.Panels), CheckPanel);
    }

    [Fact]
    public void Neurofilament_has_a_logarithmic_axis_around_the_values()
    {
        var panel = Waiting("neurofilament").Panels[0];
        Assert.True(panel.Vertical.Logarithmic);
        Assert.InRange(panel.Vertical.Low, 1, 1024);
        Assert.InRange(panel.Vertical.High, 1024, 2048);
        Assert.All(panel.Layers.OfType<LineLayer>().First().Y, value => Assert.InRange(value, 1024, 1056));
    }

    [Fact]
    public void The_contrast_shows_late_against_early_then_each_arm_against_the_first()
    {
        var figure = Waiting("contrast");
        Assert.Equal("The gap between early and late is widest at month -12: 8.0 ALSFRS-R points (95 % MC interval 7.8 to 8.2)", figure.Title);
        Texts.Equal(["late minus early", "Each arm minus untreated"], figure.Panels.Select(panel => panel.Heading));
        var line = figure.Panels[0].Layers.OfType<LineLayer>().Single(layer => layer.Label == "late");
        Assert.Equal(-8, line.Y[48], 12);
        Assert.Equal(-8 + (1.9599639845400545 * Math.Sqrt(100.0 / 99) / 10), figure.Panels[0].Layers.OfType<BandLayer>().Single().High[48], 9);
        Texts.Equal(["early", "late"], figure.Panels[1].Layers.OfType<LineLayer>().Skip(1).Select(layer => layer.Label));
    }

    [Fact]
    public void The_drug_is_shown_for_treatments_that_lower_the_protein()
    {
        Texts.Equal(["Knock-down", "Toxic protein"], Waiting("drug").Panels.Select(panel => panel.Heading));
        Assert.Null(DrugFigure.Build(TestRuns.Two(5, 3).Summary));
        Assert.Null(DrugFigure.Build(TestRuns.Single().Summary));
    }

    [Fact]
    public void An_antisense_drug_also_has_its_concentration()
    {
        var plan = TestPlan.Create(12, 0, TestPlan.Untreated(), TestPlan.Treated("dosed")) with
        {
            Treatments =
            [
                new AntisenseTreatment("antisense")
                {
                    DoseMilligrams = 100,
                    Schedule = new() { LoadingDays = [0], MaintenanceIntervalDays = 84, MissedDoseProbability = 0 },
                    Pharmacokinetics = new() { Compartments = [new("csf", 0.15, 0.01)], Exchanges = [], EffectCompartment = 0 },
                    MaximumKnockdown = 0.9,
                    Hill = 1,
                },
            ],
        };
        var summary = new TestRun(plan).Add(3, TestCourse.Scoring(20), new((_, measure) => measure == Engine.Recording.MeasureCatalogue.DrugConcentration ? 1.7 : 0, null, 0)).Summary;
        var panels = DrugFigure.Build(summary)!.Panels;
        Assert.Equal("Concentration (mg/L)", panels[0].Vertical.Label);
        Assert.Equal(2, panels[0].Vertical.High);
        Assert.Equal(1.7, panels[0].Layers.OfType<LineLayer>().Single().Y[0], 3);
    }
}
