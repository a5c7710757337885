namespace ProgressionSim.Cli.Tests;

/// <summary>A working folder that is gone after the test.</summary>
public class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("progsim-tests-");

    /// <summary>Gets its full path.</summary>
    public string FullPath => folder.FullName;

    /// <summary>Full path of something in it.</summary>
    /// <param name="path">Path from the folder, with forward slashes.</param>
    public string At(string path) => Path.Combine(FullPath, path);

    /// <summary>Everything in it, folders ending in a slash, ordered; empty if nothing.</summary>
    public string[] Entries() => EntriesBelow("");

    /// <summary>Everything in a folder of it, folders ending in a slash, ordered.</summary>
    /// <param name="path">Path from the folder.</param>
    public string[] EntriesBelow(string path) =>
    [
        .. new DirectoryInfo(At(path)).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => Path.GetRelativePath(At(path), entry.FullName).Replace('\\', '/') + (entry is DirectoryInfo ? "/" : ""))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Runs the program in it.</summary>
    /// <param name="arguments">Arguments, one each.</param>
    internal ProgramResult Run(params string[] arguments) => RunningProgram.Run(FullPath, arguments);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            folder.Delete(recursive: true);
        }
    }
}
