using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Scenarios.Tests.Timing;

/// <summary>What a section about starts becomes. Exact.</summary>
public sealed class TimingMappingTests
{
    [Fact]
    public void Little_is_enough()
    {
        var plan = Map("\"horizonMonths\": 48, \"timing\": { \"offsetsMonths\": [-6, 0, 6] }");

        Assert.Equal(new OutcomeQuestion(1, OutcomeCatalogue.SurvivalMonths, new OutcomeRules { Months = 48 }), plan.Question);
        Assert.Equal([0], plan.MovedTreatments);
        Assert.Equal(new TreatmentStart { At = StartAt.SymptomOnset }, plan.Start);
        Assert.Equal([-6, 0, 6], plan.OffsetsMonths);
        Assert.Equal((0.8, 1.0), (plan.WindowKeepsShare, plan.SmallestBenefit));
        Assert.Empty(plan.Triggers);
    }

    [Fact]
    public void Everything_can_be_said()
    {
        var plan = Map("""
            "timing": {
              "arm": "late", "outcome": "neurofilamentPgPerMl", "outcomeAtMonths": 36, "offsetsMonths": [0, 12], "at": "neurofilamentAbove", "pgPerMl": 1500,
              "screeningIntervalMonths": 6, "windowKeeps": 0.5, "smallestBenefit": 50, "recovery": { "points": 6, "heldMonths": 4 }, "fastAboveProgressionRate": 1.5,
              "triggers": [
                { "name": "symptoms", "start": { "at": "symptomOnset" } },
                { "name": "NfL", "start": { "at": "neurofilamentAbove", "pgPerMl": 1800, "screeningIntervalMonths": 3, "offsetMonths": 1 } }
              ]
            }
            """, """{ "name": "late", "treatments": ["slower", { "use": "ideal80", "start": { "at": "diagnosis" } }], "start": { "at": "symptomOnset", "offsetMonths": 3 } }""");

        Assert.Equal(
            new OutcomeQuestion(2, OutcomeCatalogue.Neurofilament, new OutcomeRules { Months = 36, RecoveryPoints = 6, RecoveryHeldMonths = 4, FastAboveProgressionRate = 1.5 }),
            plan.Question);
        Assert.Equal([0], plan.MovedTreatments);
        Assert.Equal(new TreatmentStart { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = 1500, ScreeningIntervalMonths = 6 }, plan.Start);
        Assert.Equal((0.5, 50.0), (plan.WindowKeepsShare, plan.SmallestBenefit));
        Assert.Equal(
            [
                new TimingTrigger("symptoms", new TreatmentStart { At = StartAt.SymptomOnset }),
                new TimingTrigger("NfL", new TreatmentStart { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = 1800, ScreeningIntervalMonths = 3, OffsetMonths = 1 }),
            ],
            plan.Triggers);
    }

    [Fact]
    public void Treatments_that_share_a_start_of_their_own_are_moved_together()
    {
        const string start = "\"start\": { \"at\": \"neurofilamentAbove\", \"pgPerMl\": 900, \"screeningIntervalMonths\": 2, \"offsetMonths\": 1 }";
        var plan = Map(
            "\"timing\": { \"arm\": \"both\", \"offsetsMonths\": [0, 12] }",
            $$"""{ "name": "both", "treatments": [{ "use": "slower", {{start}} }, { "use": "ideal80", {{start}} }] }""");

        Assert.Equal([0, 1], plan.MovedTreatments);
        Assert.Equal(new TreatmentStart { At = StartAt.NeurofilamentAbove, NeurofilamentPgPerMl = 900, ScreeningIntervalMonths = 2 }, plan.Start);
    }

    [Fact]
    public void The_smallest_benefit_is_that_of_the_outcome() =>
        Assert.Equal(OutcomeCatalogue.All[OutcomeCatalogue.AlsfrsArea].SmallestBenefit, Map("\"timing\": { \"offsetsMonths\": [0, 6], \"outcome\": \"alsfrsArea\" }").SmallestBenefit);

    [Fact]
    public void Its_assumptions_are_those_of_the_run_and_its_own()
    {
        var result = WrittenExperiment.Of("\"timing\": { \"offsetsMonths\": [0, 6] }, \"sweep\": { \"axes\": [{ \"path\": \"disease.focusFraction\", \"values\": [0.01] }] }").Accepted();
        var plan = result.Experiments.Timing!;

        Assert.DoesNotContain(result.Plan!.Assumptions, assumption => assumption.Path.StartsWith("timing.", StringComparison.Ordinal));
        Assert.Equal(result.Plan.Assumptions, plan.Run.Assumptions.Take(result.Plan.Assumptions.Count));
        Assert.Equal(
            [
                ("timing.outcome", "\"survivalMonths\"", Confidence.Assumption),
                ("timing.outcomeAtMonths", "60", Confidence.Assumption),
                ("timing.recovery.points", "4", Confidence.Assumption),
                ("timing.recovery.heldMonths", "3", Confidence.Assumption),
                ("timing.offsetsMonths", "[0, 6]", Confidence.User),
                ("timing.at", "\"symptomOnset\"", Confidence.User),
                ("timing.windowKeeps", "0.8", Confidence.Assumption),
                ("timing.smallestBenefit", "1", Confidence.Assumption),
            ],
            plan.Run.Assumptions.Skip(result.Plan.Assumptions.Count).Select(assumption => (assumption.Path, assumption.Value, assumption.Confidence)));
    }

    [Fact]
    public void A_scenario_without_the_section_asks_nothing()
    {
        var experiments = WrittenScenario.Smallest().Accepted().Experiments;

        Assert.Equal(new(), experiments);
    }

    private static TimingPlan Map(string sections, string anotherArm = "") => WrittenExperiment.Of(sections, anotherArm).Accepted().Experiments.Timing!;
}
