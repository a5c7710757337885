using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Summaries.Tests.Timing;

/// <summary>Small timing experiments. The first start lies before biological onset in most patients.</summary>
internal static class TestTiming
{
    public static readonly IReadOnlyList<double> Offsets = [-40, -3, 0, 6, 12];

    public static TimingPlan Plan(RunPlan run) => new()
    {
        Run = run,
        Question = new OutcomeQuestion(1, OutcomeCatalogue.SurvivalMonths, new() { Months = 24 }),
        MovedTreatments = [0],
        Start = new() { At = StartAt.SymptomOnset },
        OffsetsMonths = Offsets,
        SmallestBenefit = 1,
        Triggers = [new("at diagnosis", new() { At = StartAt.Diagnosis }), new("at EMG change", new() { At = StartAt.ElectromyographicChange })],
    };

    public static TimingResult Run(double knockdown = 0.8, bool isUncertain = false)
    {
        var run = TestScenario.Of(150, 7401, knockdown);
        var uncertain = new UncertainScenario(
            new UncertaintyPlan { Parameters = [new UncertainParameter(TestScenario.DeathRate, new UniformDistribution(0.03, 0.12))], OuterReplicates = 10,
                Patients = 20 }, new TestScenario(run), null);
        return TimingRun.Run(Plan(run), isUncertain ? uncertain : null);
    }

    /// <summary>The same patients without compensation.</summary>
    public static TimingResult WithoutCompensation()
    {
        var run = TestScenario.Of(150, 7401);
        return TimingRun.Run(Plan(run with
        {
            Name = "uncompensated",
            ScenarioSha256 = new string('1', 64),
            Disease = run.Disease with { Compensation = run.Disease.Compensation with { MaximumEnlargement = 1 } },
            Assumptions = [.. run.Assumptions.Select(assumption => assumption with { Value = "0.07" })],
        }));
    }
}
