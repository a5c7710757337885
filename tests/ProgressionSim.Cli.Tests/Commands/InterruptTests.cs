using System.Globalization;
using System.Text.RegularExpressions;
using ProgressionSim.Cli.Results;

namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>Ctrl-C during a run and during a sweep, where systems have signals.</summary>
public sealed class InterruptTests : IDisposable
{
    // The first line of progress comes after a tenth: nine tenths are left to interrupt.
    private const string Patients = "40000";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

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

    [Fact(Skip = "Windows has no signals.", SkipWhen = nameof(IsWindows))]
    [Trait("Evidence", "Exact")]
    public async Task An_interrupted_sweep_goes_on_where_it_was_and_gives_the_same_bytes()
    {
        using var small = new SmallExperiment();
        string[] sweep = ["sweep", SmallExperiment.FileName, "--patients", "400", "--set", "sweep.axes[1].count=100", "--threads", "1"];
        var log = small.At("deep/out/" + FinishedWorkLog.FileName);

        var interrupted = await Interrupted(small, [.. sweep, "--out", "deep/out"], times: 1);
        Assert.Equal((130, ""), (interrupted.ExitCode, interrupted.Output));
        var said = new Regex(
            "^Interrupted; (?<kept>[0-9]+) of (?<units>[0-9]+) units are kept in deep/out; the same command goes on from there.$", RegexOptions.ExplicitCapture, Patience);
        Assert.Matches(said, interrupted.ErrorLines[^1]);
        var (kept, units) = (Number(said, interrupted.ErrorLines[^1], "kept"), Number(said, interrupted.ErrorLines[^1], "units"));
        Assert.InRange(kept, 1, units - 1);
        Assert.Equal(kept + 1, File.ReadAllLines(log).Length);
        Assert.Equal(["deep/", "deep/out/", "deep/out/" + FinishedWorkLog.FileName, SmallExperiment.FileName], small.Entries(), StringComparer.Ordinal);

        var resumed = small.Run([.. sweep, "--out", "deep/out"]).Succeeded();
        Assert.False(File.Exists(log));
        Assert.DoesNotContain("Other results", resumed.Output, StringComparison.Ordinal);
        small.Run([.. sweep, "--out", "whole"]).Succeeded();
        Assert.Empty(ResultFiles.Differing(ResultFiles.Read(small.At("whole")), ResultFiles.Read(small.At("deep/out"))));
    }

    private static int Number(Regex said, string line, string group) => int.Parse(said.Match(line).Groups[group].Value, CultureInfo.InvariantCulture);

    private Task<ProgramResult> Interrupted(string path, int times) => Interrupted(folder, ["run", "early-vs-late", "--patients", Patients, "--out", path], times);

    private static async Task<ProgramResult> Interrupted(TemporaryFolder folder, string[] arguments, int times)
    {
        InterruptSignal.StopIgnoring();
        using var program = RunningProgram.Start(folder.FullPath, arguments);
        await program.FirstErrorLine;
        for (var i = 0; i < times; i++)
        {
            InterruptSignal.Send(program.Id);
        }

        return program.Finish();
    }
}
