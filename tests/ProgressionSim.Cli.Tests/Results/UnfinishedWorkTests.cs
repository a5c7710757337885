using System.Text;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Cli.Tests.Results;

/// <summary>A job of units that is interrupted goes on where it was; its log lives by the rules of the result folder.</summary>
public sealed class UnfinishedWorkTests : IDisposable
{
    private const int Units = 6;

    private const string Log = "out/" + FinishedWorkLog.FileName;

    private readonly TemporaryFolder folder = new();

    private readonly List<int> computed = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void An_interrupted_job_goes_on_and_gives_the_same_bytes()
    {
        Do("whole", 'a', Units);
        computed.Clear();

        var kept = Assert.Throws<WorkKeptException>(() => Do("out", 'a', stopAt: 4));
        Assert.Equal($"Interrupted; 4 of 6 units are kept in {folder.At("out")}; the same command goes on from there.", kept.Message);
        Assert.Equal([FinishedWorkLog.FileName], folder.EntriesBelow("out"), StringComparer.Ordinal);
        Assert.Equal("Interrupted; 5 of 6", Assert.Throws<WorkKeptException>(() => Do("out", 'a', stopAt: 5)).Message[..19]);
        Do("out", 'a', Units);

        Assert.Equal(Enumerable.Range(0, Units), computed);
        Assert.Equal(folder.EntriesBelow("whole"), folder.EntriesBelow("out"), StringComparer.Ordinal);
        Assert.Equal(File.ReadAllBytes(folder.At("whole/summary.json")), File.ReadAllBytes(folder.At("out/summary.json")));
        Assert.DoesNotContain(Log, Files(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Nothing_stays_when_nothing_was_finished()
    {
        Assert.IsNotType<WorkKeptException>(Assert.ThrowsAny<OperationCanceledException>(() => Do("deep/out", 'a', stopAt: 0)));
        Assert.Empty(folder.Entries());
        Directory.CreateDirectory(folder.At("out"));
        Assert.ThrowsAny<OperationCanceledException>(() => Do("out", 'a', stopAt: 0));
        Assert.Equal(["out/"], folder.Entries(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Wrong_input_leaves_nothing_and_a_failing_machine_what_was_finished()
    {
        Assert.Throws<UserErrorException>(() => Do("out", 'a', Units, () => throw new UserErrorException("It is impossible.")));
        Assert.Empty(folder.Entries());
        Assert.Throws<IOException>(() => Do("out", 'a', Units, () => throw new IOException("The disk is full.")));
        Assert.Equal([Log], Files(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Another_scenario_does_not_use_what_is_kept()
    {
        Assert.Throws<WorkKeptException>(() => Do("out", 'a', stopAt: 4));
        computed.Clear();
        Do("out", 'b', Units);
        Assert.Equal(Enumerable.Range(0, Units), computed);
        Assert.Equal(["out/figures/a.txt", "out/summary.json"], Files(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Other_results_stay_until_the_job_is_done_and_are_then_moved_aside_without_the_log()
    {
        Do("out", 'b', Units);
        File.WriteAllText(folder.At("out/notes.txt"), "mine");
        var before = Files();
        Assert.Throws<WorkKeptException>(() => Do("out", 'a', stopAt: 3));
        Assert.Equal(before.Append(Log).Order(StringComparer.Ordinal), Files(), StringComparer.Ordinal);

        Do("out", 'a', Units);

        string[] moved = ["out-bbbbbbbb/figures/a.txt", "out-bbbbbbbb/notes.txt", "out-bbbbbbbb/summary.json"];
        Assert.Equal([.. moved, "out/figures/a.txt", "out/summary.json"], Files(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_same_results_are_replaced_in_place()
    {
        Do("out", 'a', Units);
        File.WriteAllText(folder.At("out/notes.txt"), "mine");
        Assert.Throws<WorkKeptException>(() => Do("out", 'a', stopAt: 3));
        Do("out", 'a', Units);
        Assert.Equal(["out/figures/a.txt", "out/notes.txt", "out/summary.json"], Files(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_job_without_units_moves_kept_work_aside()
    {
        Assert.Throws<WorkKeptException>(() => Do("out", 'a', stopAt: 3));
        var results = new ResultFolder(folder.At("out"), new string('a', 64), "run", "1.2.3");
        results.Use(() => results.Write([new ResultFile("summary.json", () => [1])], CancellationToken.None));
        Assert.Equal(["out-earlier/" + FinishedWorkLog.FileName, "out/summary.json"], Files(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Nobody_else_writes_to_the_folder_of_a_job_under_way()
    {
        Do("out", 'a', Units, () =>
        {
            Assert.Throws<UserErrorException>(() => Do("out", 'b', Units));
            folder.Run("run", "verification/constant-rates", "--patients", "20", "--out", "out")
                .Refused("--out out is in use; nothing was run.\n   Another run is writing to it. Wait for it, or choose another folder.");
        });
        Assert.Equal(["out/figures/a.txt", "out/summary.json"], Files(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Files_of_others_are_refused_as_ever()
    {
        Directory.CreateDirectory(folder.At("out"));
        File.WriteAllText(folder.At(Log), "my own list");
        Assert.Throws<UserErrorException>(() => Do("out", 'a', Units));
        File.WriteAllText(folder.At("out/summary.json"), "{}");
        Assert.Throws<UserErrorException>(() => Do("out", 'a', Units));
        Assert.Equal("my own list", File.ReadAllText(folder.At(Log)));
    }

    private string[] Files() => [.. folder.Entries().Where(entry => !entry.EndsWith('/'))];

    /// <summary>Does a job of units, each worth a third of its number, and writes their sum.</summary>
    private void Do(string path, char hash, int stopAt, Action? before = null)
    {
        var results = new ResultFolder(folder.At(path), new string(hash, 64), "timing", "1.2.3");
        results.Use(Units, finished =>
        {
            var values = Enumerable.Range(0, Units).Select(unit => Value(finished, unit, stopAt)).ToArray();
            before?.Invoke();
            results.Write(
                [
                    new ResultFile("figures/a.txt", () => [1]),
                    new ResultFile("summary.json", () => Encoding.UTF8.GetBytes(
                        $$"""{"scenarioSha256":"{{new string(hash, 64)}}","job":"timing","version":"1.2.3","sum":{{BitConverter.DoubleToInt64Bits(values.Sum())}}}""")),
                ],
                CancellationToken.None);
        });
    }

    private double Value(IFinishedWork finished, int unit, int stopAt)
    {
        if (finished.Find(unit) is [var value])
        {
            return value;
        }

        if (unit >= stopAt)
        {
            throw new OperationCanceledException();
        }

        computed.Add(unit);
        finished.Keep(unit, [unit / 3.0]);
        return unit / 3.0;
    }
}
