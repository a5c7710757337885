namespace ProgressionSim.Architecture.Tests;

/// <summary>Where the files of the repository are; paths are relative to its root and written with forward slashes.</summary>
internal static class Repository
{
    private static readonly string[] TextExtensions =
        [".cs", ".csproj", ".css", ".csv", ".editorconfig", ".html", ".js", ".json", ".md", ".props", ".sh", ".svg", ".targets", ".txt", ".xml", ".yml"];

    private static readonly string[] Unversioned = ["bin", "obj", "results", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>Gets the folder of ProgressionSim.sln, found by walking up from the running tests.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Text files below a top-level folder that may not exist yet; build output is left out.</summary>
    public static IReadOnlyList<TextFile> TextFiles(string folder) => [.. Walk(Path.Combine(Root, folder)).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>C# files below a top-level folder.</summary>
    public static IReadOnlyList<TextFile> Sources(string folder) => [.. TextFiles(folder).Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))];

    /// <summary>One file by its path from the root.</summary>
    public static TextFile File(string path) => Read(Path.Combine(Root, path));

    private static TextFile Read(string path) => new(Path.GetRelativePath(Root, path).Replace('\\', '/'), System.IO.File.ReadAllText(path));

    private static IEnumerable<string> Walk(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var own = Directory.EnumerateFiles(folder).Where(path => TextExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));
        var below = Directory.EnumerateDirectories(folder)
            .Where(path => !Unversioned.Contains(Path.GetFileName(path), StringComparer.Ordinal) && !Path.GetFileName(path).StartsWith('.'))
            .SelectMany(Walk);
        return own.Concat(below);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "ProgressionSim.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("ProgressionSim.sln lies in no folder above the tests.");
    }
}
