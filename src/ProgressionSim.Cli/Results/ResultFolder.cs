using System.Collections.Concurrent;
using System.Text.Json;
using ProgressionSim.Cli.Errors;

namespace ProgressionSim.Cli.Results;

/// <summary>
/// The folder a run writes to. Files are made in a temporary folder beside it and put in place at the end, so that an interrupted run leaves nothing
/// half-written; results of another scenario or version that stand there are moved aside, never lost.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="scenarioSha256">Hash of the scenario about to be run.</param>
/// <param name="job">What is done with it: the same scenario run and put on trial gives different files.</param>
/// <param name="version">Version of the program.</param>
internal sealed class ResultFolder(string path, string scenarioSha256, string job, string version)
{
    private const string SummaryName = "summary.json";

    private readonly string stem = StemOf(path);

    private readonly List<string> newParents = [];

    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>Where results that stood in the folder were moved; null if none were.</summary>
    public string? MovedTo { get; private set; }

    private string Temporary => stem + ".partial";

    /// <summary>Checks, before anything is run, that the folder can be used.</summary>
    /// <exception cref="UserErrorException">It is a file, or holds files that are no results.</exception>
    public void Check()
    {
        if (File.Exists(path))
        {
            throw new UserErrorException($"--out {path} is a file; nothing was run.\n   It must be a folder. For example --out {path}-results.");
        }

        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(System.IO.Path.Combine(path, SummaryName)))
        {
            throw new UserErrorException($"--out {path} holds files that are not results of a run; nothing was run.\n   Choose a new or empty folder, so that no file of yours is mixed with results.");
        }

        var parents = Parents().ToList();
        if (parents.Find(File.Exists) is { } file)
        {
            throw new UserErrorException($"--out {path} cannot be written to; nothing was run.\n   {file} is a file, not a folder.");
        }

        newParents.AddRange(parents.Where(parent => !Directory.Exists(parent)));
        try
        {
            Directory.CreateDirectory(Temporary);
            Directory.Delete(Temporary, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            RemoveParents();
            throw new UserErrorException($"--out {path} cannot be written to; nothing was run.\n   {error.Message}");
        }
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

    private void PutInPlace(IReadOnlyList<ResultFile> files)
    {
        if (!HoldsSameRun())
        {
            MoveAside();
        }

        if (!Directory.Exists(path))
        {
            Directory.Move(Temporary, path);
            return;
        }

        // The folder is empty or holds the same scenario, seed and version, which make the same files: placing them one by one loses nothing and keeps what
        // the user has put beside them.
        foreach (var file in files)
        {
            var target = System.IO.Path.Combine(path, file.Path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Move(System.IO.Path.Combine(Temporary, file.Path), target, overwrite: true);
        }
    }

    private bool HoldsSameRun() => ReadExisting() is var (sha, existingJob, existingVersion) && sha == scenarioSha256 && existingJob == job && existingVersion == version;

    private void MoveAside()
    {
        // An empty folder is kept, as somebody may stand in it.
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
        {
            return;
        }

        var name = stem + "-" + (ReadExisting()?.Sha256 is { Length: >= 8 } sha ? sha[..8] : "earlier");
        var aside = name;
        for (var i = 2; Directory.Exists(aside) || File.Exists(aside); i++)
        {
            aside = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}-{i}");
        }

        Directory.Move(path, aside);
        MovedTo = aside;
    }

    private (string? Sha256, string? Job, string? Version)? ReadExisting()
    {
        try
        {
            using var summary = JsonDocument.Parse(File.ReadAllBytes(System.IO.Path.Combine(path, SummaryName)));
            var root = summary.RootElement;
            return (root.GetProperty("scenarioSha256").GetString(), root.GetProperty("job").GetString(), root.GetProperty("version").GetString());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

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
