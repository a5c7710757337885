using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Sensitivity;

namespace ProgressionSim.Experiments.Tests.Sensitivity;

/// <summary>What outcomes and benefits of simulated patients depend on.</summary>
public sealed class SensitivityRunTests
{
    [Fact]
    [Trait("Evidence", "Invariant")]
    public void The_drug_decides_the_benefit_and_not_the_untreated_outcome()
    {
        var run = TestScenario.Of(1, 5501);
        var result = SensitivityRun.Run(Plan(run, SensitivityMethod.Sobol, 16, 40), new TestScenario(run));
        Assert.Equal([SensitivityOf.Benefit, SensitivityOf.Reference, SensitivityOf.Arm], result.Answers.Select(answer => answer.Of));
        var (benefit, reference) = (result.Answers[0].Sobol!, result.Answers[1].Sobol!);

        // Untreated patients know nothing of the knock-down and the start: their total indices are exactly 0.
        Assert.Equal(0, reference.Total[0].Value, 1e-12);
        Assert.Equal(0, reference.Total[1].Value, 1e-12);
        Assert.True(reference.Total[2].Value > 0.5);
        Assert.True(benefit.Total[0].Value > 0.2 && benefit.Total[0].Low > 0);
        Assert.Equal(1 + (2 * 3) + (16 * 5), result.Points);
        Assert.Equal(0.5, result.TornadoValues[0][1], 1e-12);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void An_interrupted_screening_goes_on_with_the_same_effects()
    {
        var run = TestScenario.Of(1, 5502);
        var plan = Plan(run, SensitivityMethod.Morris, 6, 600);
        var whole = SensitivityRun.Run(plan, new TestScenario(run));
        using var stop = new CancellationTokenSource();
        var kept = new KeptWork(_ => stop.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(() => SensitivityRun.Run(plan, new TestScenario(run), kept, 1, null, stop.Token));
        Assert.InRange(kept.Count, 1, SensitivityRun.Units(plan, new TestScenario(run)) - 1);
        var source = new TestScenario(run);
        var resumed = SensitivityRun.Run(plan, source, kept);
        Assert.True(source.Plans < whole.Points);
        for (var i = 0; i < whole.Answers.Count; i++)
        {
            Assert.Equal(whole.Answers[i].Morris!.Effects, resumed.Answers[i].Morris!.Effects);
            Assert.Equal(whole.Answers[i].Tornado.Bars, resumed.Answers[i].Tornado.Bars);
        }
    }

    private static SensitivityPlan Plan(Engine.Running.RunPlan run, SensitivityMethod method, int basePoints, int patients) => new()
    {
        Run = run,
        Question = new OutcomeQuestion(1, OutcomeCatalogue.SurvivalMonths, new OutcomeRules { Months = 24 }),
        Method = method,
        Parameters =
        [
            new UncertainParameter(TestScenario.Knockdown, new UniformDistribution(0, 1)),
            new UncertainParameter(TestScenario.Offset, new UniformDistribution(0, 6)),
            new UncertainParameter(TestScenario.DeathRate, new UniformDistribution(0.04, 0.12)),
        ],
        BasePoints = basePoints,
        Patients = patients,
    };
}
