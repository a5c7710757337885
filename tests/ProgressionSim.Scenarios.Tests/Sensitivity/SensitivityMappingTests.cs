using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Sensitivity;

namespace ProgressionSim.Scenarios.Tests.Sensitivity;

/// <summary>What a section about parameters that matter becomes. Exact.</summary>
public sealed class SensitivityMappingTests
{
    private const string Parameters = """
        "parameters": [
          { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.09 },
          { "path": "treatments.ideal80.knockdown", "distribution": "normal", "mean": 0.8, "sd": 0.2, "min": 0.5 },
          { "path": "population.progressionRate", "distribution": "logNormal", "median": 1, "cv": 0.1 },
          { "path": "population.diagnosticDelayMonths.cv", "distribution": "triangular", "min": 0.2, "mode": 0.5, "max": 900 }
        ]
        """;

    [Fact]
    public void Little_is_enough()
    {
        var plan = Map($"\"sensitivity\": {{ {Parameters} }}");

        Assert.Equal(new OutcomeQuestion(1, OutcomeCatalogue.SurvivalMonths, new OutcomeRules { Months = 60 }), plan.Question);
        Assert.Equal((SensitivityMethod.Sobol, 1024, 200), (plan.Method, plan.BasePoints, plan.Patients));
        Assert.Equal(
            [
                new UncertainParameter("disease.death.ratePerMonth", new UniformDistribution(0.04, 0.09)),
                new UncertainParameter("treatments.ideal80.knockdown", new TruncatedDistribution(new NormalDistribution(0.8, 0.2), 0.5, 1)),
                new UncertainParameter("population.progressionRate", new TruncatedDistribution(LogNormalDistribution.FromMedianAndCv(1, 0.1), 0, 100)),
                new UncertainParameter("population.diagnosticDelayMonths.cv", new TriangularDistribution(0.2, 0.5, 900)),
            ],
            plan.Parameters.Select((parameter, index) => index == 2 ? parameter with { Distribution = Within0To100(parameter.Distribution) } : parameter));
    }

    [Fact]
    public void Morris_has_trajectories()
    {
        var plan = Map($"\"sensitivity\": {{ \"method\": \"morris\", {Parameters}, \"outcome\": \"alive\", \"outcomeAtMonths\": 12, \"patients\": 50 }}");

        Assert.Equal((SensitivityMethod.Morris, 50, 50), (plan.Method, plan.BasePoints, plan.Patients));
        Assert.Equal(new OutcomeQuestion(1, OutcomeCatalogue.Alive, new OutcomeRules { Months = 12 }), plan.Question);
        Assert.Equal(20, Map($"\"sensitivity\": {{ \"method\": \"morris\", \"trajectories\": 20, {Parameters} }}").BasePoints);
    }

    // So narrow a distribution has nothing to lose at the limits of its setting, and is left as it is.
    private static Distribution Within0To100(Distribution distribution) =>
        distribution is LogNormalDistribution ? new TruncatedDistribution(distribution, 0, 100) : distribution;

    private static SensitivityPlan Map(string sections) => WrittenExperiment.Of(sections).Accepted().Experiments.Sensitivity!;
}
