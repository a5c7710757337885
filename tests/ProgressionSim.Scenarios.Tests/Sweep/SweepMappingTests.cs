using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Sweeps;
using ProgressionSim.Scenarios.Sweep;

namespace ProgressionSim.Scenarios.Tests.Sweep;

/// <summary>What a section about a grid becomes. Exact.</summary>
public sealed class SweepMappingTests
{
    private const string Axis = """{ "path": "treatments.ideal80.knockdown", "values": [0.2, 0.8] }""";

    [Fact]
    public void Little_is_enough()
    {
        var plan = Map($"\"sweep\": {{ \"axes\": [{Axis}] }}");

        Assert.Equal(new OutcomeQuestion(1, OutcomeCatalogue.SurvivalMonths, new OutcomeRules { Months = 60 }), plan.Question);
        Assert.Equal([OutcomeCatalogue.SurvivalMonths], plan.Outcomes);
        Assert.True(plan.ShowsBenefit);
        var axis = Assert.Single(plan.Axes);
        Assert.Equal(("treatments.ideal80.knockdown", "ideal80 knockdown (fraction)"), (axis.Path, axis.Label));
        Assert.Equal([0.2, 0.8], axis.Values);
    }

    [Fact]
    public void Everything_can_be_said()
    {
        var plan = Map("""
            "sweep": {
              "axes": [
                { "path": "arms[early].start.offsetMonths", "from": -12, "to": 12, "count": 5, "label": "Start" },
                { "path": "disease.death.ratePerMonth", "from": 0.01, "to": 1, "count": 3, "logarithmic": true }
              ],
              "arm": "untreated", "outcomes": ["recovery", "alive"], "outcomeAtMonths": 24, "recovery": { "points": 2, "heldMonths": 1 }, "shows": "outcome"
            }
            """);

        Assert.Equal(new OutcomeQuestion(0, OutcomeCatalogue.Recovery, new OutcomeRules { Months = 24, RecoveryPoints = 2, RecoveryHeldMonths = 1 }), plan.Question);
        Assert.Equal([OutcomeCatalogue.Recovery, OutcomeCatalogue.Alive], plan.Outcomes);
        Assert.False(plan.ShowsBenefit);
        Assert.Equal(["Start", "Death rate (per neuron per month)"], plan.Axes.Select(axis => axis.Label), StringComparer.Ordinal);
        Assert.Equal([-12, -6, 0, 6, 12], plan.Axes[0].Values);
        Assert.Equal([0.01, 0.1, 1], plan.Axes[1].Values);
        Assert.Equal(15, plan.Cells);
    }

    [Fact]
    public void One_outcome_has_a_name_of_its_own() =>
        Assert.Equal([OutcomeCatalogue.WalkingMonths], Map($"\"sweep\": {{ \"axes\": [{Axis}], \"outcome\": \"walkingMonths\" }}").Outcomes);

    [Fact]
    public void A_single_arm_shows_its_outcome()
    {
        var plan = WrittenScenario.Smallest("\"sweep\": { \"axes\": [{ \"path\": \"disease.focusFraction\", \"values\": [0.01] }] }").Accepted().Experiments.Sweep!;

        Assert.Equal((0, false), (plan.Question.Arm, plan.ShowsBenefit));
    }

    [Fact]
    public void The_first_arm_shows_its_outcome() => Assert.False(Map($"\"sweep\": {{ \"axes\": [{Axis}], \"arm\": \"untreated\" }}").ShowsBenefit);

    [Fact]
    public void Spaced_values_read_as_one_would_write_them() => Assert.Equal([0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0], AxisValues.Space(0.2, 1, 9, logarithmic: false));

    [Theory]
    [InlineData("disease.death.ratePerMonth", "per neuron per month", "Death rate (per neuron per month)")]
    [InlineData("treatments.ideal80.knockdown", "fraction", "ideal80 knockdown (fraction)")]
    [InlineData("treatments.drug.pharmacodynamics.ec50MgPerL", "mg/L", "drug pharmacodynamics ec50 (mg/L)")]
    [InlineData("arms[late].start.offsetMonths", "months", "late start offset (months)")]
    [InlineData("population.progressionRate.median", "", "Progression rate median")]
    [InlineData("stepDays", "days", "Step (days)")]
    public void Labels_are_words_with_the_unit(string path, string unit, string label) => Assert.Equal(label, AxisLabel.Of(path, unit));

    private static SweepPlan Map(string sections) => WrittenExperiment.Of(sections).Accepted().Experiments.Sweep!;
}
