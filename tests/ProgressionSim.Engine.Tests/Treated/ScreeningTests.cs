using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Treated;

/// <summary>Starts at a neurofilament sample above a level, against a scan of the path in double precision.</summary>
public sealed class ScreeningTests
{
    private const double StepsPerYear = 52.178571428571429;
    private const double Interval = 6;
    private const double Level = 1300;

    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(-4)]
    public void From_a_screening_sample_above_a_level(double offset)
    {
        var start = new TreatmentStart { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = Level, ScreeningIntervalMonths = Interval, OffsetMonths = offset };
        var plan = Plan([new KnockdownTreatment("k") { Knockdown = 0.6, RampMonths = 0 }], new ArmTreatment(0, start, null));
        var (found, never) = (0, 0);
        for (uint patient = 0; patient < 40; patient++)
        {
            var courses = Course.Of(plan, patient);
            var expected = Sample(plan, patient, courses[0]);
            if (courses[0].Origin < 0)
            {
                continue;
            }

            (found, never) = expected is null ? (found, never + 1) : (found + 1, never);
            Assert.Equal(expected is { } step ? Math.Max(0, step + (offset * StepsPerYear / 12)) : MilestoneLanes<float>.Never, courses[1].Start, expected is null ? 1000 : 1e-3);
        }

        Assert.True(found > 20, $"{found} found, {never} never");
    }

    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Samples_are_taken_on_the_arm_s_own_path()
    {
        // Another drug slows the loss from the start, so most samples cross the level later than the twin's, some never.
        var screened = new TreatmentStart { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = Level, ScreeningIntervalMonths = Interval };
        var plan = Plan(
            [new KnockdownTreatment("k") { Knockdown = 0.6, RampMonths = 0 }, new RateRatioTreatment("r") { StressRatio = 0.6, DeathRatio = 0.7, RampMonths = 0 }],
            new ArmTreatment(1, new TreatmentStart { At = StartAt.BiologicalOnset }, null),
            new ArmTreatment(0, screened, null));
        var later = 0;
        for (uint patient = 0; patient < 40; patient++)
        {
            var courses = Course.Of(plan, patient);
            if (courses[0].Origin >= 0)
            {
                var (own, twin) = (Sample(plan, patient, courses[1]), Sample(plan, patient, courses[0]));
                var dosed = courses[1].First(row => courses[1].Rows[row][courses[1].Layout.Knockdown] > 0) - 1;
                Assert.Equal(own < courses[1].Rows.Length - 1 ? own : null, dosed);
                later += own is null || own > twin ? 1 : 0;
            }
        }

        Assert.True(later > 20, $"{later}");
    }

    private static RunPlan Plan(Treatment[] treatments, params ArmTreatment[] starts)
    {
        var plan = TestPlans.Coupled(1, 1701) with { HorizonMonths = 60 };
        return (plan with { Measures = plan.Measures with { Survival = TestPlans.NobodyDies() } }).With(treatments, new Arm("untreated", []), new Arm("treated", starts));
    }

    /// <summary>The first sample above the level, read off a path in double precision.</summary>
    private static int? Sample(RunPlan plan, uint patient, Course course) => ScreeningScan.First(plan, patient, course, Interval, Level);
}
