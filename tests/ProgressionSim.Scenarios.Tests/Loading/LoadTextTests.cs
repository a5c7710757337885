using System.Text;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Tests.Loading;

/// <summary>Scenarios that are no files. Exact: whole messages.</summary>
public sealed class LoadTextTests
{
    private const string Complete =
        """
        {
          "$schema": "scenario.schema.json",
          "name": "x",
          "patients": 700,
          "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 } },
          "arms": [ { "name": "untreated" }, { "name": "early", "treatments": ["ideal80"], "start": { "at": "symptomOnset" } } ]
        }
        """;

    [Fact]
    public void A_text_gives_the_plan_of_a_file_with_that_text()
    {
        var file = WrittenScenario.Of(Complete).Set("seed=7").Accepted();
        var text = Load(Complete, "seed=7");

        Assert.True(text.Succeeded);
        Assert.Equal(file.Scenario!.CanonicalJson, text.Scenario.CanonicalJson);
        Assert.Equal(file.Scenario.Sha256, text.Plan.ScenarioSha256);
        Assert.Equal((7u, 700L, 2), (text.Plan.Seed, text.Plan.Patients, text.Plan.Arms.Count));
        Assert.Equal("posted", text.File);
    }

    [Fact]
    public void Problems_are_those_of_a_file() => IsRefused(
        """
        {
          "name": "x",
          "horizonMonths": 0,
          "arms": [ { "name": "untreated" } ]
        }
        """,
        """
        posted: 1 problem, nothing was run.

        1. horizonMonths is 0 (posted, line 3).
           It is a length in months, so it must be a whole number from 1 to 600.
           For five years, write 60.
        """);

    [Fact]
    public void It_extends_no_file_although_there_is_one()
    {
        var path = Path.Combine(ShippedFiles.Folder, "early-vs-late.json").Replace('\\', '/');
        Assert.True(File.Exists(path));
        IsRefused(
            $$"""
            {
              "extends": "{{path}}",
              "name": "x",
              "arms": [ { "name": "untreated" } ]
            }
            """,
            $"""
            posted: 1 problem, nothing was run.

            1. extends is {Shown($"\"{path}\"")} (posted, line 2).
               A scenario that is not read from a file stands on its own, so it extends no files.
               Write the settings of that file into the scenario.
            """);
    }

    [Fact]
    public void It_extends_no_list_of_files() => IsRefused(
        """
        {
          "extends": [
            "a.json",
            "../\u0000b.json" ],
          "name": "x",
          "arms": [ { "name": "untreated" } ]
        }
        """,
        """
        posted: 2 problems, nothing was run.

        1. extends[0] is "a.json" (posted, line 3).
           A scenario that is not read from a file stands on its own, so it extends no files.
           Write the settings of that file into the scenario.
        2. extends[1] is "../\u0000b.json" (posted, line 4).
           A scenario that is not read from a file stands on its own, so it extends no files.
           Write the settings of that file into the scenario.
        """);

    [Fact]
    public void Its_fit_reads_no_evidence() => IsRefused(
        """
        {
          "name": "x",
          "arms": [ { "name": "untreated" } ],
          "calibration": {
            "targets": "evidence/general-als.json",
            "parameters": [ { "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.07, "cv": 0.3 } ]
          }
        }
        """,
        """
        posted: 2 problems, nothing was run.

        1. calibration has nothing to fit to (posted, line 4).
           The evidence must hold at least one quantity with "use": "fit".
           Name a file of evidence in calibration.targets.
        2. calibration.targets is "evidence/general-als.json" (posted, line 5).
           A scenario that is not read from a file stands on its own, so it extends no files.
           Leave out the section calibration; only a fit needs it.
        """);

    [Fact]
    public void A_text_that_is_no_object() => IsRefused(
        "[1]",
        """
        posted: 1 problem, nothing was run.

        1. posted is a list (posted, line 1).
           A scenario file is one object in braces.
        """);

    [Fact]
    public void An_empty_text() => IsRefused(
        "",
        """
        posted: 1 problem, nothing was run.

        1. posted is not readable JSON at column 1 (posted, line 1).
           The file holds no value.
        """);

    private static ScenarioResult Load(string text, params string[] sets) => ScenarioLoader.LoadText(Encoding.UTF8.GetBytes(text), "posted", sets);

    private static string Shown(string typed) => typed.Length <= 80 ? typed : typed[..80] + "...";

    private static void IsRefused(string text, string message)
    {
        var result = Load(text);
        Assert.Null(result.Plan);
        Assert.Equal(message, ProblemText.Render(result.File, result.Problems).TrimEnd('\n'));
    }
}
