using System.Text.Json;

namespace ProgressionSim.Cli.Tests.Expected;

/// <summary>The part of a trial's summary that is kept beside the scenarios, one line a quantity, all digits as the summary prints them.</summary>
internal static class ExpectedTrial
{
    private static readonly string[] Counts = ["notEstimable", "notConverged", "fellBack"];

    /// <summary>Builds the file's text.</summary>
    /// <param name="summary">Content of summary.json.</param>
    public static string Of(JsonElement summary)
    {
        var lines = new List<(string Key, string Value)>();
        foreach (var name in new[] { "scenario", "seed", "patients", "replicates", "eligibleShare" })
        {
            lines.Add((name, summary.GetProperty(name).GetRawText()));
        }

        foreach (var hypothesis in new[] { "alternative", "null" })
        {
            Add(hypothesis, summary.GetProperty(hypothesis), lines);
        }

        return "{\n" + string.Join(",\n", lines.Select(line => $"  \"{JsonEncodedText.Encode(line.Key)}\": {line.Value}")) + "\n}\n";
    }

    private static void Add(string hypothesis, JsonElement found, List<(string Key, string Value)> lines)
    {
        string Value(JsonElement of, string name) => of.GetProperty(name).GetProperty("value").GetRawText();
        lines.Add(($"{hypothesis}, success", Value(found, "success")));
        var course = found.GetProperty("course");
        foreach (var name in new[] { "screened", "recruitmentMonths", "durationMonths", "missedVisits" })
        {
            lines.Add(($"{hypothesis}, {name}", Value(course, name)));
        }

        foreach (var arm in course.GetProperty("arms").EnumerateArray())
        {
            foreach (var name in new[] { "randomised", "deaths", "dropouts", "rescued" })
            {
                lines.Add(($"{hypothesis}, {arm.GetProperty("arm").GetString()}, {name}", Value(arm, name)));
            }
        }

        foreach (var endpoint in found.GetProperty("endpoints").EnumerateArray())
        {
            var key = $"{hypothesis}, {endpoint.GetProperty("endpoint").GetString()}";
            lines.Add(($"{key}, effect", Value(endpoint, "effect")));
            lines.Add(($"{key}, effectSd", endpoint.GetProperty("effectSd").GetRawText()));
            lines.Add(($"{key}, reportedStandardError", endpoint.GetProperty("reportedStandardError").GetRawText()));
            lines.Add(($"{key}, rejected", Value(endpoint, "rejected")));
            lines.AddRange(Counts.Select(count => ($"{key}, {count}", endpoint.GetProperty(count).GetRawText())));
        }
    }
}
