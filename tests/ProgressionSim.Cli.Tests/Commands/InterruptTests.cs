namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>Ctrl-C during a run, where systems have signals.</summary>
public sealed class InterruptTests : IDisposable
{
    // The first line of progress comes after a tenth: nine tenths are left to interrupt.
    private const string Patients = "40000";

    private readonly TemporaryFolder folder = new();

    public static bool IsWindows => OperatingSystem.IsWindows();

    public void Dispose() => folder.Dispose();

    [Theory(Skip = "Windows has no signals.", SkipWhen = nameof(IsWindows))]
    [InlineData(1)]
    [InlineData(2)]
    [Trait("Evidence", "Exact")]
    public async Task An_interrupted_run_leaves_nothing(int times)
    {
        var result = await Interrupted("deep/out", times);

        Assert.Equal(130, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Equal("Interrupted; nothing was written.", result.ErrorLines[^1]);
        Assert.Single(result.ErrorLines, line => !line.StartsWith("early-vs-late: ", StringComparison.Ordinal));
        Assert.Empty(folder.Entries());
    }

    [Fact(Skip = "Windows has no signals.", SkipWhen = nameof(IsWindows))]
    [Trait("Evidence", "Exact")]
    public async Task An_interrupted_run_leaves_earlier_results_as_they_were()
    {
        folder.Run("run", "verification/constant-rates", "--patients", "20", "--out", "out").Succeeded();
        var before = ResultFiles.Read(folder.At("out"));

        Assert.Equal(130, (await Interrupted("out", times: 1)).ExitCode);

        Assert.Empty(ResultFiles.Differing(before, ResultFiles.Read(folder.At("out"))));
        Assert.Equal(["out"], Directory.EnumerateFileSystemEntries(folder.FullPath).Select(Path.GetFileName), StringComparer.Ordinal);
    }

    private async Task<ProgramResult> Interrupted(string path, int times)
    {
        InterruptSignal.StopIgnoring();
        using var program = RunningProgram.Start(folder.FullPath, "run", "early-vs-late", "--patients", Patients, "--out", path);
        await program.FirstErrorLine;
        for (var i = 0; i < times; i++)
        {
            InterruptSignal.Send(program.Id);
        }

        return program.Finish();
    }
}
