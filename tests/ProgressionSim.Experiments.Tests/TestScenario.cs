using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Experiments.Tests;

/// <summary>A scenario without a file: patients who differ, an untreated arm and an ideal drug, with three settings that can be changed.</summary>
internal sealed class TestScenario(RunPlan plan) : IPlanSource
{
    public const string Knockdown = "treatments.ideal.knockdown";
    public const string Offset = "arms[treated].start.offsetMonths";
    public const string DeathRate = "disease.death.ratePerMonth";

    private int plans;

    /// <summary>Gets the number of plans made so far.</summary>
    public int Plans => plans;

    /// <summary>The plan of such a scenario.</summary>
    public static RunPlan Of(int patients, uint seed) => TestPlans.Varied(patients, seed).With(
        [new KnockdownTreatment("ideal") { Knockdown = 0.8, RampMonths = 1 }],
        new Arm("untreated", []),
        TestPlans.Treated("treated", StartAt.SymptomOnset, 3)) with { MonthsBeforeOrigin = 0 };

    public RunPlan Plan(IReadOnlyList<ParameterValue> values)
    {
        Interlocked.Increment(ref plans);
        return values.Aggregate(plan, Changed);
    }

    public bool ChangesTreatmentOnly(string path) => path != DeathRate;

    private static RunPlan Changed(RunPlan plan, ParameterValue value) => value.Path switch
    {
        Knockdown => plan with { Treatments = [new KnockdownTreatment("ideal") { Knockdown = value.Value, RampMonths = 1 }] },
        Offset => plan with { Arms = [plan.Arms[0], TestPlans.Treated("treated", StartAt.SymptomOnset, value.Value)] },
        DeathRate => plan with { Disease = plan.Disease with { Death = plan.Disease.Death with { RatePerMonth = RegionValues.Uniform(value.Value) } } },
        _ => throw new PlanNotPossibleException(value.Path),
    };
}
