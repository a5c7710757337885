using System.Text;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Cli.Results;

/// <summary>
/// Finished units of a job, kept in a file of the result folder: a line that says which job, then a line for each unit, written through to the disk when it is
/// finished. The first line that is torn or wrong ends what counts; it and what follows is cut off. The file is held for this process alone until it is disposed of.
/// </summary>
internal sealed class FinishedWorkLog : IFinishedWork, IDisposable
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "unfinished-work.log";

    private const string Mark = "ProgressionSim unfinished work 1; ";

    private const byte LineFeed = (byte)'\n';

    private readonly Lock gate = new();

    private readonly Dictionary<int, double[]> units = [];

    private readonly FileStream file;

    // Where the next line goes: after the last whole one, also when writing one failed half-way.
    private long end;

    private FinishedWorkLog(FileStream file, string identity)
    {
        this.file = file;
        var head = Encoding.UTF8.GetBytes(identity + "\n");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        if (bytes.AsSpan().StartsWith(head))
        {
            end = head.Length;
            Read(bytes);
        }
        else
        {
            // Never mixed: what another job has finished is of no use to this one.
            file.SetLength(0);
            Append(head);
        }
    }

    /// <summary>Gets the number of units kept.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return units.Count;
            }
        }
    }

    /// <summary>Opens the log of a job, or begins it when there is none or it is another job's.</summary>
    /// <param name="folder">The result folder; it exists.</param>
    /// <param name="job">What is done.</param>
    /// <param name="scenarioSha256">Hash of the scenario it is done with.</param>
    /// <param name="version">Version of the program.</param>
    /// <exception cref="UserErrorException">Another process has it open.</exception>
    /// <exception cref="IOException">It cannot be read or written.</exception>
    public static FinishedWorkLog Open(string folder, string job, string scenarioSha256, string version)
    {
        var held = Hold(folder, FileMode.OpenOrCreate);
        try
        {
            return new FinishedWorkLog(held, $"{Mark}job {job}; scenario {scenarioSha256}; version {version}");
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>True when a folder has a log, whole or begun, of any job.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="UserErrorException">Another process has it open.</exception>
    public static bool StandsIn(string folder)
    {
        if (!File.Exists(PathIn(folder)))
        {
            return false;
        }

        using var held = Hold(folder, FileMode.Open);
        var start = new byte[Mark.Length];
        var length = held.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Mark.StartsWith(Encoding.UTF8.GetString(start, 0, length), StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public double[]? Find(int unit)
    {
        lock (gate)
        {
            return units.TryGetValue(unit, out var values) ? [.. values] : null;
        }
    }

    /// <inheritdoc/>
    public void Keep(int unit, ReadOnlySpan<double> values)
    {
        var line = Encoding.UTF8.GetBytes(FinishedWorkLine.Format(unit, values) + "\n");
        lock (gate)
        {
            Append(line);
            units[unit] = values.ToArray();
        }
    }

    /// <summary>Removes the file: the job is done, or nothing is worth keeping.</summary>
    public void Delete()
    {
        Dispose();
        File.Delete(file.Name);
    }

    public void Dispose() => file.Dispose();

    private static string PathIn(string folder) => Path.Combine(folder, FileName);

    /// <summary>Opens the file for this process alone.</summary>
    private static FileStream Hold(string folder, FileMode mode)
    {
        try
        {
            return new FileStream(PathIn(folder), mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException error) when (error is not FileNotFoundException and not DirectoryNotFoundException && File.Exists(PathIn(folder)))
        {
            throw new UserErrorException($"--out {folder} is in use; nothing was run.\n   Another run is writing to it. Wait for it, or choose another folder.");
        }
    }

    private void Read(byte[] bytes)
    {
        for (var length = bytes.AsSpan((int)end).IndexOf(LineFeed); length >= 0; length = bytes.AsSpan((int)end).IndexOf(LineFeed))
        {
            if (FinishedWorkLine.Parse(Encoding.Latin1.GetString(bytes, (int)end, length)) is not var (unit, values))
            {
                break;
            }

            units[unit] = values;
            end += length + 1;
        }

        file.SetLength(end);
    }

    private void Append(byte[] line)
    {
        file.Position = end;
        file.Write(line);
        file.Flush(flushToDisk: true);
        end += line.Length;
    }
}
