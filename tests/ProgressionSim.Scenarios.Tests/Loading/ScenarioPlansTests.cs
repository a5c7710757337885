using System.Text.Json;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>Plans with other values are those that loading with these values gives. Oracle: the loader, which reads files, writes JSON and reads that as configuration.</summary>
public sealed class ScenarioPlansTests
{
    private static readonly string Early = Path.Combine(ShippedFiles.Folder, "early-vs-late.json");

    public static TheoryData<string, double> Changes => new()
    {
        { "disease.death.ratePerMonth", 0.1 },
        { "disease.death.ratePerMonth.bulbar", 0.1 },
        { "disease.stress.contiguity[0][1]", 0.30000000000000004 },
        { "population.progressionRate", 2 },
        { "population.progressionRate.median", 1.25 },
        { "population.ageAtBiologicalOnsetYears.max", 70 },
        { "population.onsetRegion.weights.bulbar", 3 },
        { "population.enrolmentMonths", 6 },
        { "treatments.ulefnersen.pharmacodynamics.ec50MgPerL", 1e-3 },
        { "treatments.ulefnersen.schedule.loadingDays[1]", 56 },
        { "treatments.ulefnersen.schedule.stopAfterMonths", 36 },
        { "arms[late].start.offsetMonths", -0.0 },
        { "arms[1].treatments[0].stopAfterMonths", 24 },
        { "measures.alsfrs.visitNoiseSd", 0 },
        { "stepDays", 14 },
    };

    public static TheoryData<string> Scenarios => new(ScenarioCatalogue.List(ShippedFiles.Folder).Select(scenario => scenario.Path));

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_changed_plan_is_that_of_the_loader(string path, double value)
    {
        var changed = ScenarioLoader.Load(Early, []).Plans!.Plan([new ParameterValue(path, value)]);
        var unchanged = ScenarioLoader.Load(Early, []).Plan!;

        Assert.Equivalent(Bare(ScenarioLoader.Load(Early, [FormattableString.Invariant($"{path}={value:R}")]).Plan!), Bare(changed), strict: true);
        Assert.NotEqual(Described(unchanged), Described(changed), StringComparer.Ordinal);
    }

    [Fact]
    public void The_comparison_sees_a_number_deep_inside()
    {
        var plans = ScenarioLoader.Load(Early, []).Plans!;
        var other = plans.Plan([new ParameterValue("population.baselineSvcPercent.sd", 12.000001)]);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Assert.Equivalent(Bare(plans.Plan([])), Bare(other), strict: true));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Without_values_it_is_the_scenarios_own(string path)
    {
        var result = ScenarioLoader.Load(Path.Combine(ShippedFiles.Folder, path), []);
        var plan = result.Plans!.Plan([]);

        Assert.Equivalent(Bare(result.Plan!), Bare(plan), strict: true);
        Assert.Equal(result.Plan!.ScenarioSha256, plan.ScenarioSha256);
        Assert.Same(result.Plan.Assumptions, plan.Assumptions);
    }

    [Fact]
    public void A_later_value_wins() =>
        Assert.Equal(
            0.2,
            ScenarioLoader.Load(Early, []).Plans!.Plan([new ParameterValue("disease.focusFraction", 0.1), new ParameterValue("disease.focusFraction", 0.2)]).Disease.FocusFraction);

    [Fact]
    public void One_change_does_not_touch_the_next_plan()
    {
        var plans = ScenarioLoader.Load(Early, []).Plans!;
        var before = Described(plans.Plan([]));
        plans.Plan([new ParameterValue("disease.death.ratePerMonth.bulbar", 0.1), new ParameterValue("population.progressionRate.median", 3)]);

        Assert.Equal(before, Described(plans.Plan([])));
    }

    [Fact]
    public void Many_threads_get_the_same_plans()
    {
        var plans = ScenarioLoader.Load(Early, []).Plans!;
        var medians = new double[64];
        Parallel.For(0, medians.Length, i => medians[i] = plans.Plan([new ParameterValue("disease.focusFraction", (i + 1) * 0.001)]).Disease.FocusFraction);

        Assert.Equal([.. Enumerable.Range(1, medians.Length).Select(i => i * 0.001)], medians);
    }

    [Fact]
    public void What_the_scenario_does_not_allow_is_refused_with_all_its_problems()
    {
        var plans = ScenarioLoader.Load(Early, []).Plans!;
        var refused = Assert.Throws<PlanNotPossibleException>(() => plans.Plan(
        [
            new ParameterValue("disease.focusFraction", 1.5),
            new ParameterValue("population.ageAtBiologicalOnsetYears.max", 5),
            new ParameterValue("treatments.ulefnersn.doseMilligrams", 5),
            new ParameterValue("seed", -1),
        ]));

        Assert.Equal(
            """
            early-vs-late.json: 4 problems, nothing was run.

            1. population.ageAtBiologicalOnsetYears.min is 18 (populations/general-als.json, line 6).
               It must be less than max, which is 5.
            2. treatments.ulefnersn is not a known setting (treatments.ulefnersn.doseMilligrams=5).
               Did you mean "ulefnersen"?
            3. disease.focusFraction is 1.5 (disease.focusFraction=1.5).
               It is a fraction, so it must be a number from 0 to 1.
            4. seed is -1 (seed=-1).
               It is a seed, so it must be a whole number from 0 to 4,294,967,295.

            """,
            refused.Message);
    }

    [Theory]
    [InlineData("treatments.ulefnersen.doseMilligrams", true)]
    [InlineData("arms[late].start.offsetMonths", true)]
    [InlineData("disease.death.ratePerMonth", false)]
    [InlineData("population.progressionRate", false)]
    [InlineData("measures.svc.exponent", false)]
    [InlineData("stepDays", false)]
    [InlineData("treatmentsOfOthers.x", false)]
    public void Only_arms_and_treatments_can_share_patients(string path, bool expected) => Assert.Equal(expected, ScenarioLoader.Load(Early, []).Plans!.ChangesTreatmentOnly(path));

    // The hash and the table of assumptions stay those of the scenario.
    private static RunPlan Bare(RunPlan plan) => plan with { ScenarioSha256 = "", Assumptions = [] };

    private static string Described(RunPlan plan) =>
        JsonSerializer.Serialize<object[]>(
        [
            plan.Disease,
            .. plan.Population.Quantities.Select(each => $"{each}"),
            .. plan.Population.DrugResponse.Select(each => $"{each}"),
            plan.Measures,
            plan.StepDays,
            .. plan.Treatments,
            plan.Arms,
        ]);
}
