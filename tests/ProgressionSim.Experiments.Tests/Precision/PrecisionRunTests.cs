using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Precision;
using ProgressionSim.Experiments.Work;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests.Precision;

/// <summary>Exact: a run to a precision is a plain run with the number of patients it took, and that number is the same everywhere.</summary>
public sealed class PrecisionRunTests
{
    private static readonly RunPlan Plan = Treated(7);

    // Standard error of the score after the first stage.
    private static readonly double First = PrecisionMeasures.StandardError(
        Simulation.Run(Plan with { Patients = PrecisionRun.FirstStage }).Record, new PrecisionTarget("alsfrsTotal", 12, 1));

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_record_is_that_of_a_plain_run_with_this_number_of_patients()
    {
        var found = PrecisionRun.Run(Plan, [new("alsfrsTotal", 12, First / 3)], threads: 2);
        Assert.True(found.Plan.Patients > 4 * PrecisionRun.FirstStage, "Three stages are wanted here.");
        Assert.Equal(0, found.Plan.Patients % Simulation.ChunkPatients);
        Assert.Null(Records.Difference(Simulation.Run(found.Plan).Record, found.Record));
        Assert.Equal(Plan with { Patients = found.Plan.Patients }, found.Plan);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Any_number_of_threads_takes_the_same_patients()
    {
        PrecisionTarget[] targets = [new("healthy.cervical", 6, 4), new("alive", 12, 0.008)];
        var one = PrecisionRun.Run(Plan, targets, threads: 1);
        var three = PrecisionRun.Run(Plan, targets, threads: 3);
        Assert.Equal(one.Plan.Patients, three.Plan.Patients);
        Assert.Null(Records.Difference(one.Record, three.Record));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_target_met_by_the_first_stage_ends_there()
    {
        Assert.Equal(PrecisionRun.FirstStage, PrecisionRun.Run(Plan, [new("alsfrsTotal", 12, First)]).Plan.Patients);
        Assert.NotEqual(PrecisionRun.FirstStage, PrecisionRun.Run(Plan, [new("alsfrsTotal", 12, Math.BitDecrement(First))]).Plan.Patients);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_hardest_of_several_targets_decides()
    {
        PrecisionTarget hard = new("alsfrsTotal", 12, First / 1.5);
        PrecisionTarget easy = new("alive", 12, 0.1);
        var both = PrecisionRun.Run(Plan, [easy, hard]).Plan.Patients;
        Assert.Equal(PrecisionRun.Run(Plan, [hard]).Plan.Patients, both);
        Assert.True(both > PrecisionRun.FirstStage, "One stage would show nothing.");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Patients_who_are_all_alike_are_not_taken_for_certainty()
    {
        // Nobody dies in this plan.
        var plan = TestPlans.ConstantRates(1, 3) with { HorizonMonths = 2, RecordedMeasures = [] };
        Assert.Equal(1024, PrecisionRun.Run(plan, [new("alive", 0, 1.0 / 1024)]).Plan.Patients);
        Assert.Equal(5376, PrecisionRun.Run(plan, [new("alive", 0, 1.0 / 5000)]).Plan.Patients);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Progress_counts_up_to_the_end_of_each_stage()
    {
        var told = new List<ExperimentProgress>();
        var found = PrecisionRun.Run(Plan, [new("alsfrsTotal", 12, First / 2)], threads: 1, told.Add);
        Assert.All(told, step => Assert.Equal("patients", step.Stage));
        Assert.Equal(Enumerable.Range(1, (int)found.Plan.Patients / 256).Select(chunk => 256L * chunk), told.Select(step => step.Done));
        Assert.All(told, step => Assert.InRange(step.Done, 1, step.Total));
        Assert.Equal(new ExperimentProgress("patients", 1024, 1024), told[3]);
        Assert.Equal(new ExperimentProgress("patients", found.Plan.Patients, found.Plan.Patients), told[^1]);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_target_out_of_reach_is_refused_after_two_stages_with_its_cost()
    {
        var told = new List<ExperimentProgress>();
        var error = Assert.Throws<PrecisionNotFeasibleException>(() => PrecisionRun.Run(Plan, [new("alsfrsTotal", 12, 0.0001)], threads: 1, told.Add));
        Assert.StartsWith("To bring the standard error of alsfrsTotal at month 12 to 0.0001 would take about ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; at most 50,000,000 patients are run.", error.Message, StringComparison.Ordinal);
        Assert.Equal(4096, told[^1].Done);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_month_at_which_nobody_lives_is_refused()
    {
        var measures = TestPlans.Measures();
        var deadly = TestPlans.ConstantRates(1, 3) with
        {
            HorizonMonths = 24,
            Measures = measures with { Survival = measures.Survival with { BackgroundRatePerMonth = 2, MaximumRatePerMonth = 0 } },
            RecordedMeasures = [MeasureCatalogue.AlsfrsTotal],
        };
        var error = Assert.Throws<PrecisionNotFeasibleException>(() => PrecisionRun.Run(deadly, [new("alsfrsTotal", 24, 1)]));
        Assert.StartsWith("The standard error of alsfrsTotal at month 24 cannot be found: of 16,384 patients fewer than two", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alsfrsTotl", 12)]
    [InlineData("alsfrsTotal", 13)]
    [InlineData("alsfrsTotal", -1)]
    [InlineData("svcPercent", 12)]
    [Trait("Evidence", "Exact")]
    public void What_the_plan_does_not_have_cannot_be_asked_for(string measure, int month) =>
        Assert.Throws<ArgumentException>(() => PrecisionRun.Run(Plan, [new(measure, month, 1)]));

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_contrast_needs_a_second_arm()
    {
        var single = Plan with { Arms = [Plan.Arms[0]] };
        Assert.Contains("alsfrsTotalDeathZero", PrecisionMeasures.NamesIn(Plan), StringComparer.Ordinal);
        Assert.DoesNotContain("alsfrsTotalDeathZero", PrecisionMeasures.NamesIn(single), StringComparer.Ordinal);
        Assert.Contains("alive", PrecisionMeasures.NamesIn(single), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [Trait("Evidence", "Exact")]
    public void A_standard_error_is_above_0(double error) => Assert.Throws<ArgumentOutOfRangeException>(() => new PrecisionTarget("alive", 12, error));

    /// <summary>Two arms of patients who differ, a year from biological onset in steps of a month; two measures recorded.</summary>
    private static RunPlan Treated(uint seed) => TestPlans.Varied(patients: 1, seed).With(
        [new RateRatioTreatment("slower") { StressRatio = 0.5, DeathRatio = 0.5, RampMonths = 0 }],
        new Arm("untreated", []),
        TestPlans.Treated("treated", StartAt.BiologicalOnset, 0)) with
    {
        ReportFrom = ReportOrigin.BiologicalOnset,
        MonthsBeforeOrigin = 0,
        HorizonMonths = 12,
        StepDays = RunPlan.DaysPerMonth,
        RecordedMeasures = [MeasureCatalogue.Healthy + (int)Region.Cervical, MeasureCatalogue.AlsfrsTotal],
    };
}
