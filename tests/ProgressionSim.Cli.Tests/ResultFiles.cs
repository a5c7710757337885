using System.Text;
using System.Text.RegularExpressions;

namespace ProgressionSim.Cli.Tests;

/// <summary>The files of a result folder, to compare one run with another.</summary>
internal static class ResultFiles
{
    private static readonly Regex ClockLine = new("""^  "(elapsedSeconds|patientsPerSecond|trialsPerSecond)": .*\n""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    /// <summary>Content by path; of summary.json without the lines that depend on the clock.</summary>
    /// <param name="folder">The result folder.</param>
    public static SortedDictionary<string, byte[]> Read(string folder)
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            files.Add(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file));
        }

        files["summary.json"] = WithoutClock(files["summary.json"]);
        return files;
    }

    /// <summary>Paths of files that only one has or whose bytes differ.</summary>
    /// <param name="first">Files of one run.</param>
    /// <param name="second">Files of another run.</param>
    public static string[] Differing(SortedDictionary<string, byte[]> first, SortedDictionary<string, byte[]> second) =>
    [
        .. first.Keys.Union(second.Keys, StringComparer.Ordinal)
            .Where(path => !first.TryGetValue(path, out var one) || !second.TryGetValue(path, out var other) || !one.AsSpan().SequenceEqual(other)),
    ];

    private static byte[] WithoutClock(byte[] summary)
    {
        var text = Encoding.UTF8.GetString(summary);
        Assert.InRange(ClockLine.Count(text), 1, 2);
        return Encoding.UTF8.GetBytes(ClockLine.Replace(text, ""));
    }
}
