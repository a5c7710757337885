using System.Runtime.CompilerServices;
using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Cli.Tests;

/// <summary>The repository the tests were built from.</summary>
internal static class Checkout
{
    /// <summary>Gets its folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", ".."));

    /// <summary>Gets the paths of the scenarios that ship, below the folder of scenarios.</summary>
    public static IReadOnlyList<string> Scenarios { get; } = [.. ScenarioCatalogue.List(At("scenarios")).Select(scenario => scenario.Path)];

    /// <summary>Full path of a file.</summary>
    /// <param name="path">Path from the root, with forward slashes.</param>
    public static string At(string path) => Path.Combine(Root, path);

    private static string Here([CallerFilePath] string path = "") => path;
}
