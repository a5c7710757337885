using System.Text.Json;

namespace ProgressionSim.Cli.Tests.Results;

/// <summary>Results of an earlier run are replaced by the same or kept, never lost.</summary>
public sealed class ResultFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_same_run_again_replaces_its_files_and_keeps_a_foreign_one()
    {
        Run(20);
        var first = ResultFiles.Read(folder.At("out"));
        var summary = first["summary.json"];
        File.WriteAllText(folder.At("out/notes.txt"), "mine");
        File.WriteAllText(folder.At("out/tables/arms.csv"), "spoilt");

        var again = Run(20);

        Assert.Equal(["out"], Names(), StringComparer.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder.At("out/notes.txt")));
        var second = ResultFiles.Read(folder.At("out"));
        Assert.Equal(["notes.txt"], ResultFiles.Differing(first, second), StringComparer.Ordinal);
        Assert.Equal(summary, second["summary.json"]);
        Assert.DoesNotContain("Other results", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Results_of_another_scenario_are_moved_aside_by_the_start_of_their_hash()
    {
        Run(20);
        File.WriteAllText(folder.At("out/notes.txt"), "mine");
        var old = ResultFiles.Read(folder.At("out"));
        var aside = "out-" + Hash("out")[..8];

        var second = Run(21);

        Assert.Contains($"\nOther results stood in out; they are now in {aside}.\n", second.Output, StringComparison.Ordinal);
        Assert.Equal(new[] { "out", aside }.Order(StringComparer.Ordinal), Names(), StringComparer.Ordinal);
        Assert.Empty(ResultFiles.Differing(old, ResultFiles.Read(folder.At(aside))));
        Assert.False(File.Exists(folder.At("out/notes.txt")));

        // The first scenario comes back and goes again: its earlier results stand where its new ones would be moved to.
        Run(20);
        using var fourth = JsonDocument.Parse(Run(22, "--format", "json").Output);
        Assert.Equal(aside + "-2", fourth.RootElement.GetProperty("earlierResultsMovedTo").GetString());
        Assert.Empty(ResultFiles.Differing(old, ResultFiles.Read(folder.At(aside))));
        Assert.Equal(["notes.txt"], ResultFiles.Differing(old, ResultFiles.Read(folder.At(aside + "-2"))), StringComparer.Ordinal);
        Assert.Equal(4, Names().Length);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_summary_nobody_can_read_is_moved_aside_too()
    {
        Directory.CreateDirectory(folder.At("out"));
        File.WriteAllText(folder.At("out/summary.json"), "{ \"scenario\": ");
        Assert.Contains("\nOther results stood in out; they are now in out-earlier.\n", Run(20).Output, StringComparison.Ordinal);
        Assert.Equal("{ \"scenario\": ", File.ReadAllText(folder.At("out-earlier/summary.json")));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void What_a_killed_run_left_does_not_disturb()
    {
        Directory.CreateDirectory(folder.At("out.partial/figures"));
        File.WriteAllText(folder.At("out.partial/figures/overview.png"), "half");
        File.WriteAllText(folder.At("out.partial/summary.json"), "half");
        Run(20);
        Assert.Equal(["out"], Names(), StringComparer.Ordinal);
        Assert.True(new FileInfo(folder.At("out/figures/overview.png")).Length > "half".Length);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("./")]
    [InlineData("../out")]
    [InlineData("../out/")]
    [Trait("Evidence", "Exact")]
    public void An_empty_folder_is_filled_even_the_one_the_user_stands_in(string path)
    {
        Directory.CreateDirectory(folder.At("out"));
        RunningProgram.Run(folder.At("out"), "run", "verification/constant-rates", "--patients", "20", "--out", path).Succeeded();
        Assert.Equal(["out"], Names(), StringComparer.Ordinal);
        Assert.Contains("summary.json", folder.EntriesBelow("out"), StringComparer.Ordinal);
    }

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(folder.FullPath).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    private ProgramResult Run(int patients, params string[] options) =>
        folder.Run(["run", "verification/constant-rates", "--set", $"patients={patients}", "--out", "out", .. options]).Succeeded();

    private string Hash(string path)
    {
        using var summary = JsonDocument.Parse(File.ReadAllBytes(folder.At(path + "/summary.json")));
        return summary.RootElement.GetProperty("scenarioSha256").GetString()!;
    }
}
