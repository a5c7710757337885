namespace ProgressionSim.Scenarios.Tests.Disease;

/// <summary>Disease and measures. Exact: whole messages.</summary>
public sealed class DiseaseProblemTests
{
    [Fact]
    public void A_negative_rate() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": { "death": { "ratePerMonth": -0.06 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease.death.ratePerMonth is -0.06 (scenario.json, line 3).
               It is a rate per neuron per month, so it must be a number from 0 to 100.
            """);

    [Fact]
    public void A_probability_above_1() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "measures": { "motorUnitNumber": { "cv": 1.5 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. measures.motorUnitNumber.cv is 1.5 (scenario.json, line 3).
               It is a coefficient of variation, so it must be a number from 0 to 1.
            """);

    [Fact]
    public void An_unknown_region() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": { "regionVulnerability": { "thoracic": 1, "lumbsacral": 1 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. disease.regionVulnerability.thoracic is not a known region (scenario.json, line 3).
               Regions are bulbar, cervical, respiratory, lumbosacral.
            2. disease.regionVulnerability.lumbsacral is not a known region (scenario.json, line 3).
               Regions are bulbar, cervical, respiratory, lumbosacral.
               Did you mean "lumbosacral"?
            """);

    [Fact]
    public void A_region_out_of_range() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": { "motorNeuronsPerRegion": { "bulbar": 99 } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease.motorNeuronsPerRegion.bulbar is 99 (scenario.json, line 3).
               It is a number of motor neurons, so it must be a whole number from 100 to 20,000.
            """);

    [Fact]
    public void Thresholds_that_fall() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "measures": { "alsfrs": { "thresholds": [0.3, 0.2, 0.7, 0.9] } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. measures.alsfrs.thresholds[1] is 0.2 (scenario.json, line 3).
               It must be more than the number before it.
            """);

    [Fact]
    public void Three_thresholds() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "measures": { "alsfrs": { "thresholds": [0.3, 0.5, 0.7] } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. measures.alsfrs.thresholds is a list (scenario.json, line 3).
               It is a list of 4 rising numbers in square brackets.
            """);

    [Fact]
    public void Contiguity_of_three_rows() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": { "stress": { "contiguity": [[0, 1, 1, 1], [1, 0, 1, 1], [1, 1, 0, 1]] } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease.stress.contiguity is a list (scenario.json, line 3).
               It is a table of four rows (receiving region) with four numbers each (sending region), in the order bulbar, cervical, respiratory, lumbosacral.
            """);

    [Fact]
    public void Contiguity_with_itself() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": { "stress": { "contiguity": [[0, 1, 1, 1], [1, 0.5, 1, 1], [1, 1, 0, 1], [1, 1, 1, 0]] } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease.stress.contiguity[1][1] is 0.5 (scenario.json, line 3).
               A region does not spread to itself here, so the diagonal must be 0.
               Spread within a region is disease.stress.withinRegionRatePerMonth.
            """);

    [Fact]
    public void Negative_contiguity() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": { "stress": { "contiguity": [[0, 1, 1, 1], [-1, 0, 1, 1], [1, 1, 0, 1], [1, 1, 1, 0]] } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease.stress.contiguity[1][0] is -1 (scenario.json, line 3).
               It is a factor, so it must be a number from 0 to 100.
            """);

    [Fact]
    public void Motor_unit_shares_that_do_not_add_to_1() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": { "motorUnitTypes": [ { "name": "fast", "share": 0.5, "vulnerability": 1 }, { "name": "slow", "share": 0.4, "vulnerability": 0.5 } ] },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease.motorUnitTypes has shares that add to 0.9 (scenario.json, line 3).
               They are shares of a region's motor neurons, so together they must be 1.
            """);

    [Fact]
    public void Motor_unit_types_of_one_name() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "disease": { "motorUnitTypes": [ { "name": "fast", "share": 0.5, "vulnerability": 1 }, { "name": "Fast", "share": 0.5, "vulnerability": 0.5 } ] },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease.motorUnitTypes[1].name is "Fast" (scenario.json, line 3).
               disease.motorUnitTypes[0] has that name already, and each motor-unit type needs one of its own.
            """);
}
