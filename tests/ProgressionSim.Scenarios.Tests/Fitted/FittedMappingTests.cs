using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Tests.Evidence;

namespace ProgressionSim.Scenarios.Tests.Fitted;

/// <summary>Which fitted settings are uncertain in a scenario: those it leaves as they were fitted. Exact.</summary>
public sealed class FittedMappingTests
{
    private const string Rate = "disease.death.ratePerMonth";
    private const string Focus = "disease.focusFraction";
    private const string Exponent = "disease.death.proteinExponent";

    private const string Population = """
        {
          "disease": { "focusFraction": 0.004, "death": { "ratePerMonth": 0.08, "proteinExponent": 2 } },
          "fitted": { "als": {
            "parameters": [
              { "path": "disease.death.ratePerMonth", "distribution": "normal", "mean": 0.08, "sd": 0.01, "min": 0.02, "max": 0.2 },
              { "path": "disease.focusFraction", "distribution": "normal", "mean": 0.004, "sd": 0.0001, "min": 0.002, "max": 0.01 },
              { "path": "disease.death.proteinExponent", "distribution": "normal", "mean": 2, "sd": 0.2, "min": 1, "max": 4 }
            ],
            "correlations": [
              { "between": ["disease.death.ratePerMonth", "disease.focusFraction"], "value": 0.4 },
              { "between": ["disease.focusFraction", "disease.death.proteinExponent"], "value": -0.3 }
            ] } }
        }
        """;

    [Fact]
    public void All_of_them_where_the_scenario_changes_none()
    {
        var plan = Map("\"uncertainty\": { \"outerReplicates\": 20 }").Uncertainty!;

        Assert.Equal(
            [
                new UncertainParameter(Rate, new TruncatedDistribution(new NormalDistribution(0.08, 0.01), 0.02, 0.2)),
                new UncertainParameter(Focus, new TruncatedDistribution(new NormalDistribution(0.004, 0.0001), 0.002, 0.01)),
                new UncertainParameter(Exponent, new TruncatedDistribution(new NormalDistribution(2, 0.2), 1, 4)),
            ],
            plan.Parameters);
        Assert.Equal([new ParameterCorrelation(0, 1, 0.4), new ParameterCorrelation(1, 2, -0.3)], plan.Correlations);
        Assert.Equal(20, plan.OuterReplicates);
    }

    [Fact]
    public void A_setting_that_the_scenario_changes_is_known_and_has_no_correlation()
    {
        var plan = Map("\"uncertainty\": {}, \"disease\": { \"death\": { \"ratePerMonth\": 0.081 } }").Uncertainty!;

        Assert.Equal([Focus, Exponent], plan.Parameters.Select(parameter => parameter.Path), StringComparer.Ordinal);
        Assert.Equal([new ParameterCorrelation(0, 1, -0.3)], plan.Correlations);
    }

    [Fact]
    public void The_same_value_written_again_is_no_change() =>
        Assert.Equal(3, Map("\"uncertainty\": {}, \"disease\": { \"death\": { \"ratePerMonth\": 8e-2 } }").Uncertainty!.Parameters.Count);

    [Fact]
    public void What_the_scenario_says_itself_wins()
    {
        var plan = Map($$"""
            "uncertainty": {
              "parameters": [
                { "path": "disease.compensation.maximumEnlargement", "distribution": "uniform", "min": 2, "max": 3 },
                { "path": "{{Focus}}", "distribution": "uniform", "min": 0.003, "max": 0.005 } ],
              "correlations": [{ "between": ["disease.compensation.maximumEnlargement", "{{Focus}}"], "value": 0.2 }]
            }
            """).Uncertainty!;

        Assert.Equal(["disease.compensation.maximumEnlargement", Focus, Rate, Exponent], plan.Parameters.Select(parameter => parameter.Path), StringComparer.Ordinal);
        Assert.Equal(new UniformDistribution(0.003, 0.005), plan.Parameters[1].Distribution);
        Assert.Equal([new ParameterCorrelation(0, 1, 0.2)], plan.Correlations);
    }

    [Fact]
    public void They_may_count_as_known()
    {
        var plan = Map($"\"uncertainty\": {{ \"fitted\": false, \"parameters\": [{{ \"path\": \"{Rate}\", \"distribution\": \"uniform\", \"min\": 0.07, \"max\": 0.09 }}] }}").Uncertainty!;

        Assert.Equal(new UncertainParameter(Rate, new UniformDistribution(0.07, 0.09)), Assert.Single(plan.Parameters));
        Assert.Empty(plan.Correlations);
    }

    [Fact]
    public void Evidence_is_predicted_with_them()
    {
        var evidence = WrittenEvidence.Section(WrittenEvidence.Quantity("a", """{ "kind": "survivalMedian" }"""));
        var plan = Map(evidence).EvidenceUncertainty!;

        Assert.Equal([Rate, Focus, Exponent], plan.Parameters.Select(parameter => parameter.Path), StringComparer.Ordinal);
        Assert.Equal((100, 1000), (plan.OuterReplicates, plan.Patients));
        Assert.Null(Map($"{evidence}, \"disease\": {{ \"focusFraction\": 0.1, \"death\": {{ \"ratePerMonth\": 0.1, \"proteinExponent\": 1 }} }}").EvidenceUncertainty);
    }

    [Fact]
    public void Where_nothing_is_unknown_the_section_needs_parameters()
    {
        const string message = """
            scenario.json: 1 problem, nothing was run.

            1. uncertainty.parameters is missing (scenario.json, line 8).
               Nothing else is unknown: the scenario uses no setting as it was fitted to evidence.
               For example [ { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.05, "max": 0.1 } ].
            """;

        WrittenExperiment.Of("\"uncertainty\": {}").IsRefused(message);
        Extending("\"uncertainty\": { \"fitted\": false }").IsRefused(message);
        Extending("\"uncertainty\": {}, \"disease\": { \"focusFraction\": 0.1, \"death\": { \"ratePerMonth\": 0.1, \"proteinExponent\": 1 } }").IsRefused(message);
    }

    private static WrittenScenario Extending(string sections) => WrittenExperiment.Of($"{sections}, \"extends\": \"population.json\"").With("population.json", Population);

    private static ScenarioExperiments Map(string sections) => Extending(sections).Accepted().Experiments;
}
