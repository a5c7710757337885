using ProgressionSim.Cli.Errors;

namespace ProgressionSim.Cli.Serve;

/// <summary>Where the published teaching page is.</summary>
internal static class PageFolder
{
    /// <summary>The file that makes a folder the page.</summary>
    public const string FirstFile = "index.html";

    // Below the folder of the solution, where publishing puts it.
    private static readonly string Published = Path.Combine("src", "ProgressionSim.Web", "bin", "Release", "net10.0", "publish", "wwwroot");

    /// <summary>The folder: the one asked for, else <c>web</c> beside the program, else the published one of the source tree that the program was built in.</summary>
    /// <param name="asked">What the user typed; null if nothing.</param>
    /// <param name="programFolder">Folder of the program.</param>
    /// <exception cref="UserErrorException">There is no page.</exception>
    public static string Find(string? asked, string programFolder)
    {
        if (asked is not null)
        {
            return HasPage(asked) ? asked : throw new UserErrorException($"--page {asked} has no {FirstFile}; nothing is served.\n   {HowToMake}");
        }

        var beside = Path.Combine(programFolder, "web");
        return HasPage(beside) ? beside
            : SourceTree(programFolder) is { } root && Path.Combine(root, Published) is var published && HasPage(published) ? published
            : throw new UserErrorException($"The teaching page is not there; nothing is served.\n   {HowToMake}");
    }

    private const string HowToMake = "In the source tree, \"dotnet publish -c Release src/ProgressionSim.Web\" makes the page; --page FOLDER serves one that is elsewhere.";

    private static bool HasPage(string folder) => File.Exists(Path.Combine(folder, FirstFile));

    private static string? SourceTree(string programFolder)
    {
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ProgressionSim.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
