namespace ProgressionSim.Scenarios.Tests.Documents;

/// <summary>What is no JSON, or says one thing twice. Exact: whole messages.</summary>
public sealed class SyntaxProblemTests
{
    [Fact]
    public void NaN() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "horizonMonths": NaN,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. horizonMonths is NaN (scenario.json, line 3).
               That is not a number that can be computed with.
               Write a finite number.
            """);

    [Fact]
    public void Minus_Infinity() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "stepDays": -Infinity,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. stepDays is -Infinity (scenario.json, line 3).
               That is not a number that can be computed with.
               Write a finite number.
            """);

    [Fact]
    public void A_missing_comma() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": 1 "patients": 5,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. scenario.json is not readable JSON at column 13 (scenario.json, line 3).
               '"' is invalid after a value. Expected either ',', '}', or ']'.
            """);

    [Fact]
    public void An_empty_file() => WrittenScenario.Of("")
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. scenario.json is not readable JSON at column 1 (scenario.json, line 1).
               The file holds no value.
            """);

    [Fact]
    public void A_file_that_is_a_list() => WrittenScenario.Of(
            """
            []
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. scenario.json is an empty list (scenario.json, line 1).
               A scenario file is one object in braces.
            """);

    [Fact]
    public void A_duplicate_key() => WrittenScenario.Of(
            """
            {
              "name": "x",
              "seed": 1, "patients": 10,
              "seed": 2,
              "arms": [ { "name": "untreated" } ]
            }
            """)
            .IsRefused(
            """
            scenario.json: 1 problem, nothing was run.

            1. seed is written twice (scenario.json, line 4).
               It already stands on line 3, and only one value can count.
               Keep one of the two.
            """);
}
