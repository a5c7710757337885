using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Engine.Tests.Running;
using ProgressionSim.Engine.Tests.Treated;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Courses;

/// <summary>Patients enrolled at a milestone of their untreated twin.</summary>
public sealed class EnrolmentTests
{
    private const double Interval = 3;
    private const double Level = 1300;

    /// <summary>Every kind of enrolment.</summary>
    internal static readonly TreatmentStart[] Rules =
    [
        new() { At = StartAt.BiologicalOnset, OffsetMonths = 7.3 },
        new() { At = StartAt.ElectromyographicChange },
        new() { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = Level, ScreeningIntervalMonths = Interval },
        new() { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = 3000, ScreeningIntervalMonths = Interval, OffsetMonths = 1 },
        new() { At = StartAt.SymptomOnset, OffsetMonths = 6 },
        new() { At = StartAt.Diagnosis, OffsetMonths = 2.5 },
    ];

    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Enrolment_is_the_end_of_the_step_in_which_the_rule_is_met(int rule)
    {
        var plan = Plan(Rules[rule], 3301);
        var (found, never) = (0, 0);
        for (uint patient = 0; patient < 40; patient++)
        {
            var courses = Course.Of(plan, patient);
            var expected = Expected(plan, patient, courses[0]);
            Assert.Equal(expected ?? -1, courses[0].Origin);
            (found, never) = expected is null ? (found, never + 1) : (found + 1, never);

            // Starts at enrolment count from the twin's, whatever their offset.
            if (expected is { } step)
            {
                Assert.Equal(step, courses[1].Start);
                Assert.Equal(Math.Max(0, step - (4 / plan.StepMonths)), courses[2].Start, 1e-3);
                Assert.Equal(step + (5 / plan.StepMonths), courses[3].Start, 1e-3);
            }
            else
            {
                Assert.All(courses, course => Assert.Equal(MilestoneLanes<float>.Never, course.Start));
            }
        }

        Assert.True(found >= 10, $"{found} found, {never} never");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void An_arm_with_the_same_trigger_starts_at_enrolment()
    {
        var plan = Plan(Rules[2], 3302) with { };
        plan = plan with { Arms = [plan.Arms[0], new Arm("same", [new ArmTreatment(0, Rules[2], null)])] };
        var courses = Enumerable.Range(0, 40).Select(patient => Course.Of(plan, (uint)patient)).Where(course => course[0].Origin >= 0).ToArray();
        Assert.True(courses.Length > 20);
        Assert.All(courses, course => Assert.Equal(course[0].Origin, course[1].Start));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_rule_that_says_what_the_patients_quantity_says_changes_nothing()
    {
        var plan = Plan(null, 3303) with { Patients = 200, HorizonMonths = 24, MonthsBeforeOrigin = 3 };
        var quantities = plan.Population.Quantities.ToArray();
        quantities[(int)PatientQuantity.EnrolmentMonths] = new ConstantDistribution(9);
        plan = plan with { Population = plan.Population with { Quantities = quantities } };
        var ruled = plan with { Enrolment = new TreatmentStart { At = StartAt.SymptomOnset, OffsetMonths = 9 } };
        Assert.Null(Records.Difference(Simulation.Run(plan).Record, Simulation.Run(ruled).Record));
        var later = plan with { Enrolment = new TreatmentStart { At = StartAt.SymptomOnset, OffsetMonths = 9.5 } };
        Assert.NotNull(Records.Difference(Simulation.Run(plan).Record, Simulation.Run(later).Record));
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Every_width_gives_the_record_of_one_lane_from_any_origin(int lanes)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        foreach (var rule in Rules)
        {
            foreach (var origin in Enum.GetValues<ReportOrigin>())
            {
                // Enrolment often comes after the end of follow-up or too late to count.
                var plan = TestRuns.Rich(60, 3304) with { ReportFrom = origin, MonthsBeforeOrigin = 0, Enrolment = rule, HorizonMonths = 6, MaximumMonthsToOrigin = 20 };
                Assert.Null(Records.Difference(Records.OfLanes(plan, 1), Records.OfLanes(plan, lanes)));
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Patients_who_die_before_enrolment_are_left_out()
    {
        var plan = Plan(new TreatmentStart { At = StartAt.SymptomOnset, OffsetMonths = 30 }, 3305) with { Patients = 300 };
        var record = Simulation.Run(plan).Record;
        Assert.InRange(record.WithoutOrigin, 100, 290);
        Assert.Equal(300, record.Patients + record.WithoutOrigin);
        Assert.Equal(0, record.Arms[0].DeathsBeforeOrigin);
        Assert.Equal(record.Patients, record.Arms[1].Milestones[(int)CourseMilestone.TreatmentStart].Total);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Enrolment_by_age_by_enrolment_or_before_a_milestone_is_rejected()
    {
        Assert.Throws<ArgumentException>(() => Plan(new TreatmentStart { At = StartAt.Age, AgeYears = 50 }, 1));
        Assert.Throws<ArgumentException>(() => Plan(new TreatmentStart { At = StartAt.Enrolment }, 1));
        Assert.Throws<ArgumentException>(() => Plan(new TreatmentStart { At = StartAt.SymptomOnset, OffsetMonths = -1 }, 1));
    }

    private static RunPlan Plan(TreatmentStart? rule, uint seed) => (TestPlans.Varied(1, seed) with { ReportFrom = ReportOrigin.Enrolment, HorizonMonths = 12, Enrolment = rule }).With(
        [new KnockdownTreatment("silencing") { Knockdown = 0.6, RampMonths = 0 }],
        new Arm("untreated", []),
        TestPlans.Treated("at", StartAt.Enrolment, 0),
        TestPlans.Treated("before", StartAt.Enrolment, -4),
        TestPlans.Treated("after", StartAt.Enrolment, 5));

    /// <summary>When the rule enrols the patient, from the twin's path.</summary>
    private static int? Expected(RunPlan plan, uint patient, Course twin)
    {
        var rule = plan.Enrolment!;
        var quantities = new double[PatientPopulation.QuantityCount];
        new PatientSampler(plan.Population, plan.Seed).Draw(patient, quantities);
        var delay = quantities[(int)PatientQuantity.DiagnosticDelayMonths] / plan.StepMonths;
        double? milestone = rule.At switch
        {
            StartAt.BiologicalOnset => 0,
            StartAt.ElectromyographicChange => twin.ElectromyographicChange,
            StartAt.NeurofilamentAbove => ScreeningScan.First(plan, patient, twin, Interval, rule.NeurofilamentPgPerMl),
            StartAt.SymptomOnset => twin.SymptomOnset,
            _ => twin.SymptomOnset + delay,
        };
        var step = Math.Ceiling((milestone ?? double.PositiveInfinity) + (rule.OffsetMonths / plan.StepMonths));
        return step < twin.Death && step <= plan.MaximumMonthsToOrigin / plan.StepMonths ? (int)step : null;
    }
}
