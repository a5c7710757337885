using System.Globalization;
using System.Text.Json;

namespace ProgressionSim.Cli.Results;

/// <summary>Results that stand in a folder already.</summary>
/// <param name="folder">The folder; it need not exist.</param>
internal sealed class EarlierResults(string folder)
{
    private const string SummaryName = "summary.json";

    /// <summary>Gets a value indicating whether there are any, whole or not.</summary>
    public bool HasSummary => File.Exists(Path.Combine(folder, SummaryName));

    /// <summary>What they are the results of; null when nobody can tell.</summary>
    public (string? Sha256, string? Job, string? Version)? Read()
    {
        try
        {
            using var summary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, SummaryName)));
            var root = summary.RootElement;
            return (root.GetProperty("scenarioSha256").GetString(), root.GetProperty("job").GetString(), root.GetProperty("version").GetString());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Moves all there is to a new folder, named after the scenario it came from.</summary>
    /// <param name="stem">Start of the new folder's path.</param>
    /// <param name="butLog">The log of unfinished work stays, and so does the folder.</param>
    /// <returns>The new folder; null when there was nothing to move.</returns>
    public string? MoveAside(string stem, bool butLog)
    {
        // An empty folder is kept, as somebody may stand in it.
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return null;
        }

        var name = stem + "-" + (Read()?.Sha256 is { Length: >= 8 } sha ? sha[..8] : "earlier");
        var aside = name;
        for (var i = 2; Directory.Exists(aside) || File.Exists(aside); i++)
        {
            aside = string.Create(CultureInfo.InvariantCulture, $"{name}-{i}");
        }

        if (butLog)
        {
            MoveAllButLog(aside);
        }
        else
        {
            Directory.Move(folder, aside);
        }

        return aside;
    }

    private void MoveAllButLog(string aside)
    {
        Directory.CreateDirectory(aside);

        // The summary last: as long as it stands, what is left is taken for the results it describes.
        var names = Directory.GetFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).Where(name => name != FinishedWorkLog.FileName);
        foreach (var name in names.OrderBy(name => name == SummaryName))
        {
            Directory.Move(Path.Combine(folder, name), Path.Combine(aside, name));
        }
    }
}
