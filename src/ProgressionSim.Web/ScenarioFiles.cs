namespace ProgressionSim.Web;

/// <summary>The scenario files that the page comes with, in the folder where the browser's engine reads them as the command line reads its own.</summary>
internal static class ScenarioFiles
{
    private const string Folder = "/scenarios";

    /// <summary>Writes the files that were built into the assembly into the engine's file system, which lives in memory.</summary>
    public static void Unpack()
    {
        var assembly = typeof(ScenarioFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var path = Path.Combine(Folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var from = assembly.GetManifestResourceStream(name)!;
            using var to = File.Create(path);
            from.CopyTo(to);
        }
    }

    /// <summary>Path of a scenario of the teaching folder.</summary>
    /// <param name="name">Its file name without the ending.</param>
    public static string Teaching(string name) => Path.Combine(Folder, "teaching", name + ".json");
}
