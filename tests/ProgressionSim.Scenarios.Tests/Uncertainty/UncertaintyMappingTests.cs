using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Scenarios.Tests.Uncertainty;

/// <summary>What a section about unknown settings becomes. Exact.</summary>
public sealed class UncertaintyMappingTests
{
    private const string Parameters = """
        "parameters": [
          { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.09 },
          { "path": "treatments.ideal80.knockdown", "distribution": "beta", "alpha": 8, "beta": 2 }
        ]
        """;

    private const string Second = """{ "name": "late", "treatments": ["ideal80"], "start": { "at": "diagnosis" } }""";

    [Fact]
    public void Little_is_enough()
    {
        var experiments = Map($"\"uncertainty\": {{ {Parameters} }}");

        Assert.Equal(
            [
                new UncertainParameter("disease.death.ratePerMonth", new UniformDistribution(0.04, 0.09)),
                new UncertainParameter("treatments.ideal80.knockdown", new BetaDistribution(8, 2)),
            ],
            experiments.Uncertainty!.Parameters);
        Assert.Empty(experiments.Uncertainty.Correlations);
        Assert.Equal((200, 500), (experiments.Uncertainty.OuterReplicates, experiments.Uncertainty.Patients));
        Assert.Equal(new OutcomeQuestion(1, OutcomeCatalogue.SurvivalMonths, new OutcomeRules { Months = 60 }), experiments.UncertaintyQuestion);
    }

    [Fact]
    public void Everything_can_be_said()
    {
        var experiments = Map($$"""
            "uncertainty": {
              {{Parameters}},
              "correlations": [{ "between": ["treatments.ideal80.knockdown", "disease.death.ratePerMonth"], "value": -0.5 }],
              "outerReplicates": 50, "patients": 100, "arm": "late", "outcome": "alsfrsTotal", "outcomeAtMonths": 24, "recovery": { "points": 2 }
            }
            """, Second);

        Assert.Equal([new ParameterCorrelation(1, 0, -0.5)], experiments.Uncertainty!.Correlations);
        Assert.Equal((50, 100), (experiments.Uncertainty.OuterReplicates, experiments.Uncertainty.Patients));
        Assert.Equal(new OutcomeQuestion(2, OutcomeCatalogue.AlsfrsTotal, new OutcomeRules { Months = 24, RecoveryPoints = 2 }), experiments.UncertaintyQuestion);
    }

    [Fact]
    public void The_arm_is_that_of_the_starts_when_it_names_none() =>
        Assert.Equal(2, Map($"\"timing\": {{ \"arm\": \"late\", \"offsetsMonths\": [0, 6] }}, \"uncertainty\": {{ {Parameters} }}", Second).UncertaintyQuestion!.Arm);

    private static ScenarioExperiments Map(string sections, string anotherArm = "") => WrittenExperiment.Of(sections, anotherArm).Accepted().Experiments;
}
