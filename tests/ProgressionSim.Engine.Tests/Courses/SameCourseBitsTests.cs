using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Courses;

/// <summary>What a patient shows depends on the plan and the patient's number alone.</summary>
public sealed class SameCourseBitsTests
{
    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Every_width_gives_the_courses_of_one_lane(int lanes)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        var plan = TestCourses.Rich(3101);
        Same(TestCourses.Of(plan, 1, 131), TestCourses.Of(plan, lanes, 131), 0);
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Every_width_gives_the_courses_of_one_lane_from_every_enrolment(int lanes)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        foreach (var rule in EnrolmentTests.Rules)
        {
            var plan = TestCourses.Rich(3102);
            plan = plan with { Run = plan.Run with { Enrolment = rule, MaximumMonthsToOrigin = 24 } };
            Same(TestCourses.Of(plan, 1, 45), TestCourses.Of(plan, lanes, 45), 0);
        }
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Any_number_of_threads_gives_the_same_table(int threads)
    {
        var plan = TestCourses.Rich(3103);
        var count = (3 * Simulation.ChunkPatients) + 10;
        var done = 0L;
        var table = CourseSimulation.Simulate(plan, 70, count, threads, patients => InterlockedMax(ref done, patients), TestContext.Current.CancellationToken);
        Assert.Equal(count, done);
        Same(CourseSimulation.Simulate(plan, 70, count), table, 0);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Any_split_of_the_numbers_gives_the_same_courses()
    {
        var plan = TestCourses.Rich(3104);
        var whole = CourseSimulation.Simulate(plan, 4_000_000_000, 300);
        using var simulator = new CourseSimulator(plan);
        var part = plan.NewTable(290);
        foreach (var (from, count) in ((int, int)[])[(290, 10), (0, 1), (1, 289), (17, 40)])
        {
            simulator.Fill(4_000_000_000 + (uint)from, count, part);
            Same(whole, part, from);
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Another_seed_and_another_patient_are_told_apart()
    {
        var plan = TestCourses.Rich(3105);
        var (table, other) = (TestCourses.Of(plan, 1, 40), TestCourses.Of(plan with { Run = plan.Run with { Seed = 3106 } }, 1, 40));
        var courses = Enumerable.Range(0, 40).Where(table.HasOrigin).Select(patient => TestCourses.HistoryBits(table, 0, patient))
            .Concat(Enumerable.Range(0, 40).Where(other.HasOrigin).Select(patient => TestCourses.HistoryBits(other, 0, patient)))
            .Select(bits => string.Join(' ', bits)).ToArray();
        Assert.InRange(courses.Length, 10, 80);
        Assert.Equal(courses.Length, courses.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_visit_in_another_schedule_or_with_other_histories_and_measures_is_the_same()
    {
        var plan = TestCourses.Rich(3107);
        var other = plan with
        {
            VisitDays = [-200, -91, 0, 56, 84, 168, 600],
            FollowUpDays = 700,
            Measures = [28, 24],
            Run = plan.Run with { Arms = [plan.Run.Arms[4], plan.Run.Arms[0]] },
        };
        var (table, second) = (TestCourses.Of(plan, 1, 100), TestCourses.Of(other, 1, 100));
        var seen = 0;
        for (var patient = 0; patient < 100; patient++)
        {
            foreach (var (visit, again) in ((int, int)[])[(0, 1), (1, 2), (3, 4), (4, 5)])
            {
                Assert.Equal(table.VisitMonths(patient)[visit], second.VisitMonths(patient)[again]);
                Assert.Equal(table.Values(4, patient, 24)[visit], second.Values(0, patient, 1)[again]);
                Assert.Equal(table.Values(0, patient, 28)[visit], second.Values(1, patient, 0)[again]);
                seen += float.IsNaN(table.Values(0, patient, 28)[visit]) ? 0 : 1;
            }
        }

        Assert.True(seen > 100, $"{seen}");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_history_without_effect_is_the_untreated_twin()
    {
        var plan = TestCourses.Rich(3108);
        var run = TestCourses.TwoArms(plan.Run);
        var nothing = plan with { Run = run with { Treatments = [new KnockdownTreatment("nothing") { Knockdown = 0, RampMonths = 0 }] } };
        var something = plan with { Run = run with { Treatments = [new RateRatioTreatment("little") { StressRatio = 0.99, DeathRatio = 1, RampMonths = 0 }] } };
        var (same, different) = (TestCourses.Of(nothing, 1, 100), TestCourses.Of(something, 1, 100));
        Assert.All(Enumerable.Range(0, 100), patient => Assert.Equal(TestCourses.HistoryBits(same, 0, patient), TestCourses.HistoryBits(same, 1, patient)));
        Assert.InRange(Enumerable.Range(0, 100).Count(patient => same.FirstTreatmentMonths(1, patient) == 0), 30, 100);
        Assert.Contains(Enumerable.Range(0, 100), patient => !TestCourses.HistoryBits(different, 0, patient).SequenceEqual(TestCourses.HistoryBits(different, 1, patient)));
    }

    private static void Same(CourseTable whole, CourseTable part, int from)
    {
        for (var patient = 0; patient < part.Count; patient++)
        {
            Assert.Equal(TestCourses.Bits(whole, from + patient), TestCourses.Bits(part, patient));
        }
    }

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Interlocked.Read(ref most); seen < value; seen = Interlocked.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
