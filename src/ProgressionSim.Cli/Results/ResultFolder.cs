using System.Collections.Concurrent;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Cli.Results;

/// <summary>
/// The folder a run writes to. Files are made in a temporary folder beside it and put in place at the end, so that an interrupted run leaves nothing
/// half-written; results of another scenario or version that stand there are moved aside, never lost. A job of units may keep those it has finished in the
/// folder until its results are there.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="scenarioSha256">Hash of the scenario about to be run.</param>
/// <param name="job">What is done with it: the same scenario run and put on trial gives different files.</param>
/// <param name="version">Version of the program.</param>
internal sealed class ResultFolder(string path, string scenarioSha256, string job, string version)
{
    private readonly string stem = StemOf(path);

    private readonly EarlierResults earlier = new(path);

    private readonly List<string> newParents = [];

    // Of the job under way, while its results are not in place.
    private FinishedWorkLog? log;

    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>Where results that stood in the folder were moved; null if none were.</summary>
    public string? MovedTo { get; private set; }

    /// <summary>Hash of the scenario that was run, when it is known only after the run.</summary>
    public string ScenarioSha256 { private get; set; } = scenarioSha256;

    private string Temporary => stem + ".partial";

    /// <summary>Checks, before anything is run, that the folder can be used.</summary>
    /// <exception cref="UserErrorException">It is a file, holds files that are no results, or another process keeps its finished work there.</exception>
    public void Check()
    {
        CheckPlace();
        CheckWriting();
    }

    /// <summary>Checks the folder, then runs a job that writes to it; a job that fails leaves nothing behind.</summary>
    /// <param name="job">The job.</param>
    /// <exception cref="UserErrorException">The folder cannot be used.</exception>
    public void Use(Action job)
    {
        Check();
        try
        {
            job();
        }
        catch
        {
            RemoveParents();
            throw;
        }
    }

    /// <summary>
    /// Checks the folder, then runs a job of units that writes to it. Units that the same job finished there before are found again; when it is interrupted or
    /// the machine fails, those finished so far stay, and nothing else. When it is done, or the user's input proves wrong, none stay.
    /// </summary>
    /// <param name="units">Number of the job's units, for the message.</param>
    /// <param name="job">The job, given its finished units.</param>
    /// <exception cref="UserErrorException">The folder cannot be used, or the job says that the input cannot be.</exception>
    /// <exception cref="WorkKeptException">The job was interrupted and has finished units.</exception>
    public void Use(int units, Action<IFinishedWork> job)
    {
        CheckPlace();
        log = OpenLog();
        try
        {
            // The folder for files being made is that of whoever holds the log.
            CheckWriting();
        }
        catch
        {
            EndWork(keep: log.Count > 0);
            throw;
        }

        try
        {
            job(log);
            EndWork(keep: false);
        }
        catch (OperationCanceledException) when (log.Count > 0)
        {
            var kept = log.Count;
            EndWork(keep: true);
            throw new WorkKeptException(string.Create(
                CultureInfo.InvariantCulture, $"Interrupted; {kept:N0} of {units:N0} units are kept in {path}; the same command goes on from there."));
        }
        catch (Exception error)
        {
            EndWork(keep: log.Count > 0 && error is not UserErrorException);
            throw;
        }
    }

    /// <summary>Removes the folders above this one that <see cref="Check"/> made, as far as they are empty; for runs that write nothing.</summary>
    public void RemoveParents()
    {
        foreach (var parent in newParents.Where(parent => Directory.Exists(parent) && !Directory.EnumerateFileSystemEntries(parent).Any()))
        {
            Directory.Delete(parent);
        }
    }

