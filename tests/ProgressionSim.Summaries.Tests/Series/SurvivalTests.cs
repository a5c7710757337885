using ProgressionSim.Engine.Recording;

namespace ProgressionSim.Summaries.Tests.Series;

/// <summary>Exact: survival and milestones against values worked out by hand.</summary>
public sealed class SurvivalTests
{
    private static TestRun Run(int horizon, params double?[] deaths)
    {
        var run = new TestRun(TestPlan.Create(horizon, 0, TestPlan.Untreated()));
        foreach (var death in deaths)
        {
            run.Add(TestCourse.Scoring(30, death));
        }

        return run;
    }

    [Fact]
    public void Median_survival_is_where_the_curve_comes_down_to_half()
    {
        // Five patients, deaths at 3, 5 and 8.25: S = 0.8, 0.6, 0.4.
        var arm = Run(12, 3, 5, 8.25, null, null).Summary.Arms[0];
        Assert.Equal(8.25, arm.MedianSurvivalMonths.Value);
        Assert.Equal([3.0, 5, 8.25, 12], arm.Survival!.Times);
        Assert.Equal([5L, 4, 3, 2], arm.Survival.AtRisk);
        Assert.Equal([0L, 0, 0, 2], arm.Survival.Censored);
        var year = Assert.Single(arm.SurvivalAtMonths);
        Assert.Equal((12, 2L), (year.Month, year.AtRisk));
        Assert.Equal(0.4, year.Value, 12);

        // Log-log: se(log S) = sqrt(1/(5 4) + 1/(4 3) + 1/(3 2)) = sqrt(0.3); exponents exp(+-1.959964 sqrt(0.3)/-ln 0.4).
        var reach = 1.9599639845400545 * Math.Sqrt(0.3) / -Math.Log(0.4);
        Assert.Equal(Math.Pow(0.4, Math.Exp(reach)), year.Low, 9);
        Assert.Equal(Math.Pow(0.4, Math.Exp(-reach)), year.High, 9);
    }

    [Fact]
    public void Deaths_before_the_origin_count_at_month_0_and_those_after_the_horizon_do_not()
    {
        // Four patients: one dies 2 months before the origin, one at 6, one a step after the horizon.
        var arm = Run(12, -2, 6, 12.25, null).Summary.Arms[0];
        Assert.Equal([0.0, 6, 12], arm.Survival!.Times);
        Assert.Equal([1L, 1, 0], arm.Survival.Events);
        Assert.Equal(2, arm.Survival.Censored[^1]);
        Assert.Equal(0.5, arm.SurvivalAtMonths[0].Value, 12);
    }

    [Fact]
    public void A_death_at_the_horizon_counts()
    {
        var arm = Run(12, 12, null).Summary.Arms[0];
        Assert.Equal((1L, 1L), (arm.Survival!.Events[^1], arm.Survival.Censored[^1]));
        Assert.Equal(0.5, arm.SurvivalAtMonths[^1].Value, 12);
    }

    [Fact]
    public void Survival_is_read_every_year_and_at_the_horizon() =>
        Assert.Equal([12, 24, 30], Run(30, 5, null).Summary.Arms[0].SurvivalAtMonths.Select(point => point.Month));

    [Fact]
    public void A_median_that_is_not_reached_is_null()
    {
        var median = Run(12, 5, null, null).Summary.Arms[0].MedianSurvivalMonths;
        Assert.Null(median.Value);
    }

    [Fact]
    public void Milestone_quantiles_are_over_all_patients()
    {
        // Three of five reach it, at 1, 2 and 4: a quarter (1.25 of 5) by 2, half (2.5) by 4, three quarters (3.75) never.
        var run = Run(12, null, null, null, null, null);
        foreach (var months in (double[])[1, 2, 4])
        {
            run.Record.Arms[0].Milestones[(int)CourseMilestone.KingsStage3].Add((int)(months * 4));
        }

        var milestone = run.Summary.Arms[0].Milestones[(int)CourseMilestone.KingsStage3];
        Assert.Equal("kingsStage3", milestone.Name);
        Assert.Equal((3L, 0.6), (milestone.Reached, milestone.Share));
        Assert.Equal((2.0, 4.0, (double?)null), (milestone.P25Months, milestone.MedianMonths, milestone.P75Months));

        // Wilson for 3 of 5 at 95 %: 0.2307 to 0.8824.
        Assert.Equal(0.2307, milestone.Low, 4);
        Assert.Equal(0.8824, milestone.High, 4);
    }

    [Fact]
    public void The_median_start_is_over_those_who_started()
    {
        var run = new TestRun(TestPlan.Create(12, 0, TestPlan.Untreated(), TestPlan.Treated("early")));
        run.Add(TestCourse.Scoring(30), TestCourse.Scoring(30, start: -6)).Add(TestCourse.Scoring(30), TestCourse.Scoring(30, start: -3));
        run.Add(TestCourse.Scoring(30), TestCourse.Scoring(30, start: 2)).Add(2, TestCourse.Scoring(30), TestCourse.Scoring(30));
        Assert.Equal([null, -3.0], run.Summary.Arms.Select(arm => arm.MedianStartMonths));
    }

    [Fact]
    public void Counts_are_passed_on()
    {
        var run = Run(12, 5, null);
        run.Record.Arms[0].NeverTreated = 3;
        run.Record.Arms[0].StartedAtBiologicalOnset = 4;
        run.Record.Arms[0].NeverSymptomatic = 5;
        run.Record.Arms[0].DeathsBeforeOrigin = 6;
        run.Record.WithoutOrigin = 8;
        var summary = run.Summary;
        var arm = summary.Arms[0];
        Assert.Equal((3L, 4L, 5L, 6L), (arm.NeverTreated, arm.StartedAtBiologicalOnset, arm.NeverSymptomatic, arm.DeathsBeforeOrigin));
        Assert.Equal((2L, 8L), (summary.PatientsAnalysed, summary.PatientsWithoutOrigin));
    }

    [Fact]
    public void A_run_without_patients_has_no_survival()
    {
        var arm = Run(12).Summary.Arms[0];
        Assert.Null(arm.Survival);
        Assert.Empty(arm.SurvivalAtMonths);
        Assert.True(double.IsNaN(arm["alive"].Mean[0]));
        Assert.True(double.IsNaN(arm.Milestones[0].Share));
    }
}
