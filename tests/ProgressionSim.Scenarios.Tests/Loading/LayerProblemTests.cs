namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>Files that extend files. Exact: whole messages.</summary>
public sealed class LayerProblemTests
{
    [Fact]
    public void A_missing_file() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "extends": "populatoin.json",
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .With("population.json", """
            {}
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. extends is "populatoin.json" (scenario.json, line 3).
               There is no such file; names count from the folder of the file that has them.
               Did you mean "population.json"?
            """);

    [Fact]
    public void An_extends_that_is_no_file() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "extends": [5],
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. extends[0] is 5 (scenario.json, line 3).
               It must be the name of a file in quotation marks, or a list of such names.
            """);

    [Fact]
    public void A_circle() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "extends": "a.json",
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .With("a.json", """
            {
              "extends": "scenario.json"
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. extends is "scenario.json" (a.json, line 2).
               The files extend each other in a circle: scenario.json -> a.json -> scenario.json.
            """);

    [Fact]
    public void Problems_in_two_files() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "extends": "sub/a.json", "horizonMonths": 0,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .With("sub/a.json", """
            {
              "seed": 1,
              "stepDays": 0
            }
            """)
            .IsRefused(
            """
            scenario.json: 2 problems, nothing was run.

            1. horizonMonths is 0 (scenario.json, line 3).
               It is a length in months, so it must be a whole number from 1 to 600.
               For five years, write 60.
            2. stepDays is 0 (sub/a.json, line 3).
               It is a length in days, so it must be a number from 0.25 to 31.
               For weekly steps, write 7.
            """);
}
