using System.Text.Json;

namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>The commands about trials: what they write, say and refuse.</summary>
public sealed class TrialCommandTests : IDisposable
{
    // Statistical patients, so that a trial takes no time.
    private const string Scenario = """
        {
          "formatVersion": 1, "name": "small", "title": "A small trial", "seed": 7,
          "trial": {
            "arms": [{ "name": "placebo" }, { "name": "active", "arm": "better" }],
            "patients": 60, "replicates": 200,
            "recruitment": { "ratePerMonth": 10 },
            "visits": { "weeks": [0, 13, 26, 39, 52] },
            "endpoints": [{ "name": "slope", "analysis": "randomSlope", "measure": "alsfrsTotal" }],
            "generator": {
              "kind": "randomSlope", "interceptMean": 38, "interceptSd": 5, "slopeMean": -1, "slopeSd": 0.6, "correlation": 0.2, "residualSd": 1.8,
              "effects": { "better": { "slopeDifferencePerMonth": 0.5 } }
            }
          }
        }
        """;

    private readonly TemporaryFolder folder = new();

    public TrialCommandTests() => File.WriteAllText(folder.At("small.json"), Scenario);

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_trial_writes_its_results_and_the_data_asked_for()
    {
        var result = folder.Run("trial", "small.json", "--export", "3").Succeeded();
        Assert.Contains("200 simulated trials", result.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        foreach (var file in (string[])["summary.json", "report.html", "figures/overview.png", "tables/endpoints.csv", "data/trial-3/alternative/subjects.csv", "data/trial-3/null/visits.csv"])
        {
            Assert.True(File.Exists(folder.At("results/small/" + file)), file);
        }

        using var summary = JsonDocument.Parse(File.ReadAllBytes(folder.At("results/small/summary.json")));
        var root = summary.RootElement;
        Assert.Equal(("small", 7, 60, 200, "trial"), (Text(root, "scenario"), Whole(root, "seed"), Whole(root, "patients"), Whole(root, "replicates"), Text(root, "job")));
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        foreach (var command in (string[][])[["trial", "small.json"], ["size", "small.json", "--precision", "0.2"]])
        {
            var one = Files([.. command, "--threads", "1"]);
            foreach (var threads in new[] { "2", "5" })
            {
                Assert.Empty(ResultFiles.Differing(one, Files([.. command, "--threads", threads])));
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_size_and_its_power_stand_in_the_answer()
    {
        var result = folder.Run("size", "small.json", "--power", "0.8", "--precision", "0.1", "--format", "json").Succeeded();
        using var answer = JsonDocument.Parse(result.Output);
        Assert.Contains("80 %", Text(answer.RootElement, "answer"), StringComparison.Ordinal);
        Assert.True(File.Exists(folder.At("results/small-size/report.html")));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Trials_are_compared_by_name()
    {
        File.WriteAllText(folder.At("other.json"), """{ "extends": "small.json", "name": "other", "trial": { "patients": 90 } }""");
        folder.Run("compare", "small.json", "other.json", "--replicates", "100").Succeeded();
        Assert.True(File.Exists(folder.At("results/compare-small-other/report.html")));
        folder.Run("compare", "small.json", "small.json").Refused(
            "Two of the scenarios are named small; nothing was run.\n   Tables and figures tell designs by their name, so each needs one of its own.");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Results_of_another_job_are_moved_aside()
    {
        folder.Run("trial", "small.json", "--out", "out").Succeeded();
        var moved = folder.Run("size", "small.json", "--precision", "0.3", "--out", "out").Succeeded();
        Assert.Contains("Other results stood in out", moved.Output, StringComparison.Ordinal);
        folder.Run("size", "small.json", "--precision", "0.3", "--power", "0.8", "--out", "out").Succeeded();
        Assert.Equal(3, Directory.EnumerateDirectories(folder.FullPath, "out*").Count());
    }

    [Theory]
    [InlineData("trial small.json --export -1", "--export is -1; nothing was run.\n   It is the number of a simulated trial, so it must be a whole number from 0 to 199.")]
    [InlineData("trial small.json --export 200", "--export is 200; nothing was run.\n   It is the number of a simulated trial, so it must be a whole number from 0 to 199.")]
    [InlineData(
        "size small.json --power 1.2",
        "--power is 1.2; nothing was run.\n   It is a probability, so it must be a number above trial.alpha (0.05) and at most 0.999. For 90 %, write 0.9.")]
    [InlineData(
        "size small.json --power 0.05",
        "--power is 0.05; nothing was run.\n   It is a probability, so it must be a number above trial.alpha (0.05) and at most 0.999. For 90 %, write 0.9.")]
    [InlineData(
        "size small.json --precision 0",
        "--precision is 0; nothing was run.\n   It is a share of the number of patients, so it must be a number from 0.001 to 0.5. For 3 %, write 0.03.")]
    [Trait("Evidence", "Exact")]
    public void Options_that_cannot_be_used_are_refused(string line, string message)
    {
        folder.Run(line.Split(' ')).Refused(message);
        Assert.Equal(["small.json"], folder.Entries(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_scenario_without_a_trial_is_refused()
    {
        File.WriteAllText(folder.At("plain.json"), """{ "formatVersion": 1, "name": "plain", "arms": [{ "name": "untreated" }] }""");
        folder.Run("trial", "plain.json").Refused(
            "plain.json has no trial section; nothing was run.\n   Add one, or take a scenario that has: 'progsim scenarios' lists those in trials/.");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Problems_of_a_trial_are_listed_together_and_nothing_is_written()
    {
        var result = folder.Run(
            "trial", "small.json", "--patients", "1000000000", "--set", "trial.alpha=1.2", "--set", "trial.primary=slop", "--set", "trial.visits.weeks=[0,13,13]");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        foreach (var named in (string[])["trial.patients", "trial.alpha", "trial.primary", "trial.visits.weeks", "Did you mean \"slope\"?", "nothing was run"])
        {
            Assert.Contains(named, result.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(["small.json"], folder.Entries(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_power_that_no_size_reaches_is_said_with_its_reason()
    {
        var result = folder.Run("size", "small.json", "--set", "trial.generator.effects.better.slopeDifferencePerMonth=0").Succeeded();
        var text = result.Output.ReplaceLineEndings(" ");
        Assert.Contains("these trials cannot tell it from no effect", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_trial_for_which_nobody_is_eligible_is_refused()
    {
        var result = folder.Run("trial", "small.json", "--set", """trial.recruitment.screening=[{"measure":"alsfrsTotal","min":900}]""");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("Nothing was written.", result.Errors, StringComparison.Ordinal);
        Assert.Equal(["small.json"], folder.Entries(), StringComparer.Ordinal);
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static int Whole(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private SortedDictionary<string, byte[]> Files(string[] arguments)
    {
        folder.Run([.. arguments, "--out", "out"]).Succeeded();
        var files = ResultFiles.Read(folder.At("out"));
        Directory.Delete(folder.At("out"), recursive: true);
        return files;
    }
}
