using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Fitting;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Tests.Evidence;

namespace ProgressionSim.Scenarios.Tests.Calibration;

/// <summary>The file that a fit writes: a scenario that extends it has the fitted values, how sure they are and where they come from. Exact; the fit is made by hand.</summary>
public sealed class FittedPopulationTests
{
    private const string Juvenile = "population.subgroups[juvenile].progressionRate.median";
    private const string Threshold = "measures.alsfrs.thresholds[1]";
    private const string Respiratory = "disease.regionVulnerability.respiratory";
    private const string Delay = "population.diagnosticDelayMonths.cv";
    private const string Rate = "disease.death.ratePerMonth";

    [Fact]
    public void A_scenario_that_extends_the_file_has_the_fitted_values()
    {
        var plan = Extending("\"seed\": 1").Plan!;

        Assert.Equal(0.08124, plan.Disease.Death.RatePerMonth[Region.Bulbar]);
        Assert.Equal((1.0, 0.7777), (plan.Disease.RegionVulnerability[Region.Bulbar], plan.Disease.RegionVulnerability[Region.Respiratory]));
        Assert.Equal([0.1, 0.4321, 0.6, 0.8], plan.Measures.FunctionScores.AlsfrsThresholds);
        Assert.Equal(new TruncatedDistribution(LogNormalDistribution.FromMedianAndCv(10.7, 0.8888), 0, 600), plan.Population.Quantities[(int)PatientQuantity.DiagnosticDelayMonths]);
        Assert.Equal(["juvenile", "adult"], plan.Population.Subgroups.Select(group => group.Name), StringComparer.Ordinal);
        Assert.Equal(new TruncatedDistribution(LogNormalDistribution.FromMedianAndCv(2.869, 0.5), 0, 100), plan.Population.Subgroups[0].Overrides[PatientQuantity.ProgressionRate]);
        Assert.Equal(LogNormalDistribution.FromMedianAndCv(1, 0.5), plan.Population.Subgroups[1].Overrides[PatientQuantity.ProgressionRate]);
    }

    [Fact]
    public void And_how_sure_they_are()
    {
        var plan = Extending("\"uncertainty\": {}").Experiments.Uncertainty!;

        Assert.Equal([Rate, Juvenile, Threshold, Respiratory, Delay], plan.Parameters.Select(parameter => parameter.Path), StringComparer.Ordinal);
        var rate = Assert.IsType<TruncatedDistribution>(plan.Parameters[0].Distribution);
        Assert.Equal((0.01, 0.3), (rate.Minimum, rate.Maximum));
        Assert.Equal(0.2, Assert.IsType<LogNormalDistribution>(rate.Inner).LogSd, 1e-4);
        Assert.Equal(0.08124, rate.Inner.Median, 1e-12);
        Assert.Equal(new NormalDistribution(0.4321, 0.01), plan.Parameters[2].Distribution);
        Assert.Equal([new ParameterCorrelation(0, 1, 0.5), new ParameterCorrelation(1, 2, -0.26)], plan.Correlations);
    }

    [Fact]
    public void Only_what_the_scenario_keeps_is_uncertain() =>
        Assert.Equal(
            [Rate, Threshold, Delay],
            Extending("""
                "uncertainty": {}, "disease": { "regionVulnerability": { "respiratory": 0.6 } },
                "population": { "subgroups": [ { "name": "juvenile", "share": 1, "progressionRate": { "distribution": "logNormal", "median": 3, "cv": 0.5 } } ] }
                """).Experiments.Uncertainty!.Parameters.Select(parameter => parameter.Path),
            StringComparer.Ordinal);

