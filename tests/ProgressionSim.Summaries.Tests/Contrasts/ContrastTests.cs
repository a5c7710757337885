namespace ProgressionSim.Summaries.Tests.Contrasts;

/// <summary>Exact: paired contrasts against listed differences.</summary>
public sealed class ContrastTests
{
    // Scores of untreated and early: 20/24, 30/30, 10/18, and a patient who dies at month 1 only when untreated, 12/16.
    private static RunSummary Two() => new TestRun(TestPlan.Create(2, 0, TestPlan.Untreated(), TestPlan.Treated("early")))
        .Add(TestCourse.Scoring(20), TestCourse.Scoring(24))
        .Add(TestCourse.Scoring(30), TestCourse.Scoring(30))
        .Add(TestCourse.Scoring(10), TestCourse.Scoring(18))
        .Add(TestCourse.Scoring(12, death: 1), TestCourse.Scoring(16))
        .Summary;

    [Fact]
    public void Standard_errors_are_those_of_the_differences()
    {
        var contrast = Two().Contrast(1, 0, "alsfrsTotalDeathZero");

        // Month 0: differences 4, 0, 8, 4: mean 4, squared deviations 32 over 3, over 4.
        Assert.Equal(4, contrast.Difference[0], 12);
        Assert.Equal(Math.Sqrt(32.0 / 3 / 4), contrast.StandardError[0], 12);
        Assert.Equal(4 - (1.9599639845400545 * Math.Sqrt(32.0 / 12)), contrast.Low[0], 9);
        Assert.Equal(4 + (1.9599639845400545 * Math.Sqrt(32.0 / 12)), contrast.High[0], 9);

        // Month 1: the untreated twin scores 0: differences 4, 0, 8, 16: mean 7, squared deviations 9 + 49 + 1 + 81 = 140.
        Assert.Equal(7, contrast.Difference[1], 12);
        Assert.Equal(Math.Sqrt(140.0 / 3 / 4), contrast.StandardError[1], 12);
        Assert.Equal([4L, 4, 4], contrast.Pairs);
    }

    [Fact]
    public void Both_alive_leaves_out_broken_pairs_and_undoes_the_scale()
    {
        var contrast = Two().Contrast(1, 0, "alsfrsTotalBothAlive");
        Assert.Equal([4L, 3, 3], contrast.Pairs);
        Assert.Equal(4, contrast.Difference[1], 12);
        Assert.Equal(Math.Sqrt(32.0 / 2 / 3), contrast.StandardError[1], 12);

        // Healthy neurons are kept in 256ths: differences of 1000/48 a point, the dead as 0.
        var healthy = Two().Contrast(1, 0, "healthyDeathZero.bulbar");
        Assert.Equal(7 * 1000 / 48.0, healthy.Difference[1], 2);
        Assert.Equal("motor neurons", healthy.Unit);
    }

    [Fact]
    public void Alive_counts_patients()
    {
        var alive = Two().Contrast(1, 0, "alive");
        Assert.Equal([0.0, 0.25, 0.25], alive.Difference);
        Assert.Equal(Math.Sqrt(0.75 / 3 / 4), alive.StandardError[1], 12);
    }

    [Fact]
    public void The_other_way_round_changes_signs_and_limits()
    {
        var forward = Two().Contrast(1, 0, "alsfrsTotalDeathZero");
        var back = Two().Contrast(0, 1, "alsfrsTotalDeathZero");
        Assert.Equal((0, 1), (back.Arm, back.Against));
        Assert.Equal(-forward.Difference[1], back.Difference[1]);
        Assert.Equal(-forward.High[1], back.Low[1]);
        Assert.Equal(-forward.Low[1], back.High[1]);
        Assert.Equal(forward.StandardError[1], back.StandardError[1]);
    }

    [Fact]
    public void Months_without_pairs_have_no_value()
    {
        var summary = new TestRun(TestPlan.Create(2, 0, TestPlan.Untreated(), TestPlan.Treated("early")))
            .Add(2, TestCourse.Scoring(20, death: 1), TestCourse.Scoring(24)).Summary;
        Assert.True(double.IsNaN(summary.Contrast(1, 0, "alsfrsTotalBothAlive").Difference[1]));
        Assert.Equal(24, summary.Contrast(1, 0, "alsfrsTotalDeathZero").Difference[1]);
    }

    [Fact]
    public void Every_pair_of_arms_has_every_contrast()
    {
        var summary = new TestRun(TestPlan.Create(1, 0, TestPlan.Untreated(), TestPlan.Treated("a"), TestPlan.Treated("b")))
            .Add(TestCourse.Scoring(1), TestCourse.Scoring(2), TestCourse.Scoring(5)).Summary;
        Assert.Equal([(1, 0), (2, 0), (2, 1)], summary.Contrasts.Select(contrast => (contrast.Arm, contrast.Against)).Distinct());
        Assert.Equal(3, summary.Contrast(2, 1, "alsfrsTotalDeathZero").Difference[0]);
        Assert.Throws<ArgumentException>(() => summary.Contrast(2, 1, "nothing"));
    }
}
