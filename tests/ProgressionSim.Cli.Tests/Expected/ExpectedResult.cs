using System.Text.Json;

namespace ProgressionSim.Cli.Tests.Expected;

/// <summary>The part of a summary that is kept beside the scenarios, one line a quantity, all digits as the summary prints them.</summary>
internal static class ExpectedResult
{
    private static readonly int[] Months = [0, 12, 24, 36, 60];

    private static readonly int[] ContrastMonths = [12, 36, 60];

    private static readonly string[] Counts = ["neverTreated", "startedAtBiologicalOnset", "neverSymptomatic", "deathsBeforeOrigin", "medianStartMonths", "medianSurvivalMonths"];

    private static readonly string[] Measures = ["alsfrsTotal", "healthy.cervical", "lost.respiratory", "neurofilamentPgPerMl", "alive"];

    private static readonly string[] ContrastMeasures = ["alsfrsTotalDeathZero", "healthyDeathZero.cervical", "alive"];

    /// <summary>Builds the file's text.</summary>
    /// <param name="summary">Content of summary.json.</param>
    public static string Of(JsonElement summary)
    {
        var lines = new List<(string Key, string Value)>();
        foreach (var name in new[] { "scenario", "seed", "patients", "patientsAnalysed", "patientsWithoutOrigin", "reportFrom" })
        {
            lines.Add((name, summary.GetProperty(name).GetRawText()));
        }

        var kept = Months.Where(MonthsOf(summary.GetProperty("arms")[0]).Contains).ToArray();
        lines.Add(("months", $"[{string.Join(", ", kept)}]"));
        foreach (var arm in summary.GetProperty("arms").EnumerateArray())
        {
            AddArm(arm, kept, lines);
        }

        foreach (var contrast in summary.GetProperty("contrasts").EnumerateArray())
        {
            var measure = contrast.GetProperty("measure").GetString();
            var month = contrast.GetProperty("month").GetInt32();
            if (ContrastMeasures.Contains(measure, StringComparer.Ordinal) && ContrastMonths.Contains(month))
            {
                var key = $"{contrast.GetProperty("arm").GetString()} against {contrast.GetProperty("against").GetString()}, {measure}, month {month}";
                lines.Add((key, $$"""{ "difference": {{contrast.GetProperty("difference").GetRawText()}}, "standardError": {{contrast.GetProperty("standardError").GetRawText()}} }"""));
            }
        }

        return "{\n" + string.Join(",\n", lines.Select(line => $"  \"{JsonEncodedText.Encode(line.Key)}\": {line.Value}")) + "\n}\n";
    }

    private static List<int> MonthsOf(JsonElement arm) => [.. arm.GetProperty("series").GetProperty("months").EnumerateArray().Select(month => month.GetInt32())];

    private static void AddArm(JsonElement arm, int[] kept, List<(string Key, string Value)> lines)
    {
        var name = arm.GetProperty("name").GetString();
        lines.AddRange(Counts.Select(count => ($"{name}, {count}", arm.GetProperty(count).GetRawText())));
        var series = arm.GetProperty("series");
        var months = MonthsOf(arm);
        foreach (var measure in Measures)
        {
            foreach (var statistic in new[] { "mean", "p50" })
            {
                if (series.GetProperty(measure).TryGetProperty(statistic, out var values))
                {
                    lines.Add(($"{name}, {measure}, {statistic}", $"[{string.Join(", ", kept.Select(month => values[months.IndexOf(month)].GetRawText()))}]"));
                }
            }
        }
    }
}
