namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>Values on the command line. Exact: whole messages.</summary>
public sealed class OverrideProblemTests
{
    [Fact]
    public void A_set_without_a_value() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": 1,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .Set("horizonMonths")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. "horizonMonths" does not set anything (--set horizonMonths).
               --set takes a path, an equals sign and a value.
               For example --set horizonMonths=60.
            """);

    [Fact]
    public void A_set_of_an_unknown_path() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": 1,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .Set("horizonMoths=60")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. horizonMoths is not a known setting (--set horizonMoths=60).
               Did you mean "horizonMonths"?
            """);

    [Fact]
    public void A_set_of_an_unknown_path_within() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": 1,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .Set("disease.death.ratPerMonth=0.1")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. disease.death.ratPerMonth is not a known setting (--set disease.death.ratPerMonth=0.1).
               Did you mean "ratePerMonth"?
            """);

    [Fact]
    public void A_set_of_no_path() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": 1,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .Set("a..b=1")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. "a..b" is not a path (--set a..b=1).
               A path is names with dots, and numbers or names of list items in square brackets.
               For example arms[0].start.offsetMonths.
            """);

    [Fact]
    public void A_set_of_an_item_that_is_not_there() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": 1,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .Set("arms[1].name=b")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[1] does not exist (--set arms[1].name=b).
               arms has 1 item, numbered from 0. Their names are "untreated".
            """);

    [Fact]
    public void A_set_of_a_name_that_is_not_there() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": 1,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .Set("arms[untreatd].name=b")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. arms[untreatd] does not exist (--set arms[untreatd].name=b).
               arms has 1 item, numbered from 0. Their names are "untreated".
               Did you mean "untreated"?
            """);

    [Fact]
    public void A_set_of_a_wrong_value() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": 1,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .Set("horizonMonths=-3")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. horizonMonths is -3 (--set horizonMonths=-3).
               It is a length in months, so it must be a whole number from 1 to 600.
               For five years, write 60.
            """);

    [Fact]
    public void A_set_of_an_unknown_treatment() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "treatments": { "drug": { "kind": "rateRatio" } },
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .Set("treatments.drg.stressRatio=0.5")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. treatments.drg is not a known setting (--set treatments.drg.stressRatio=0.5).
               Did you mean "drug"?
            """);

    [Fact]
    public void A_set_below_a_number() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": 1,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .Set("seed.low=1")
            .Set("arms[0].name[0]=1")
            .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. seed.low does not exist (--set seed.low=1).
               seed is 1, which has no parts with names.
            2. arms[0].name[0] does not exist (--set arms[0].name[0]=1).
               arms[0].name is "untreated", which has no items.
            """);
}
