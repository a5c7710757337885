namespace ProgressionSim.Cli.Commands;

/// <summary>Where the scenarios that ship with the program are.</summary>
internal static class ShippedScenarios
{
    private const string FolderName = "scenarios";

    /// <summary>The folder: that of the checkout the user stands in, else the copy beside the program.</summary>
    public static string Folder => Directory.Exists(FolderName) ? FolderName : BesideProgram;

    private static string BesideProgram => Path.Combine(AppContext.BaseDirectory, FolderName);

    /// <summary>Path of a scenario: the file itself if it exists, else a shipped one of that path, with or without .json.</summary>
    /// <param name="path">What the user typed.</param>
    public static string Find(string path)
    {
        string[] candidates =
        [
            path,
            .. ((string[])[FolderName, BesideProgram]).SelectMany(folder => new[] { Path.Combine(folder, path), Path.Combine(folder, path + ".json") }),
        ];
        return candidates.FirstOrDefault(File.Exists) ?? path;
    }
}
