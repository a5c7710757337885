using System.Globalization;
using System.Text.Json;

namespace ProgressionSim.Statistics.Tests;

/// <summary>Reads the reference files that R made; see Data/README.md.</summary>
internal static class ReferenceData
{
    public static JsonElement Json(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf(name)));
        return document.RootElement.Clone();
    }

    /// <summary>Rows of a CSV file, each a map from column to number; an empty cell is NaN.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, double>> Csv(string name)
    {
        var lines = File.ReadAllLines(PathOf(name));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => line.Split(',')
            .Select((cell, i) => KeyValuePair.Create(columns[i], cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture)))
            .ToDictionary(StringComparer.Ordinal))];
    }

    /// <summary>Number of a JSON array entry; null stays null.</summary>
    public static double? NumberOrNull(JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : element.GetDouble();

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Data", name);
}
