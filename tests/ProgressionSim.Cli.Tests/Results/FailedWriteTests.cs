using ProgressionSim.Cli.Results;

namespace ProgressionSim.Cli.Tests.Results;

/// <summary>A disk that is full at the last file leaves no half-written results.</summary>
public sealed class FailedWriteTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_reason_is_passed_on_and_nothing_stays()
    {
        var results = new ResultFolder(folder.At("deep/out"), new string('a', 64), "run", "1.2.3");
        results.Check();
        Assert.Equal("The disk is full.", Assert.Throws<IOException>(() => results.Write(Files(fails: true), CancellationToken.None)).Message);
        results.RemoveParents();
        Assert.Empty(folder.Entries());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Earlier_results_stay_as_they_were()
    {
        var results = new ResultFolder(folder.At("out"), new string('a', 64), "run", "1.2.3");
        results.Write(Files(fails: false), CancellationToken.None);
        var before = folder.Entries();
        Assert.Equal(["out/", "out/figures/", "out/figures/a.png", "out/summary.json"], before, StringComparer.Ordinal);
        Assert.Throws<IOException>(() => new ResultFolder(folder.At("out"), new string('b', 64), "run", "1.2.3").Write(Files(fails: true), CancellationToken.None));
        Assert.Equal(before, folder.Entries(), StringComparer.Ordinal);
    }

    private static IReadOnlyList<ResultFile> Files(bool fails) =>
    [
        new("figures/a.png", () => [1, 2, 3]),
        new("summary.json", () => fails ? throw new IOException("The disk is full.") : [4]),
    ];
}
