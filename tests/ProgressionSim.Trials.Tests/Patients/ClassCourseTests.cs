using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Patients;

namespace ProgressionSim.Trials.Tests.Patients;

public sealed class ClassCourseTests
{
    private const double Intercept = 36.5;
    private const double Slope = -1.3;
    private const double FollowUp = 48;

    private static readonly ArmEffect[] Effects =
    [
        new("control", [0], [1]),
        new("drug", [0.7], [0.55]),
        new("other", [-0.4], [1.6]),
        new("nothing", [0], [1]),
    ];

    [Theory]
    [InlineData(-0.12)]
    [InlineData(0.05)]
    [InlineData(0)]
    public void Death_comes_when_the_hazard_added_up_slowly_reaches_the_threshold(double association)
    {
        var patients = StatisticalPlans.Shared with { Association = association, LogHazard = association == 0 ? -6 : StatisticalPlans.Shared.LogHazard };
        foreach (var (arm, next, switchMonths) in ((int, int?, double)[])[(0, null, 0), (1, null, 0), (0, 1, 9), (1, 2, 9), (2, 1, 0.5), (0, 2, 0), (1, 0, 30)])
        {
            var course = new ClassCourse(patients, 0, Effects, new TreatmentHistory(arm, next, switchMonths), FollowUp);
            foreach (var months in (double[])[0.01, 0.4, 6, 8.999, 9.001, 9.5, 20, 31, 47.9])
            {
                var threshold = Accumulated(patients, Effects[arm], Effects[next ?? arm], next is null ? double.PositiveInfinity : switchMonths, months);
                Assert.Equal(1, course.Death(Intercept, Slope, Math.Log(threshold)) / months, 1e-10);
            }
        }
    }

    [Fact]
    public void Nobody_dies_after_follow_up_or_without_a_hazard()
    {
        var course = new ClassCourse(StatisticalPlans.Shared, 0, Effects, TreatmentHistory.Of(0), FollowUp);
        var atEnd = Math.Log(Accumulated(StatisticalPlans.Shared, Effects[0], Effects[0], double.PositiveInfinity, FollowUp));
        Assert.InRange(course.Death(Intercept, Slope, atEnd - 1e-9), FollowUp - 1e-6, FollowUp);
        Assert.Equal(double.PositiveInfinity, course.Death(Intercept, Slope, atEnd + 1e-9));

        var immortal = new ClassCourse(StatisticalPlans.Shared with { LogHazard = double.NegativeInfinity }, 0, Effects, new(0, 1, 3), FollowUp);
        Assert.Equal(double.PositiveInfinity, immortal.Death(Intercept, Slope, -700));
    }

    [Fact]
    public void A_death_before_the_switch_and_one_without_change_have_the_same_bits()
    {
        var control = new ClassCourse(StatisticalPlans.Shared, 0, Effects, TreatmentHistory.Of(0), FollowUp);
        var later = new ClassCourse(StatisticalPlans.Shared, 0, Effects, new(0, 1, 20), FollowUp);
        var same = new ClassCourse(StatisticalPlans.Shared, 0, Effects, new(0, 3, 20), FollowUp);
        var changed = 0;
        for (var i = -60; i <= 20; i++)
        {
            var death = control.Death(Intercept, Slope, i / 10.0);
            Assert.Equal(death, same.Death(Intercept, Slope, i / 10.0));
            if (death < 20)
            {
                Assert.Equal(death, later.Death(Intercept, Slope, i / 10.0));
            }
            else if (later.Death(Intercept, Slope, i / 10.0) > death)
            {
                changed++;
            }
        }

        Assert.True(changed > 3);
    }

    [Fact]
    public void The_change_of_the_line_is_piecewise_linear()
    {
        var course = new ClassCourse(StatisticalPlans.Shared, 0, Effects, new(1, 2, 10), FollowUp);
        Assert.Equal(0, course.Change(-3));
        Assert.Equal(0, course.Change(0));
        Assert.Equal(0.7 * 4, course.Change(4), 1e-14);
        Assert.Equal((0.7 * 10) - (0.4 * 5), course.Change(15), 1e-14);
        Assert.Equal(-0.4 * 5, new ClassCourse(StatisticalPlans.Shared, 0, Effects, new(1, 2, 0), FollowUp).Change(5), 1e-14);
    }

    private static double Accumulated(PatientClass patients, ArmEffect before, ArmEffect after, double switchMonths, double months)
    {
        double Line(double u) => Intercept + (Slope * u)
            + (before.SlopeDifferencePerMonth[0] * Math.Min(u, switchMonths))
            + (after.SlopeDifferencePerMonth[0] * Math.Max(u - switchMonths, 0));
        double Part(ArmEffect effect, double from, double to) => effect.HazardRatio[0]
            * SlowIntegral.Hazard(patients.HazardShape, u => patients.LogHazard + (patients.Association * Line(u)), from, to);
        var first = Math.Min(switchMonths, months);
        return (first > 0 ? Part(before, 0, first) : 0) + (months > first ? Part(after, first, months) : 0);
    }
}
