namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>Same version, scenario and seed: same files.</summary>
public sealed class ReproducibilityTests : IDisposable
{
    // More than 16 chunks of 128, so that each of 16 threads has work.
    private const string Patients = "2100";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Any_number_of_threads_gives_the_same_bytes()
    {
        var one = Files("early-vs-late", Patients, "--threads", "1");
        foreach (var threads in new[] { "2", "3", "16" })
        {
            Assert.Empty(ResultFiles.Differing(one, Files("early-vs-late", Patients, "--threads", threads)));
        }
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Another_seed_gives_other_numbers_and_the_same_seed_the_same()
    {
        var first = Files("verification/switch-at-12", "40", "--seed", "1");
        var second = Files("verification/switch-at-12", "40", "--seed", "2");
        Assert.Empty(ResultFiles.Differing(first, Files("verification/switch-at-12", "40", "--seed", "1")));
        Assert.Subset(
            ResultFiles.Differing(first, second).ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(["summary.json", "report.html", "tables/series.csv", "tables/contrasts.csv", "figures/motor-neurons.svg", "figures/motor-neurons.png"], StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Evidence", "Invariant")]
    public void Every_setting_is_part_of_the_scenarios_hash()
    {
        string[][] changes =
        [
            [],
            ["--set", "disease.death.ratePerMonth=0.061"],
            ["--set", "disease.death.ratePerMonth=0.062"],
            ["--seed", "1"],
            ["--set", "patients=21"],
        ];
        var hashes = changes.Select(change => Hash([.. change])).ToList();
        Assert.Distinct(hashes, StringComparer.Ordinal);
        Assert.Equal(hashes[3], Hash("--set", "seed=1"));
    }

    private SortedDictionary<string, byte[]> Files(string scenario, string patients, params string[] options)
    {
        folder.Run(["run", scenario, "--patients", patients, "--out", "out", .. options]).Succeeded();
        var files = ResultFiles.Read(folder.At("out"));
        Directory.Delete(folder.At("out"), recursive: true);
        return files;
    }

    private string Hash(params string[] options)
    {
        var result = folder.Run(["run", "verification/constant-rates", "--set", "patients=20", "--out", "out", "--format", "json", .. options]).Succeeded();
        using var answer = System.Text.Json.JsonDocument.Parse(result.Output);
        return answer.RootElement.GetProperty("scenarioSha256").GetString()!;
    }
}
