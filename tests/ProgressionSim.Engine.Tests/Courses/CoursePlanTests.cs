using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Running;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Courses;

/// <summary>Plans that cannot be followed are refused, and tables that do not fit them.</summary>
public sealed class CoursePlanTests
{
    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(new double[] { 0, 28, 28 }, 0, 28)]
    [InlineData(new double[] { 0, 28, 14 }, 0, 28)]
    [InlineData(new double[] { 0, 28, 28.1 }, 0, 29)]
    [InlineData(new double[] { 0, 28, 40 }, 7, 60)]
    [InlineData(new double[] { -5, 0, 28 }, 7, 60)]
    [InlineData(new double[] { 0, 28 }, 7, 34)]
    public void Visits_out_of_order_with_overlapping_windows_or_after_the_end_are_rejected(double[] days, double window, double followUp)
    {
        var plan = Plan() with { VisitDays = days, VisitWindowDays = window, FollowUpDays = followUp };
        Assert.Throws<ArgumentException>(() => new CourseSimulator(plan).Dispose());
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(new double[] { 0 }, 7, 1)]
    [InlineData(new double[] { -7, 0, 7, 21 }, 7, 28)]
    [InlineData(new[] { 0, 0.25, 0.5 }, 0.0, 0.5)]
    public void Visits_that_only_touch_are_accepted(double[] days, double window, double followUp)
    {
        var table = CourseSimulation.Simulate(Plan() with { VisitDays = days, VisitWindowDays = window, FollowUpDays = followUp }, 0, 5);
        Assert.All(Enumerable.Range(0, 5).Where(table.HasOrigin), patient => Assert.True(float.IsFinite(table.Values(0, patient, 0)[0])));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Values_out_of_range_are_rejected()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan() with { VisitDays = [] });
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan() with { VisitDays = [double.NaN] });
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan() with { VisitWindowDays = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan() with { FollowUpDays = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan() with { Measures = [] });
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan() with { Measures = [32] });
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan() with { Measures = [3, 3] });
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_table_of_another_shape_or_too_small_is_rejected()
    {
        using var simulator = new CourseSimulator(Plan());
        Assert.Throws<ArgumentException>(() => simulator.Fill(0, 1, new CourseTable(1, 1, 2, 2)));
        Assert.Throws<ArgumentException>(() => simulator.Fill(0, 1, new CourseTable(1, 2, 2, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => simulator.Fill(0, 2, new CourseTable(1, 1, 2, 1)));
        simulator.Fill(0, 0, new CourseTable(1, 1, 2, 1));
    }

    private static CoursePlan Plan() => new()
    {
        Run = TestPlans.Coupled(1, 3401) with { ReportFrom = ReportOrigin.Enrolment },
        VisitDays = [0, 28],
        FollowUpDays = 28,
        Measures = [24],
    };
}
