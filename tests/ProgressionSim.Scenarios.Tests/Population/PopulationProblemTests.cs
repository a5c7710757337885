namespace ProgressionSim.Scenarios.Tests.Population;

/// <summary>Correlations and subgroups. Exact: whole messages.</summary>
public sealed class PopulationProblemTests
{
    [Fact]
    public void An_unknown_quantity_in_a_correlation() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "correlations": [ { "between": ["progressionRate", "age"], "value": -0.4 } ] },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.correlations[0].between[1] is "age" (scenario.json, line 3).
               It must be one of "progressionRate", "ageAtBiologicalOnsetYears", "onsetRegion", "diagnosticDelayMonths", "enrolmentMonths", "regionVulnerabilityFactor", "baselineSvcPercent", "betweenRegionRatePerMonth", "treatedRecoveryRatePerMonth".
            """);

    [Fact]
    public void A_correlation_of_1() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "correlations": [ { "between": ["progressionRate", "diagnosticDelayMonths"], "value": 1 } ] },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.correlations[0].value is 1 (scenario.json, line 3).
               It is a correlation, so it must be a number more than -1 and less than 1.
            """);

    [Fact]
    public void A_pair_twice() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "correlations": [ { "between": ["progressionRate", "diagnosticDelayMonths"], "value": 0.1 }, { "between": ["diagnosticDelayMonths", "progressionRate"], "value": 0.2 } ] },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.correlations[1] repeats the pair diagnosticDelayMonths and progressionRate (scenario.json, line 3).
               Two quantities have one correlation.
               Keep one of the two.
            """);

    [Fact]
    public void Correlations_that_cannot_be() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "correlations": [
                { "between": ["progressionRate", "ageAtBiologicalOnsetYears"], "value": 0.9 },
                { "between": ["ageAtBiologicalOnsetYears", "diagnosticDelayMonths"], "value": 0.9 },
                { "between": ["progressionRate", "diagnosticDelayMonths"], "value": -0.9 } ] },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.correlations is not positive definite (scenario.json, line 6).
               No numbers can have all the correlations stated between progressionRate, ageAtBiologicalOnsetYears, diagnosticDelayMonths; a pair that is not stated counts as 0.
               Make some of them weaker.
            """);

    [Fact]
    public void Subgroup_shares_above_1() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "subgroups": [ { "name": "a", "share": 0.6 }, { "name": "b", "share": 0.5 } ] },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.subgroups has shares that add to 1.1 (scenario.json, line 3).
               They are shares of all patients, so together they must be at most 1.
            """);

    [Fact]
    public void Subgroups_of_one_name() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "subgroups": [ { "name": "a", "share": 0.6 }, { "name": "a", "share": 0.3 } ] },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.subgroups[1].name is "a" (scenario.json, line 3).
               population.subgroups[0] has that name already, and each subgroup needs one of its own.
            """);

    [Fact]
    public void A_subgroup_with_an_unknown_quantity() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "population": { "subgroups": [ { "name": "a", "share": 0.6, "progresionRate": 2 } ] },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. population.subgroups[0].progresionRate is not a known setting (scenario.json, line 3).
               Did you mean "progressionRate"?
            """);
}
