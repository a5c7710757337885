using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;
using ProgressionSim.Trials.Patients;

namespace ProgressionSim.Trials.Tests.Patients;

public sealed class HistoryArmTests
{
    private const int Background = 0;
    private const int Drug = 1;
    private const int Course = 2;

    private static readonly RunPlan Run = TestPlans.Coupled(1, 1).With(
        [
            new RateRatioTreatment("background") { StressRatio = 0.9, DeathRatio = 1, RampMonths = 0 },
            new RateRatioTreatment("drug") { StressRatio = 0.5, DeathRatio = 0.5, RampMonths = 0 },
            new RateRatioTreatment("course") { StressRatio = 0.5, DeathRatio = 0.5, RampMonths = 0, StopAfterMonths = 4 },
        ],
        new Arm("placebo", [At(Background, StartAt.Diagnosis, 0)]),
        new Arm("active", [At(Background, StartAt.Diagnosis, 0), At(Drug, StartAt.Enrolment, 1), At(Course, StartAt.Enrolment, 2), At(Drug, StartAt.Enrolment, 10)]),
        new Arm("bare", []),
        new Arm("late", [At(Drug, StartAt.Enrolment, 3, 2.5)]),
        new Arm("other", [At(Course, StartAt.SymptomOnset, 0)]),
        new Arm("early", [At(Drug, StartAt.Enrolment, -1)]),
        new Arm("both", [At(Drug, StartAt.Enrolment, 0), At(Course, StartAt.Enrolment, 0)]));

    [Fact]
    public void Without_a_switch_the_arm_is_taken_as_it_is() => Assert.Same(Run.Arms[1], HistoryArm.Of(Run, TreatmentHistory.Of(1)));

    [Fact]
    public void What_the_next_arm_has_more_starts_after_the_switch_and_the_rest_goes_on()
    {
        var arm = HistoryArm.Of(Run, new(0, 1, 6));
        Assert.Equal("placebo, active from month 6", arm.Name);
        Assert.Equal(
            [At(Background, StartAt.Diagnosis, 0), At(Drug, StartAt.Enrolment, 7), At(Course, StartAt.Enrolment, 8), At(Drug, StartAt.Enrolment, 16)],
            arm.Treatments);
    }

    [Fact]
    public void What_the_next_arm_does_not_have_stops_at_the_switch()
    {
        // Counted from each treatment's own start: the drug from month 1 stops after 4.5, the course by itself after 3.5 of its 4, the drug of month 10 never starts.
        Assert.Equal(
            [At(Background, StartAt.Diagnosis, 0), At(Drug, StartAt.Enrolment, 1, 4.5), At(Course, StartAt.Enrolment, 2, 3.5)],
            HistoryArm.Of(Run, new(1, 0, 5.5)).Treatments);

        // Where its own end comes first, that stays; later the second drug is stopped too.
        Assert.Equal(
            [At(Background, StartAt.Diagnosis, 0), At(Drug, StartAt.Enrolment, 1, 11), At(Course, StartAt.Enrolment, 2, 4), At(Drug, StartAt.Enrolment, 10, 2)],
            HistoryArm.Of(Run, new(1, 0, 12)).Treatments);
        Assert.Equal([At(Drug, StartAt.Enrolment, 3, 2.5)], HistoryArm.Of(Run, new(3, 2, 12)).Treatments);
        Assert.Equal([At(Drug, StartAt.Enrolment, 3, 2)], HistoryArm.Of(Run, new(3, 2, 5)).Treatments);
    }

    [Fact]
    public void A_switch_at_once_is_the_next_arm()
    {
        Assert.Equal(Run.Arms[3].Treatments, HistoryArm.Of(Run, new(2, 3, 0)).Treatments);
        Assert.Empty(HistoryArm.Of(Run, new(3, 2, 0)).Treatments);
    }

    [Fact]
    public void A_drug_of_both_arms_goes_on_with_its_own_start_and_stop() =>
        Assert.Equal([At(Drug, StartAt.Enrolment, 3, 2.5), At(Course, StartAt.Enrolment, 8)], HistoryArm.Of(Run, new(3, 6, 8)).Treatments);

    [Theory]
    [InlineData(0, 4, "Treatment course of arm other")]
    [InlineData(4, 2, "Treatment course of arm other")]
    [InlineData(0, 2, "Treatment background of arm placebo")]
    [InlineData(2, 5, "Treatment drug of arm early")]
    [InlineData(5, 2, "Treatment drug of arm early")]
    public void A_treatment_that_a_switch_starts_or_stops_is_counted_from_enrolment(int arm, int next, string which)
    {
        var error = Assert.Throws<ArgumentException>(() => HistoryArm.Of(Run, new(arm, next, 6)));
        Assert.StartsWith($"{which} must start at enrolment or later", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_arm_that_does_not_exist_is_refused() => Assert.Throws<ArgumentException>(() => HistoryArm.Of(Run, TreatmentHistory.Of(7)));

    private static ArmTreatment At(int treatment, StartAt at, double offset, double? stop = null) =>
        new(treatment, new TreatmentStart { At = at, OffsetMonths = offset }, stop);
}
