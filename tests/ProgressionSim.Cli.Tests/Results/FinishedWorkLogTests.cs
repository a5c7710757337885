using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;

namespace ProgressionSim.Cli.Tests.Results;

/// <summary>What is kept comes back bit for bit or not at all.</summary>
public sealed class FinishedWorkLogTests : IDisposable
{
    private static readonly double[] Awkward =
        [0.0, -0.0, double.Epsilon, -double.Epsilon, 2.2250738585072009E-308, double.MaxValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 0.1, 1.0 / 3];

    private readonly TemporaryFolder folder = new();

    private string File => folder.At(FinishedWorkLog.FileName);

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Values_come_back_bit_for_bit()
    {
        using (var log = Open())
        {
            log.Keep(3, Awkward);
            log.Keep(0, []);
            Equal(Awkward, log.Find(3));
        }

        using var again = Open();
        Assert.Equal(2, again.Count);
        Equal(Awkward, again.Find(3));
        Equal([], again.Find(0));
        Assert.Null(again.Find(1));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_log_torn_at_any_byte_keeps_its_whole_lines_and_goes_on()
    {
        using (var log = Open())
        {
            log.Keep(5, [1.5]);
            log.Keep(2, [-0.0, 7]);
            log.Keep(9, [double.Epsilon]);
        }

        var whole = System.IO.File.ReadAllBytes(File);
        for (var length = 0; length <= whole.Length; length++)
        {
            var lines = whole.AsSpan(0, length).Count((byte)'\n');
            System.IO.File.WriteAllBytes(File, whole[..length]);
            using (var torn = Open())
            {
                Assert.Equal(Math.Max(0, lines - 1), torn.Count);
                Assert.Equal(lines > 1, torn.Find(5) is not null);
                Assert.Equal(lines > 2, torn.Find(2) is not null);
                torn.Keep(4, [0.25]);
            }

            using (var resumed = Open())
            {
                Assert.Equal(Math.Max(0, lines - 1) + 1, resumed.Count);
                Equal([0.25], resumed.Find(4));
            }

            Assert.Equal(Math.Max(1, lines) + 1, System.IO.File.ReadAllLines(File).Length);
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_wrong_byte_anywhere_ends_what_counts()
    {
        using (var log = Open())
        {
            log.Keep(5, [1.5]);
            log.Keep(2, [-0.0, 7]);
        }

        var whole = System.IO.File.ReadAllBytes(File);
        for (var place = 0; place < whole.Length; place++)
        {
            var wrong = whole.ToArray();
            wrong[place] ^= 1;
            System.IO.File.WriteAllBytes(File, wrong);
            using var log = Open();
            Assert.Equal(Math.Max(0, whole.AsSpan(0, place).Count((byte)'\n') - 1), log.Count);
        }
    }

    [Theory]
    [InlineData("timing", 'a', "1.2.4")]
    [InlineData("timing", 'b', "1.2.3")]
    [InlineData("sweep", 'a', "1.2.3")]
    [Trait("Evidence", "Exact")]
    public void Another_job_begins_anew(string job, char hash, string version)
    {
        using (var log = Open())
        {
            log.Keep(1, [1]);
        }

        using (var other = FinishedWorkLog.Open(folder.FullPath, job, new string(hash, 64), version))
        {
            Assert.Equal(0, other.Count);
            other.Keep(2, [2]);
        }

        using (var back = Open())
        {
            Assert.Equal(0, back.Count);
        }

        Assert.Single(System.IO.File.ReadAllLines(File));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Several_threads_may_keep_units()
    {
        const int Units = 200;
        using (var log = Open())
        {
            Parallel.For(0, Units, new ParallelOptions { MaxDegreeOfParallelism = 8 }, unit => log.Keep(unit, [unit, 1.0 / (unit + 1)]));
        }

        using var again = Open();
        Assert.Equal(Units, again.Count);
        Assert.All(Enumerable.Range(0, Units), unit => Equal([unit, 1.0 / (unit + 1)], again.Find(unit)));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Two_jobs_at_once_are_refused()
    {
        using var log = Open();
        log.Keep(1, [1]);
        Assert.StartsWith($"--out {folder.FullPath} is in use; nothing was run.", Assert.Throws<UserErrorException>(() => Open()).Message, StringComparison.Ordinal);
        Assert.Throws<UserErrorException>(() => FinishedWorkLog.StandsIn(folder.FullPath));
        log.Keep(2, [2]);
        Equal([1], log.Find(1));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Only_a_log_is_taken_for_one()
    {
        Assert.False(FinishedWorkLog.StandsIn(folder.FullPath));
        System.IO.File.WriteAllText(File, "my own list of unfinished work");
        Assert.False(FinishedWorkLog.StandsIn(folder.FullPath));
        System.IO.File.WriteAllText(File, "ProgressionSim unf");
        Assert.True(FinishedWorkLog.StandsIn(folder.FullPath));
    }

    private static void Equal(double[] expected, double[]? found) =>
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), Assert.IsType<double[]>(found).Select(BitConverter.DoubleToInt64Bits));

    private FinishedWorkLog Open() => FinishedWorkLog.Open(folder.FullPath, "timing", new string('a', 64), "1.2.3");
}
