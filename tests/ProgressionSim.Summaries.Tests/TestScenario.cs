using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Model.Parameters;
using ProgressionSim.TestKit;

namespace ProgressionSim.Summaries.Tests;

/// <summary>A scenario without a file for experiments: patients who differ, an untreated arm and an ideal drug, with settings that can be changed.</summary>
internal sealed class TestScenario(RunPlan plan) : IPlanSource
{
    public const string Knockdown = "treatments.ideal.knockdown";
    public const string Offset = "arms[treated].start.offsetMonths";
    public const string DeathRate = "disease.death.ratePerMonth";
    public const string Ramp = "treatments.ideal.rampMonths";

    /// <summary>The plan of such a scenario; a drug without effect has a knock-down of 0.</summary>
    public static RunPlan Of(int patients, uint seed, double knockdown = 0.8) => TestPlans.Varied(patients, seed).With(
        [new KnockdownTreatment("ideal") { Knockdown = knockdown, RampMonths = 1 }],
        new Arm("untreated", []),
        TestPlans.Treated("treated", StartAt.SymptomOnset, 3)) with
    {
        Name = "tried",
        Title = "A trial of settings",
        Assumptions = [new(DeathRate, "0.06", "1/month", "Rate of loss.", "assumption", Confidence.Assumption)],
    };

    public RunPlan Plan(IReadOnlyList<ParameterValue> values) => values.Aggregate(plan, Changed);

    public bool ChangesTreatmentOnly(string path) => path != DeathRate;

    private static RunPlan Changed(RunPlan plan, ParameterValue value)
    {
        var drug = (KnockdownTreatment)plan.Treatments[0];
        return value.Path switch
        {
            Knockdown => plan with { Treatments = [drug with { Knockdown = value.Value }] },
            Ramp => plan with { Treatments = [drug with { RampMonths = value.Value }] },
            Offset => plan with { Arms = [plan.Arms[0], TestPlans.Treated("treated", StartAt.SymptomOnset, value.Value)] },
            DeathRate => plan with { Disease = plan.Disease with { Death = plan.Disease.Death with { RatePerMonth = RegionValues.Uniform(value.Value) } } },
            _ => throw new PlanNotPossibleException(value.Path),
        };
    }
}
