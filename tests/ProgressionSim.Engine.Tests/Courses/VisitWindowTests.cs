using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Tests.Treated;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Courses;

/// <summary>Visits within windows show the state at the moment they take place.</summary>
public sealed class VisitWindowTests
{
    private static readonly int[] Functions = [.. Enumerable.Range(MeasureCatalogue.Function, 4)];

    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(0)]
    [InlineData(6)]
    public void Values_lie_on_the_line_between_the_steps_around_the_stated_time(double window)
    {
        var plan = Plan(3201) with { VisitWindowDays = window, Measures = [.. Functions, MeasureCatalogue.ToxicProtein, MeasureCatalogue.Lost + 1] };
        var table = TestCourses.Of(plan, 1, 25);
        var seen = 0;
        for (var patient = 0; patient < table.Count; patient++)
        {
            var courses = Course.Of(plan.Run, (uint)patient);
            Assert.Equal(courses[0].Origin >= 0, table.HasOrigin(patient));
            for (var history = 0; history < 2 && table.HasOrigin(patient); history++)
            {
                var (course, layout) = (courses[history], courses[0].Layout);
                for (var visit = 0; visit < table.Visits; visit++)
                {
                    var step = courses[0].Origin + (table.VisitMonths(patient)[visit] / plan.Run.StepMonths);
                    var entries = Enumerable.Range(layout.Function, 4).Append(layout.ToxicProtein).ToArray();
                    for (var i = 0; i < entries.Length; i++)
                    {
                        // Stated to 2^-24 of the time, kept to 2^-16.
                        var value = table.Values(history, patient, i)[visit];
                        Assert.Equal(step >= course.Death, float.IsNaN(value));
                        if (step < course.Death)
                        {
                            Assert.Equal(Course.At(step, row => course.Rows[row][entries[i]]), value, 1.0 / (1 << 16));
                            seen++;
                        }
                    }

                    if (step < course.Death)
                    {
                        Assert.Equal(1000 - Course.At(step, row => course.Count(row, layout.Healthy, 1) + course.Count(row, layout.Stressed, 1)), table.Values(history, patient, 5)[visit], 1.0 / 128);
                    }
                }
            }
        }

        Assert.True(seen > 1000, $"{seen}");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Visits_stay_in_their_windows_and_day_zero_stays()
    {
        const double Window = 6;
        const int Patients = 4000;
        var plan = Plan(3202) with { VisitWindowDays = Window, Measures = [MeasureCatalogue.Function] };
        var table = CourseSimulation.Simulate(plan, 0, Patients);
        for (var visit = 0; visit < table.Visits; visit++)
        {
            var day = plan.VisitDays[visit];
            var shifts = Enumerable.Range(0, Patients).Where(table.HasOrigin).Select(patient => (table.VisitMonths(patient)[visit] * RunPlan.DaysPerMonth) - day).ToArray();
            if (day == 0)
            {
                Assert.All(shifts, shift => Assert.Equal(0, shift));
                continue;
            }

            // Uniform: mean 0 and variance w^2 / 3, within 4 standard errors.
            Assert.All(shifts, shift => Assert.InRange(shift, -Window - 1e-3, Window + 1e-3));
            Assert.Equal(0, shifts.Average(), 4 * Window / Math.Sqrt(3.0 * shifts.Length));
            Assert.Equal(Window * Window / 3, shifts.Average(shift => shift * shift), 4 * Window * Window * Math.Sqrt(4.0 / 45 / shifts.Length));
        }

        // Visits of a patient are moved independently of one another.
        var pairs = Enumerable.Range(0, Patients).Where(table.HasOrigin).Select(patient => (table.VisitMonths(patient)[2] - (28 / RunPlan.DaysPerMonth)) * (table.VisitMonths(patient)[3] - (84 / RunPlan.DaysPerMonth))).ToArray();
        Assert.Equal(0, pairs.Average(), 4 * Window * Window / 3 / RunPlan.DaysPerMonth / RunPlan.DaysPerMonth / Math.Sqrt(pairs.Length));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_vanishing_window_changes_vanishingly_little_and_a_wide_one_more()
    {
        var plan = Plan(3203) with { Measures = [MeasureCatalogue.Healthy + 1, MeasureCatalogue.AlsfrsTotal] };
        var (none, small, wide) = (TestCourses.Of(plan, 1, 60), TestCourses.Of(plan with { VisitWindowDays = 1e-7 }, 1, 60), TestCourses.Of(plan with { VisitWindowDays = 10 }, 1, 60));
        var (nearly, far) = (0.0, 0.0);
        for (var patient = 0; patient < 60; patient++)
        {
            for (var visit = 0; visit < none.Visits; visit++)
            {
                nearly = Math.Max(nearly, Math.Abs(Difference(none, small, patient, visit, 0)));
                far = Math.Max(far, Math.Abs(Difference(none, wide, patient, visit, 0)));
                Assert.InRange(Math.Abs(Difference(none, small, patient, visit, 1)), 0, 1);
            }
        }

        Assert.InRange(nearly, 0, 2.0 / 256);
        Assert.InRange(far, 5, 500);
    }

    private static double Difference(CourseTable a, CourseTable b, int patient, int visit, int measure)
    {
        var difference = a.Values(1, patient, measure)[visit] - b.Values(1, patient, measure)[visit];
        return double.IsNaN(difference) ? 0 : difference;
    }

    private static CoursePlan Plan(uint seed) => new()
    {
        Run = TestCourses.TwoArms(TestPlans.Varied(1, seed) with { ReportFrom = ReportOrigin.Enrolment, HorizonMonths = 24 }),
        VisitDays = [-56, 0, 28, 84, 168, 365],
        FollowUpDays = 380,
        Measures = Functions,
    };
}
