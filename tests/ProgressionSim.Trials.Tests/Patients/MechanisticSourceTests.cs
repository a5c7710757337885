using ProgressionSim.Engine.Courses;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Patients;
using static ProgressionSim.Trials.Tests.Patients.StatisticalPlans;

namespace ProgressionSim.Trials.Tests.Patients;

public sealed class MechanisticSourceTests
{
    private const double At = 6;

    private static readonly RunPlan Run = (TestPlans.Varied(1, 1) with { ReportFrom = ReportOrigin.Enrolment, MonthsBeforeOrigin = 0 }).With(
        [
            new RateRatioTreatment("drug") { StressRatio = 0.4, DeathRatio = 0.5, RampMonths = 0 },
            new RateRatioTreatment("nothing") { StressRatio = 1, DeathRatio = 1, RampMonths = 0 },
        ],
        new Arm("placebo", []),
        TestPlans.Treated("active", StartAt.Enrolment, 0),
        TestPlans.Treated("nothing", StartAt.Enrolment, 0, 1),
        TestPlans.Treated("late", StartAt.Enrolment, At));

    private static readonly CandidatePlan Plan = new()
    {
        Model = new MechanisticPatients(Run),
        Seed = 5101,
        Histories = [TreatmentHistory.Of(0), TreatmentHistory.Of(1), TreatmentHistory.Of(2), TreatmentHistory.Of(3), new(0, 1, At), new(1, 0, At), new(0, 1, 0), new(0, 2, At)],
        VisitDays = [-28, 0, 84, 168, 252, 336, 420],
        VisitWindowDays = 5,
        FollowUpDays = 560,
        Measures = [MeasureCatalogue.AlsfrsTotal, MeasureCatalogue.Svc],
    };

    private static readonly CourseTable Table = Filled(Plan, 600);

    [Fact]
    public void Histories_that_give_the_same_treatment_at_the_same_time_have_the_same_bits()
    {
        foreach (var i in Analysed())
        {
            AssertSame(Table, 1, i, Table, 6, i);
            AssertSame(Table, 3, i, Table, 4, i);
        }
    }

    [Fact]
    public void A_history_without_effect_is_the_control_bit_for_bit()
    {
        foreach (var i in Analysed())
        {
            foreach (var history in (int[])[2, 7])
            {
                Assert.Equal(Table.DeathMonths(0, i), Table.DeathMonths(history, i));
                Assert.Equal(Table.Values(0, i, 0), Table.Values(history, i, 0));
                Assert.Equal(Table.Values(0, i, 1), Table.Values(history, i, 1));
            }
        }
    }

    [Fact]
    public void A_switch_changes_nothing_before_it_and_something_after_it()
    {
        // Day 168 is month 5.5; the switch is on day 182.6.
        var (gained, lost) = (0, 0);
        foreach (var i in Analysed())
        {
            foreach (var (arm, history) in ((int, int)[])[(0, 4), (1, 5)])
            {
                Assert.Equal(Table.Values(arm, i, 1)[..4], Table.Values(history, i, 1)[..4]);
                Assert.Equal(Math.Min(Table.DeathMonths(arm, i), At), Math.Min(Table.DeathMonths(history, i), At));
            }

            gained += Table.Values(4, i, 0)[6] > Table.Values(0, i, 0)[6] ? 1 : 0;
            lost += Table.Values(5, i, 0)[6] < Table.Values(1, i, 0)[6] ? 1 : 0;
        }

        Assert.True(gained > 100 && lost > 100, $"{gained} gained, {lost} lost");
    }

    [Fact]
    public void Candidates_are_the_engines_patients_of_the_plans_seed()
    {
        var engine = CourseSimulation.Simulate(
            new CoursePlan
            {
                Run = Run with { Seed = 5101, Arms = [.. Run.Arms.Take(4)] },
                VisitDays = Plan.VisitDays,
                VisitWindowDays = 5,
                FollowUpDays = 560,
                Measures = Plan.Measures,
            },
            0,
            Table.Count);
        var others = Filled(Plan with { Seed = 5102 }, 600);
        var same = 0;
        for (var i = 0; i < Table.Count; i++)
        {
            for (var history = 0; history < 4; history++)
            {
                AssertSame(engine, history, i, Table, history, i);
            }

            same += others.WriteQuantities(i).SequenceEqual(Table.WriteQuantities(i)) ? 1 : 0;
        }

        Assert.Equal(0, same);
    }

    [Fact]
    public void Any_split_on_any_number_of_threads_gives_the_same_bits()
    {
        var parallel = PatientSources.Simulate(Plan, 0, 600, 2);
        using var source = PatientSources.Create(Plan);
        var part = Plan.NewTable(37);
        for (var i = 0; i < Table.Count; i++)
        {
            AssertSame(Table, i, parallel, i);
            if (i % 37 == 0)
            {
                source.Fill((uint)i, 37, part);
            }

            AssertSame(Table, i, part, i % 37);
        }
    }

    [Fact]
    public void The_origin_is_enrolment() =>
        Assert.Throws<ArgumentException>(() => PatientSources.Create(Plan with { Model = new MechanisticPatients(Run with { ReportFrom = ReportOrigin.SymptomOnset }) }));

    private static List<int> Analysed()
    {
        var patients = Enumerable.Range(0, Table.Count).Where(Table.HasOrigin).ToList();
        Assert.True(patients.Count > 300, $"{patients.Count} patients reached enrolment.");
        return patients;
    }
}
