using System.Text.Json;
using ProgressionSim.Cli.Results;
using ProgressionSim.Experiments.Sweeps;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Cli.Tests.Commands;

/// <summary><c>timing</c>, <c>sweep</c>, <c>sensitivity</c>, <c>uncertainty</c>, <c>evidence</c> and <c>calibrate</c>: what they write and say.</summary>
public sealed class ExperimentCommandTests : IDisposable
{
    private static readonly (string Command, string Job, string[] Files)[] Commands =
    [
        ("timing", "timing", ["figures/benefit-by-start.png", "figures/triggers.svg", "figures/variance-split.png", "tables/timing.csv", "tables/answers.csv"]),
        ("sweep", "sweep", ["figures/sweep.png", "figures/sweep.svg", "tables/sweep.csv"]),
        ("sensitivity", "sensitivity morris", ["figures/morris-effects.png", "figures/tornado.svg", "tables/sensitivity.csv"]),
        ("uncertainty", "uncertainty", ["figures/outcome-and-gain.png", "tables/uncertainty.csv", "tables/parameter-draws.csv"]),
    ];

    private readonly SmallExperiment folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Each_writes_its_results_and_moves_those_of_another_aside()
    {
        string? earlier = null;
        foreach (var (command, job, files) in Commands)
        {
            var told = folder.Run(command, SmallExperiment.FileName, "--threads", "1", "--out", "out", "--format", "json").Succeeded();
            using var answer = JsonDocument.Parse(told.Output);
            Assert.StartsWith("In this model and ", Text(answer, "answer"), StringComparison.Ordinal);
            Assert.NotEmpty(answer.RootElement.GetProperty("findings").EnumerateArray());
            Assert.Equal("out", Text(answer, "folder"));
            Assert.Equal(JobOf("out"), job);
            Assert.All([.. files, "report.html"], file => Assert.True(new FileInfo(folder.At("out/" + file)).Length > 0, file));
            Assert.False(File.Exists(folder.At("out/" + FinishedWorkLog.FileName)));

            var movedTo = answer.RootElement.GetProperty("earlierResultsMovedTo").GetString();
            Assert.Equal(earlier, movedTo is null ? null : JobOf(movedTo));
            earlier = job;

            // uncertainty does what timing does with draws, so that its threads are those of timing.
            if (command != "uncertainty")
            {
                var again = folder.Run(command, SmallExperiment.FileName, "--threads", "3").Succeeded();
                Assert.Contains("Report:  " + Path.Combine("results", "small", "report.html") + "\n", again.Output, StringComparison.Ordinal);
                Assert.Empty(ResultFiles.Differing(ResultFiles.Read(folder.At("out")), ResultFiles.Read(folder.At("results/small"))));
            }
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Units_that_are_kept_are_not_computed_again()
    {
        var scenario = folder.Load();
        Directory.CreateDirectory(folder.At("out"));
        using (var log = FinishedWorkLog.Open(folder.At("out"), "sweep", scenario.Plan!.ScenarioSha256, ProgramVersion.Text))
        {
            var sweep = scenario.Experiments.Sweep!;
            SweepRun.Run(sweep, scenario.Plans!, log);
            Assert.Equal(SweepRun.Units(sweep, scenario.Plans!), log.Count);
        }

        // A number that no run would give, in the place of the first value of the first unit.
        var path = folder.At("out/" + FinishedWorkLog.FileName);
        var lines = File.ReadAllLines(path);
        var (unit, values) = FinishedWorkLine.Parse(lines[1])!.Value;
        values[0] = 12345.5;
        lines[1] = FinishedWorkLine.Format(unit, values);
        File.WriteAllText(path, string.Join('\n', lines) + "\n");

        folder.Run("sweep", SmallExperiment.FileName, "--out", "out").Succeeded();
        Assert.Contains("12345.5", File.ReadAllText(folder.At("out/summary.json")), StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Evidence_is_the_same_on_any_number_of_threads()
    {
        var told = folder.Run("evidence", SmallExperiment.FileName, "--threads", "1", "--out", "out", "--format", "json").Succeeded();
        using var answer = JsonDocument.Parse(told.Output);
        Assert.Contains("only the checks are", Text(answer, "answer"), StringComparison.Ordinal);
        Assert.Equal("evidence", JobOf("out"));
        Assert.All(
            ["figures/evidence.png", "figures/alsfrs-check.svg", "figures/survival-check.png", "figures/neurofilament-check.png", "tables/evidence.csv", "tables/predictive-checks.csv",
                "report.html"],
            file => Assert.True(new FileInfo(folder.At("out/" + file)).Length > 0, file));
        Assert.False(File.Exists(folder.At("out/" + FinishedWorkLog.FileName)));
        folder.Run("evidence", SmallExperiment.FileName, "--threads", "3").Succeeded();
        Assert.Empty(ResultFiles.Differing(ResultFiles.Read(folder.At("out")), ResultFiles.Read(folder.At("results/small"))));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_fit_leaves_a_population_that_scenarios_can_extend()
    {
        var file = folder.WriteFit();
        var told = folder.Run("calibrate", file, "--threads", "1", "--out", "out").Succeeded();
        Assert.Contains("Fitting 1 setting to 1 published quantity", told.Output, StringComparison.Ordinal);
        Assert.Equal("calibration", JobOf("out"));
        Assert.All(
            ["figures/targets.png", "figures/parameters.svg", "figures/trace.png", "tables/parameters.csv", "tables/targets.csv", "tables/trace.csv", "tables/correlations.csv", "report.html"],
            name => Assert.True(new FileInfo(folder.At("out/" + name)).Length > 0, name));
        folder.Run("calibrate", file, "--threads", "3").Succeeded();
        Assert.Empty(ResultFiles.Differing(ResultFiles.Read(folder.At("out")), ResultFiles.Read(folder.At("results/fit"))));

        File.WriteAllText(folder.At("fitted.json"), """{ "extends": ["small.json", "out/fitted-population.json"], "name": "fitted" }""");
        folder.Run("validate", "fitted.json").Succeeded();
        using var summary = JsonDocument.Parse(File.ReadAllBytes(folder.At("out/summary.json")));
        var fitted = ScenarioLoader.Load(folder.At("fitted.json"), []).Plan!.Disease.Death.RatePerMonth[Region.Bulbar];
        Assert.Equal(summary.RootElement.GetProperty("parameters")[0].GetProperty("after").GetProperty("value").GetDouble(), fitted, 4);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Two_scenarios_stand_side_by_side()
    {
        File.WriteAllText(folder.At("other.json"), """{ "extends": "small.json", "name": "other", "disease": { "compensation": { "maximumEnlargement": 1 } } }""");
        folder.Run("timing", SmallExperiment.FileName, "other.json").Succeeded();
        Assert.Equal("timing against", JobOf("results/small-other"));
    }

    private static string Text(JsonDocument of, string name) => of.RootElement.GetProperty(name).GetString()!;

    private string JobOf(string path)
    {
        using var summary = JsonDocument.Parse(File.ReadAllBytes(folder.At(path + "/summary.json")));
        return Text(summary, "job");
    }
}
