using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Treated;

/// <summary>Every kind of start against steps computed by hand: 12 months are 12 * 30.4375 / 7 = 52.178571 steps.</summary>
public sealed class StartTests
{
    private const double StepsPerYear = 52.178571428571429;

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(12, StepsPerYear, false)]
    [InlineData(0, 0, false)]
    [InlineData(-3, 0, true)]
    public void From_biological_onset(double offset, double expected, bool clamped)
    {
        var course = Treated(Plan(StartAt.BiologicalOnset, offset));
        Assert.Equal(expected, course.Start, 1e-4);
        Assert.Equal(clamped, course.Clamped);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void From_symptom_onset_on_the_arm_s_own_path()
    {
        var courses = Course.Of(Plan(StartAt.SymptomOnset, 12));
        var onset = Weakest(courses[0]);
        Assert.Equal(onset, courses[0].SymptomOnset);
        Assert.Equal(onset + StepsPerYear, courses[1].Start, 1e-4);
        Assert.Equal(onset, courses[0].Origin);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Before_symptom_onset_from_the_untreated_twin()
    {
        // Twelve months of early treatment put off the arm's own onset; the start counts from the twin's.
        var courses = Course.Of(Plan(StartAt.SymptomOnset, -12));
        Assert.Equal(Weakest(courses[0]) - StepsPerYear, courses[1].Start, 1e-4);
        Assert.True(courses[1].SymptomOnset > courses[0].SymptomOnset);
        Assert.False(courses[1].Clamped);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Before_biological_onset_is_put_off_to_it_and_counted()
    {
        var plan = Plan(StartAt.SymptomOnset, -60) with { Patients = 50 };
        var courses = Course.Of(plan);
        Assert.Equal(0, courses[1].Start);
        Assert.True(courses[1].Clamped);
        var record = Simulation.Run(plan).Record;
        Assert.Equal(record.Patients, record.Arms[1].StartedAtBiologicalOnset);
        Assert.Equal(record.Patients, record.Arms[1].Milestones[(int)CourseMilestone.TreatmentStart].Total);
        Assert.Equal(0, record.Arms[0].StartedAtBiologicalOnset);
        Assert.Equal(record.Patients, record.Arms[0].NeverTreated);
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(StartAt.Diagnosis, 0, 11)]
    [InlineData(StartAt.Diagnosis, 2, 13)]
    [InlineData(StartAt.Diagnosis, -13, -2)]
    public void From_delays_after_symptoms(StartAt at, double offset, double monthsAfterOnset)
    {
        var courses = Course.Of(Plan(at, offset));
        Assert.Equal(Weakest(courses[0]) + (monthsAfterOnset * StepsPerYear / 12), courses[1].Start, 2e-4);
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(0)]
    [InlineData(-12)]
    [InlineData(3)]
    public void Enrolment_is_the_end_of_a_step(double offset)
    {
        // 12 months after symptoms are 52.18 weekly steps: the patient is enrolled at the end of step 53.
        var courses = Course.Of(Plan(StartAt.Enrolment, offset));
        Assert.Equal(Weakest(courses[0]) + 53 + (offset * StepsPerYear / 12), courses[1].Start, 2e-4);
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void From_enrolment_month_0_is_before_treatment()
    {
        var plan = TestPlans.Varied(300, 41).With([new KnockdownTreatment("silencing") { Knockdown = 0.9, RampMonths = 0 }], new Arm("untreated", []), TestPlans.Treated("treated", StartAt.Enrolment, 0));
        var record = Simulation.Run(plan with { ReportFrom = ReportOrigin.Enrolment }).Record;
        var contrasts = record.Shape.Catalogue.Contrasts.Count;
        var zero = Array.IndexOf(record.Shape.Grid.Months, 0);
        Assert.All(Enumerable.Range(0, contrasts), contrast => Assert.Equal(0, record.Pairs[0].SumsOfSquares[(zero * contrasts) + contrast]));
        Assert.NotEqual(0, record.Pairs[0].SumsOfSquares[((zero + 3) * contrasts) + 1 + (int)Region.Cervical]);
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void A_delay_beyond_the_follow_up_depends_on_no_neighbour()
    {
        // Diagnosis comes 30 months after symptoms, follow-up ends after 12: whether the twin lives to be diagnosed is decided outside the follow-up.
        var plan = TestPlans.Varied(64, 42).With([new KnockdownTreatment("silencing") { Knockdown = 0.9, RampMonths = 0 }], new Arm("untreated", []), TestPlans.Treated("before", StartAt.Diagnosis, -24));
        var quantities = plan.Population.Quantities.ToArray();
        quantities[(int)PatientQuantity.DiagnosticDelayMonths] = new ConstantDistribution(30);
        plan = plan with { HorizonMonths = 12, MaximumMonthsToOrigin = 360, Population = plan.Population with { Quantities = quantities } };
        Assert.SkipUnless(Records.Supports(8), "no 8 lanes here");
        var (one, eight) = (Records.OfLanes(plan, 1), Records.OfLanes(plan, 8));
        Assert.InRange(one.Arms[1].NeverTreated, 1, 63);
        Assert.Null(Records.Difference(one, eight));
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-2)]
    public void From_electromyographic_change(double offset)
    {
        var courses = Course.Of(Plan(StartAt.ElectromyographicChange, offset));
        var change = courses[0].First(step => Enumerable.Range(0, 4).Any(region => courses[0].Rows[step][region] < 920))!.Value;
        Assert.Equal(change, courses[0].ElectromyographicChange);
        Assert.Equal(change + (offset * StepsPerYear / 12), courses[1].Start, 1e-4);
    }

    [Theory]
    [Trait("Evidence", "Exact")]
    [InlineData(56, 0, StepsPerYear)]
    [InlineData(56, -6, StepsPerYear / 2)]
    [InlineData(54, 0, -StepsPerYear)]
    public void From_an_age_even_before_biological_onset(double age, double offset, double expected)
    {
        var start = new TreatmentStart { At = StartAt.Age, AgeYears = age, OffsetMonths = offset };
        var course = Treated(Plan(start));
        Assert.Equal(expected, course.Start, 1e-4);
        Assert.False(course.Clamped);

        // Knock-down 0.6 with a half-life of 0.75 months: a year before onset the protein has reached 0.4 at t = 0.
        Assert.Equal(expected < 0 ? 0.4 : 1, course.Rows[0][course.Layout.ToxicProtein], 2e-5);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Never_when_the_milestone_never_comes()
    {
        var plan = Plan(StartAt.NeurofilamentAbove, 0) with { Patients = 40 };
        var start = new TreatmentStart { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = 1e9, ScreeningIntervalMonths = 3 };
        var record = Simulation.Run(plan with { Arms = [plan.Arms[0], new Arm("never", [new ArmTreatment(0, start, null)])] }).Record;
        Assert.Equal(record.Patients, record.Arms[1].NeverTreated);
        Assert.Equal(0, record.Arms[1].Milestones[(int)CourseMilestone.TreatmentStart].Total);
        Assert.Null(Records.ArmDifference("never", record.Arms[0], record.Arms[1]));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Later_treatments_see_what_earlier_ones_did()
    {
        // The second drug waits for symptoms, which the first puts off on the arm's own path.
        var plan = Plan(StartAt.BiologicalOnset, 0);
        plan = plan with
        {
            Arms = [plan.Arms[0], new Arm("both", [new ArmTreatment(0, Start(StartAt.BiologicalOnset), null), new ArmTreatment(1, Start(StartAt.SymptomOnset), null)])],
        };
        var courses = Course.Of(plan);
        var onset = courses[1].SymptomOnset;
        Assert.True(onset > courses[0].SymptomOnset + 4, $"{onset} and {courses[0].SymptomOnset}");
        Assert.Equal(0, courses[1].Start);
        Assert.Equal((int)onset, courses[1].First(step => courses[1].Rows[step][courses[1].Layout.Knockdown] > 0.65)! - 1);
    }

    private static TreatmentStart Start(StartAt at) => new() { At = at };

    private static Course Treated(RunPlan plan) => Course.Of(plan)[1];

    private static RunPlan Plan(StartAt at, double offset) => Plan(new TreatmentStart { At = at, OffsetMonths = offset });

    private static RunPlan Plan(TreatmentStart start)
    {
        var plan = TestPlans.Coupled(1, 1701) with { HorizonMonths = 60 };
        return (plan with { Measures = plan.Measures with { Survival = TestPlans.NobodyDies() } }).With(
            [new KnockdownTreatment("first") { Knockdown = 0.6, RampMonths = 0 }, new KnockdownTreatment("second") { Knockdown = 0.5, RampMonths = 0 }],
            new Arm("untreated", []),
            new Arm("treated", [new ArmTreatment(0, start, null)]));
    }

    /// <summary>First step at which some region's function is below 0.85.</summary>
    private static int Weakest(Course course) =>
        course.First(step => Enumerable.Range(0, 4).Any(region => course.Rows[step][course.Layout.Function + region] < 0.85f))!.Value;
}
