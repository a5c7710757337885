using ProgressionSim.Engine.Recording;

namespace ProgressionSim.Summaries.Tests.Series;

/// <summary>Exact: series against values worked out by hand.</summary>
public sealed class SeriesTests
{
    // Scores 40, 30, 20 and 10; the last dies at month 2.
    private static RunSummary Four() => new TestRun(TestPlan.Create(3, 0, TestPlan.Untreated()))
        .Add(TestCourse.Scoring(40)).Add(TestCourse.Scoring(30)).Add(TestCourse.Scoring(20)).Add(TestCourse.Scoring(10, death: 2))
        .Summary;

    [Fact]
    public void Means_count_the_living()
    {
        var series = Four().Arms[0]["alsfrsTotal"];
        Assert.Equal([4L, 4, 3, 3], series.Counts);
        Assert.Equal([25.0, 25, 30, 30], series.Mean);

        // Month 0: squared deviations 225 + 25 + 25 + 225 = 500, over 3. Month 2: 100 + 0 + 100, over 2.
        Assert.Equal(Math.Sqrt(500.0 / 3), series.Spread!.StandardDeviation[0], 12);
        Assert.Equal(Math.Sqrt(500.0 / 3) / 2, series.StandardError[0], 12);
        Assert.Equal(10, series.Spread.StandardDeviation[2], 12);
        Assert.Equal(10 / Math.Sqrt(3), series.StandardError[2], 12);
    }

    [Fact]
    public void Quantiles_of_scores_are_the_smallest_value_that_reaches_the_share()
    {
        var spread = Four().Arms[0]["alsfrsTotal"].Spread!;
        Assert.Equal((10, 10, 20, 30, 40), (spread.P05[0], spread.P25[0], spread.P50[0], spread.P75[0], spread.P95[0]));
        Assert.Equal((20, 20, 30, 40, 40), (spread.P05[2], spread.P25[2], spread.P50[2], spread.P75[2], spread.P95[2]));
    }

    [Fact]
    public void The_dead_count_as_zero_in_means_and_quantiles()
    {
        var arm = Four().Arms[0];
        var score = arm["alsfrsTotalDeathZero"];
        Assert.Equal([4L, 4, 4, 4], score.Counts);
        Assert.Equal(22.5, score.Mean[2], 12);

        // 40, 30, 20, 0: deviations 17.5, 7.5, -2.5, -22.5; squares 306.25 + 56.25 + 6.25 + 506.25 = 875, over 3.
        Assert.Equal(Math.Sqrt(875.0 / 3), score.Spread!.StandardDeviation[2], 12);
        Assert.Equal((0, 0, 20, 30, 40), (score.Spread.P05[2], score.Spread.P25[2], score.Spread.P50[2], score.Spread.P75[2], score.Spread.P95[2]));

        // Motor neurons are binned 4 wide: a quarter of the patients are dead, so the 5 % quantile is exactly 0 and no bin middle.
        var healthy = arm["healthyDeathZero.cervical"].Spread!;
        Assert.Equal(0, healthy.P05[2]);
        Assert.InRange(healthy.P75[2], 621, 629);
        Assert.InRange(arm["healthy.cervical"].Spread!.P05[2], 416, 420);
    }

    [Fact]
    public void Alive_is_a_share_with_its_binomial_error()
    {
        var alive = Four().Arms[0]["alive"];
        Assert.Equal([1.0, 1, 0.75, 0.75], alive.Mean);
        Assert.Equal(Math.Sqrt(0.75 * 0.25 / 3), alive.StandardError[2], 12);
        Assert.Null(alive.Spread);
    }

    [Fact]
    public void Fixed_point_scales_are_undone()
    {
        var run = new TestRun(TestPlan.Create(1, 0, TestPlan.Untreated()));
        run.Add(new TestCourse((_, measure) => measure == MeasureCatalogue.Svc ? 80.5 : measure == MeasureCatalogue.DrugConcentration ? 0.25 : 0));
        run.Add(new TestCourse((_, measure) => measure == MeasureCatalogue.Svc ? 90.5 : measure == MeasureCatalogue.DrugConcentration ? 0.75 : 0));
        var arm = run.Summary.Arms[0];
        Assert.Equal(85.5, arm["svcPercent"].Mean[0], 12);
        Assert.Equal(Math.Sqrt(50), arm["svcPercent"].Spread!.StandardDeviation[0], 12);
        Assert.Equal(0.5, arm["drugConcentrationMgPerL"].Mean[0], 12);
    }

    [Fact]
    public void Months_with_nobody_alive_have_no_value()
    {
        var summary = new TestRun(TestPlan.Create(2, 0, TestPlan.Untreated())).Add(2, TestCourse.Scoring(30, death: 1)).Summary;
        var arm = summary.Arms[0];
        Assert.Equal(30, arm["alsfrsTotal"].Mean[0]);
        Assert.True(double.IsNaN(arm["alsfrsTotal"].Mean[1]));
        Assert.True(double.IsNaN(arm["healthy.bulbar"].Spread!.P50[1]));
        Assert.Equal(0, arm["alsfrsTotalDeathZero"].Mean[1]);
        Assert.Equal(0, arm["healthyDeathZero.bulbar"].Spread!.P95[1]);
        Assert.Equal(0, arm["alive"].Mean[1]);
    }

    [Fact]
    public void Every_measure_of_the_contract_has_a_series()
    {
        string[] regions = ["bulbar", "cervical", "respiratory", "lumbosacral"];
        string[] named = ["alsfrsTotal", "alsfrsTotalDeathZero", "svcPercent", "neurofilamentPgPerMl", "toxicProtein", "alive"];
        string[] byRegion = ["healthy", "stressed", "lost", "function", "healthyDeathZero", "functionDeathZero"];
        var names = Four().Arms[0].Series.Select(series => series.Name).ToHashSet(StringComparer.Ordinal);
        Assert.All(named.Concat(byRegion.SelectMany(measure => regions.Select(region => $"{measure}.{region}"))), name => Assert.Contains(name, names));
    }
}
