using System.Runtime.CompilerServices;

namespace ProgressionSim.Scenarios.Tests;

/// <summary>Finds the files shipped with the sources.</summary>
internal static class ShippedFiles
{
    /// <summary>The folder of scenarios.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "scenarios"));

    private static string Here([CallerFilePath] string path = "") => path;
}
