using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Sweeps;

namespace ProgressionSim.Experiments.Tests.Sweeps;

/// <summary>Grids of settings.</summary>
public sealed class SweepRunTests
{
    private static readonly OutcomeRules Rules = new() { Months = 24 };

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_cell_is_the_run_of_its_own_scenario_bit_for_bit()
    {
        var run = TestScenario.Of(300, 5301);
        var plan = Plan(run, new SweepAxis(TestScenario.Offset, "start", [-4, 0, 9]), new SweepAxis(TestScenario.DeathRate, "death", [0.04, 0.08]));
        var result = SweepRun.Run(plan, new TestScenario(run));
        for (var first = 0; first < 3; first++)
        {
            for (var second = 0; second < 2; second++)
            {
                ParameterValue[] values = [new(TestScenario.Offset, plan.Axes[0].Values[first]), new(TestScenario.DeathRate, plan.Axes[1].Values[second])];
                var alone = OutcomeRun.Run(new TestScenario(run).Plan(values), Rules);
                foreach (var outcome in plan.Outcomes)
                {
                    Assert.Equal(alone.Benefit(0, 1, 0, outcome), result.Shown(first, second, outcome));
                }
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Cells_that_share_their_patients_past_give_the_same_bits_together_and_apart()
    {
        var run = TestScenario.Of(200, 5302);
        var many = SweepRun.Run(Plan(run, new SweepAxis(TestScenario.Offset, "start", [.. Enumerable.Range(0, 30).Select(i => i - 10.0)])), new TestScenario(run));
        var one = SweepRun.Run(Plan(run, new SweepAxis(TestScenario.Offset, "start", [17])), new TestScenario(run));
        Assert.Equal(one.Shown(0, 0, 0), many.Shown(27, 0, 0));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void An_interrupted_sweep_goes_on_with_the_same_bits_and_recomputes_nothing()
    {
        // Three cells are a unit.
        var run = TestScenario.Of(1500, 5303);
        var plan = Plan(run, new SweepAxis(TestScenario.DeathRate, "death", [.. Enumerable.Range(1, 12).Select(i => i * 0.01)]));
        var whole = SweepRun.Run(plan, new TestScenario(run));

        using var stop = new CancellationTokenSource();
        var kept = new KeptWork(afterEach: count =>
        {
            if (count == 2)
            {
                stop.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(() => SweepRun.Run(plan, new TestScenario(run), kept, 1, null, stop.Token));
        Assert.Equal(2, kept.Count);
        var source = new TestScenario(run);
        var resumed = SweepRun.Run(plan, source, kept, 2);
        Assert.Equal(6, source.Plans);
        for (var cell = 0; cell < 12; cell++)
        {
            Assert.Equal(whole.Shown(cell, 0, 0), resumed.Shown(cell, 0, 0));
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_value_the_scenario_refuses_stops_the_sweep()
    {
        var run = TestScenario.Of(50, 5304);
        Assert.Throws<PlanNotPossibleException>(() => SweepRun.Run(Plan(run, new SweepAxis("nowhere", "none", [1, 2])), new TestScenario(run)));
    }

    private static SweepPlan Plan(Engine.Running.RunPlan run, params SweepAxis[] axes) => new()
    {
        Run = run,
        Axes = axes,
        Question = new OutcomeQuestion(1, OutcomeCatalogue.SurvivalMonths, Rules),
        Outcomes = [OutcomeCatalogue.SurvivalMonths, OutcomeCatalogue.AlsfrsArea],
        ShowsBenefit = true,
    };
}