    [Fact]
    public void Assumptions_name_the_fit()
    {
        var assumptions = Extending("\"seed\": 1").Plan!.Assumptions.ToDictionary(assumption => assumption.Path, StringComparer.Ordinal);

        Assert.Equal(
            ("Fitted with 4 other settings to 1 quantities of evidence/fus-als.json; disease.death.ratePerMonth 0.08124, 95 % interval 0.05555 to 0.11", Confidence.Medium),
            (assumptions[Rate].Source, assumptions[Rate].Confidence));
        Assert.Equal(
            (
                $"Fitted with 4 other settings to 1 quantities of evidence/fus-als.json; {Juvenile} 2.869, 95 % interval 2 to 4, which is hardly narrower than what was assumed beforehand",
                Confidence.Low),
            (assumptions["population.subgroups[juvenile].progressionRate"].Source, assumptions["population.subgroups[juvenile].progressionRate"].Confidence));
        Assert.All(
            (IEnumerable<string>)["measures.alsfrs.thresholds", "disease.regionVulnerability", "population.diagnosticDelayMonths"],
            path => Assert.StartsWith("Fitted with 4 other settings", assumptions[path].Source, StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_fitted_in_a_list_keeps_its_source()
    {
        var assumptions = Extending("\"seed\": 1").Plan!.Assumptions.ToDictionary(assumption => assumption.Path, StringComparer.Ordinal);

        Assert.Equal(("A registry", Confidence.High), (assumptions["population.subgroups[adult].progressionRate"].Source, assumptions["population.subgroups[adult].progressionRate"].Confidence));
    }

    [Fact]
    public void It_says_how_it_was_made() =>
        Assert.StartsWith(
            """
            // Written by progsim calibrate scenario.json, version 9.9, seed 7: 1234 sets of values of 3000 patients,
            // 10000 patients for the intervals; loss 25.5 before, 3.125 after. Do not edit: run it again.
            {
            """,
            Written(),
            StringComparison.Ordinal);

    [Fact]
    public void A_part_of_a_plain_number_and_an_item_by_its_number_have_a_place()
    {
        const string bulbar = "disease.death.ratePerMonth.bulbar";
        const string adult = "population.subgroups[1].progressionRate.cv";
        var scenario = Scenario($"{Belief(bulbar, "0.07")}, {Belief(adult, "0.5")}").Accepted();
        var text = FittedPopulation.Write(scenario, Fit(scenario, [0.0999, 0.6], 0.3), "9.9");
        var plan = Extending(text, "\"seed\": 1").Plan!;

        Assert.Equal(new RegionValues(0.0999, 0.072, 0.072, 0.072), plan.Disease.Death.RatePerMonth);
        Assert.Equal(LogNormalDistribution.FromMedianAndCv(1, 0.6), plan.Population.Subgroups[1].Overrides[PatientQuantity.ProgressionRate]);
        Assert.StartsWith("Fitted with 1 other", Assert.Single(plan.Assumptions, each => each.Path == "population.subgroups[adult].progressionRate").Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Correlations_that_cannot_hold_after_rounding_are_shrunk()
    {
        var scenario = Scenario().Accepted();
        var fit = Fit(scenario, [0.08124, 2.869, 0.4321, 0.7777, 0.8888], 0.3) with
        {
            Correlations = [new(0, 1, 0.9), new(1, 2, 0.9), new(0, 2, 0.61)],
        };
        var plan = Extending(FittedPopulation.Write(scenario, fit, "9.9"), "\"uncertainty\": {}").Experiments.Uncertainty!;

        Assert.Equal([(0, 1), (1, 2), (0, 2)], plan.Correlations.Select(pair => (pair.First, pair.Second)));
        Assert.All(plan.Correlations.Zip(fit.Correlations), pair => Assert.InRange(pair.First.Value / pair.Second.Value, 0.9, 1));
        Assert.True(GaussianCopula.IsPositiveDefinite(5, [.. plan.Correlations.Select(pair => (pair.First, pair.Second, pair.Value))]));
    }

    [Theory]
    [InlineData("calibration-fus-als", "fus-als")]
    [InlineData("fus-als", "fus-als")]
    public void A_fit_has_the_name_of_its_scenario(string scenario, string name) => Assert.Equal(name, FittedPopulation.NameOf(scenario));

    private static string Beliefs => string.Join(
        ",\n",
        Belief(Rate, "0.07", """, "min": 0.01, "max": 0.3"""),
        Belief(Juvenile, "2.5"),
        $$"""{ "path": "{{Threshold}}", "distribution": "normal", "mean": 0.4, "sd": 0.02 }""",
        Belief(Respiratory, "0.6"),
        Belief(Delay, "0.9"));

    private static string Belief(string path, string median, string limits = "") => $$"""{ "path": "{{path}}", "distribution": "logNormal", "median": {{median}}, "cv": 0.3{{limits}} }""";

    private static WrittenScenario Scenario(string? parameters = null) => WrittenScenario.Of($$"""
        {
          "name": "calibration-fus-als", "seed": 7, "extends": "base.json",
          "calibration": { "targets": "evidence/fus-als.json", "parameters": [
            {{parameters ?? Beliefs}} ] },
          "arms": [ { "name": "untreated" } ]
        }
        """)
        .With("base.json", Base)
        .With("evidence/fus-als.json", $"{{ {WrittenEvidence.Section(WrittenEvidence.Quantity("a", """{ "kind": "survivalMedian" }""", use: "fit"))} }}");

    private static string Base => $$"""
        {
          {{WrittenEvidence.Population}},
          "measures": { "alsfrs": { "thresholds": [0.1, 0.4, 0.6, 0.8] } },
          "disease": { "regionVulnerability": { "bulbar": 1, "cervical": 1, "respiratory": 0.6, "lumbosacral": 1 } },
          "sources": { "population.subgroups[adult]": { "source": "A registry", "confidence": "high" } }
        }
        """;

    private static CalibrationResult Fit(ScenarioResult scenario, double[] values, double shrinkage)
    {
        var plan = scenario.Experiments.Calibration!;
        FittedParameter Fitted(CalibratedParameter parameter, double value) =>
            new(parameter, value, value / 1.5, value * 1.5, parameter.IsLogarithmic ? 0.2 : 0.01, shrinkage, IsAtLimit: false);

        return new CalibrationResult
        {
            Plan = plan,
            Parameters = [.. plan.Parameters.Zip(values, Fitted)],
            Correlations = [],
            OpenDirections = [],
            Trace = [],
            Quantities = [],
            Loss = (25.5, 3.125),
            Evaluations = 1234,
            ElapsedSeconds = 1,
        };
    }

    private static string Written()
    {
        var scenario = Scenario().Accepted();
        var fit = Fit(scenario, [0.0812351, 2.869, 0.4321, 0.7777, 0.8888], 0.3);
        fit = fit with
        {
            Parameters =
            [
                fit.Parameters[0] with { Low = 0.0555512, High = 0.11 },
                fit.Parameters[1] with { Low = 2, High = 4, Shrinkage = 0.9 },
                .. fit.Parameters.Skip(2),
            ],
            Correlations = [new(0, 1, 0.5), new(0, 2, 0.04), new(1, 2, -0.256)],
        };
        return FittedPopulation.Write(scenario, fit, "9.9");
    }

    private static ScenarioResult Extending(string settings) => Extending(Written(), settings);

    private static ScenarioResult Extending(string text, string settings) =>
        WrittenScenario.Of($$"""
            {
              "name": "x", "extends": ["base.json", "fitted.json"], {{settings}},
              "treatments": { "ideal": { "kind": "knockdown", "knockdown": 0.8 } },
              "arms": [ { "name": "untreated" }, { "name": "treated", "treatments": ["ideal"], "start": { "at": "diagnosis" } } ]
            }
            """)
            .With("base.json", Base)
            .With("fitted.json", text)
            .Accepted();
}
