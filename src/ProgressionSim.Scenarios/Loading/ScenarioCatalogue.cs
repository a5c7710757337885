using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProgressionSim.Scenarios.Loading;

/// <summary>Lists the scenarios of a folder.</summary>
public static class ScenarioCatalogue
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// Scenarios in a folder and below it, in the order of their paths: JSON files that have a name of their own, with arms of their own or from a file
    /// they extend, a fit whose evidence has them, or a trial of statistical patients. Populations, treatments and files that cannot be read are passed over.
    /// </summary>
    /// <param name="folder">The folder; one that does not exist has no scenarios.</param>
    public static IReadOnlyList<ShippedScenario> List(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => Describe(folder, file))
                .OfType<ShippedScenario>()]
            : [];

    private static ShippedScenario? Describe(string folder, string file)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(file), documentOptions: Options) is not JsonObject document
                || Text(document, "name") is not { } name
                || (document["arms"] is not JsonArray && document["extends"] is null && document["trial"] is not JsonObject && document["calibration"] is not JsonObject))
            {
                return null;
            }

            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            return new ShippedScenario(path, name, Text(document, "title") ?? name, Text(document, "description") ?? "");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject document, string key) => document[key] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