    /// <summary>Makes all files and puts them in place.</summary>
    /// <param name="files">The files.</param>
    /// <param name="cancellation">Stops between files; then nothing is left.</param>
    public void Write(IReadOnlyList<ResultFile> files, CancellationToken cancellation)
    {
        try
        {
            // Drawing takes most of this time, and each file is made independently of the others.
            Parallel.ForEach(Partitioner.Create(files, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { CancellationToken = cancellation }, file =>
            {
                var target = System.IO.Path.Combine(Temporary, file.Path);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.WriteAllBytes(target, file.Make());
            });
            cancellation.ThrowIfCancellationRequested();
            PutInPlace(files);
        }
        catch (AggregateException error)
        {
            // Files are made on several threads; whoever is told why one could not be made cares for the reason, not for the threads.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error.Flatten().InnerExceptions[0]);
        }
        finally
        {
            if (Directory.Exists(Temporary))
            {
                Directory.Delete(Temporary, recursive: true);
            }
        }
    }

    private void CheckPlace()
    {
        if (File.Exists(path))
        {
            throw new UserErrorException($"--out {path} is a file; nothing was run.\n   It must be a folder. For example --out {path}-results.");
        }

        // A log that somebody holds is told of first: whose files those are does not matter then.
        var hasLog = FinishedWorkLog.StandsIn(path);
        if (!hasLog && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !earlier.HasSummary)
        {
            throw new UserErrorException($"--out {path} holds files that are not results of a run; nothing was run.\n   Choose a new or empty folder, so that no file of yours is mixed with results.");
        }

        var parents = Parents().ToList();
        if (parents.Find(File.Exists) is { } file)
        {
            throw new UserErrorException($"--out {path} cannot be written to; nothing was run.\n   {file} is a file, not a folder.");
        }

        newParents.AddRange(parents.Where(parent => !Directory.Exists(parent)));
    }

    private void CheckWriting() => Try(() =>
    {
        Directory.CreateDirectory(Temporary);
        Directory.Delete(Temporary, recursive: true);
        return true;
    });

    private FinishedWorkLog OpenLog() => Try(() =>
    {
        if (File.Exists(System.IO.Path.Combine(path, FinishedWorkLog.FileName)) && !FinishedWorkLog.StandsIn(path))
        {
            throw new UserErrorException($"--out {path} holds a file {FinishedWorkLog.FileName} of another program; nothing was run.\n   Choose another folder.");
        }

        // A folder that was empty stays when nothing is kept, as somebody may stand in it.
        if (!Directory.Exists(path))
        {
            newParents.Insert(0, path);
            Directory.CreateDirectory(path);
        }

        return FinishedWorkLog.Open(path, job, ScenarioSha256, version);
    });

    private T Try<T>(Func<T> attempt)
    {
        try
        {
            return attempt();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            RemoveParents();
            throw new UserErrorException($"--out {path} cannot be written to; nothing was run.\n   {error.Message}");
        }
    }

    private void EndWork(bool keep)
    {
        if (keep)
        {
            log!.Dispose();
        }
        else
        {
            log!.Delete();
        }

        log = null;
        RemoveParents();
    }

    private void PutInPlace(IReadOnlyList<ResultFile> files)
    {
        if (!HoldsSameRun() && (log is null || earlier.HasSummary))
        {
            MovedTo = earlier.MoveAside(stem, butLog: log is not null);
        }

        if (!Directory.Exists(path))
        {
            Directory.Move(Temporary, path);
            return;
        }

        // The folder is empty, holds only what this job has kept, or holds the same scenario, seed and version, which make the same files: placing them one by one loses nothing and keeps what
        // the user has put beside them.
        foreach (var file in files)
        {
            var target = System.IO.Path.Combine(path, file.Path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Move(System.IO.Path.Combine(Temporary, file.Path), target, overwrite: true);
        }
    }

    private bool HoldsSameRun() =>
        earlier.Read() is var (sha, existingJob, existingVersion) && sha == ScenarioSha256 && existingJob == job && existingVersion == version;

    /// <summary>The folder's path to which endings can be added: one that ends in a name.</summary>
    private static string StemOf(string path)
    {
        var trimmed = System.IO.Path.TrimEndingDirectorySeparator(path);
        return System.IO.Path.GetFileName(trimmed) is "" or "." or ".." ? System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)) : trimmed;
    }

    private IEnumerable<string> Parents()
    {
        for (var parent = System.IO.Path.GetDirectoryName(stem); !string.IsNullOrEmpty(parent); parent = System.IO.Path.GetDirectoryName(parent))
        {
            yield return parent;
        }
    }
}
