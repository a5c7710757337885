using System.Text.Json;

namespace ProgressionSim.Cli.Tests.Expected;

/// <summary>
/// The part of the summary of a timing job, a sweep, a sensitivity analysis, a comparison with evidence or a fit that is kept beside the scenarios, one line a quantity, all digits as the summary
/// prints them.
/// </summary>
internal static class ExpectedExperiment
{
    private static readonly string[] OfOutcomes = ["arm", "against", "outcomesCountFrom", "outcomeAtMonths"];

    private static readonly string[] Answers = ["window", "pointOfNoReturn"];

    /// <summary>Builds the file's text.</summary>
    /// <param name="summary">Content of summary.json.</param>
    public static string Of(JsonElement summary)
    {
        var lines = new List<(string Key, string Value)>();
        var job = summary.GetProperty("job").GetString()!;
        Add(summary, lines, "", ["scenario", "job", "seed", "patients", .. job is "evidence" or "calibration" ? [] : OfOutcomes]);
        switch (job.Split(' ')[0])
        {
            case "timing":
                AddTiming(summary, lines);
                break;
            case "sweep":
                AddSweep(summary, lines);
                break;
            case "evidence":
                lines.AddRange(Items(summary, "quantities").Select(quantity => (
                    Text(quantity, "name"),
                    $"[{string.Join(", ", quantity.GetProperty("predicted").EnumerateObject().Select(part => part.Value.GetRawText()))}, {quantity.GetProperty("verdict").GetRawText()}]")));
                break;
            case "calibration":
                lines.AddRange(Items(summary, "quantities").Select(quantity => (
                    Text(quantity, "name"), $"[{quantity.GetProperty("before").GetRawText()}, {quantity.GetProperty("after").GetRawText()}]")));
                break;
            default:
                AddSensitivity(summary, lines);
                break;
        }

        return "{\n" + string.Join(",\n", lines.Select(line => $"  \"{JsonEncodedText.Encode(line.Key)}\": {line.Value}")) + "\n}\n";
    }

    private static void AddTiming(JsonElement summary, List<(string Key, string Value)> lines)
    {
        Add(summary, lines, "", "patientsAnalysed", "outcome", "startsCountFrom", "offsetsMonths", "parameterDraws");
        var main = summary.GetProperty("outcome").GetString();
        foreach (var group in Items(summary, "groups"))
        {
            var name = Text(group, "name");
            Add(group, lines, $"{name}, ", "patients");
            lines.Add(($"{name}, medianStartMonths", Row(Items(group, "starts"), start => start.GetProperty("medianStartMonths").GetRawText())));
            foreach (var outcome in Items(group, "outcomes").Where(each => name == "all" || Text(each, "name") == main))
            {
                var key = $"{name}, {Text(outcome, "name")}";
                lines.Add(($"{key}, benefit", Row(Items(outcome, "curve"), start => Value(start, "benefit"))));
                lines.AddRange(Answers.Select(answer => ($"{key}, {answer}", outcome.GetProperty(answer).GetProperty("months").GetRawText())));
                if (Text(outcome, "name") == main)
                {
                    lines.Add(($"{key}, benefit, standardError", Row(Items(outcome, "curve"), start => start.GetProperty("benefit").GetProperty("standardError").GetRawText())));
                    lines.Add(($"{key}, costOfDelayPerMonth", Row(Items(outcome, "curve"), start => ValueOrNull(start, "costOfDelayPerMonth", "value"))));
                    lines.Add(($"{key}, benefitOverParameters, median", Row(Items(outcome, "curve"), start => ValueOrNull(start, "benefitOverParameters", "median"))));
                }
            }
        }

        foreach (var trigger in Items(summary, "triggers"))
        {
            lines.Add(($"trigger {Text(trigger, "name")}, benefit", Value(trigger, "benefit")));
            Add(trigger, lines, $"trigger {Text(trigger, "name")}, ", "medianStartMonths");
        }
    }

    private static void AddSweep(JsonElement summary, List<(string Key, string Value)> lines)
    {
        foreach (var axis in Items(summary, "axes"))
        {
            lines.Add((Text(axis, "path"), axis.GetProperty("values").GetRawText()));
        }

        foreach (var outcome in Items(summary, "outcomes"))
        {
            foreach (var cell in Items(outcome, "cells"))
            {
                lines.Add(($"{Text(outcome, "name")} at {cell.GetProperty("at").GetRawText()}, arm and benefit", $"[{Value(cell, "arm")}, {Value(cell, "benefit")}]"));
            }
        }
    }

    private static void AddSensitivity(JsonElement summary, List<(string Key, string Value)> lines)
    {
        Add(summary, lines, "", "outcome", "basePoints", "points");
        foreach (var answer in Items(summary, "answers"))
        {
            var of = Text(answer, "of");
            Add(answer, lines, $"{of}, ", "mean", "variance");
            foreach (var parameter in Items(answer, "parameters"))
            {
                var key = $"{of}, {Text(parameter, "path")}";
                lines.Add(($"{key}, first and total", $"[{Value(parameter, "first")}, {Value(parameter, "total")}]"));
                var bar = parameter.GetProperty("tornado");
                lines.Add(($"{key}, tornado", $"[{bar.GetProperty("atLow").GetRawText()}, {bar.GetProperty("atHigh").GetRawText()}]"));
            }
        }
    }

    private static void Add(JsonElement of, List<(string Key, string Value)> lines, string before, params string[] names) =>
        lines.AddRange(names.Select(name => (before + name, of.GetProperty(name).GetRawText())));

    private static JsonElement.ArrayEnumerator Items(JsonElement of, string name) => of.GetProperty(name).EnumerateArray();

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static string Value(JsonElement of, string name) => of.GetProperty(name).GetProperty("value").GetRawText();

    private static string ValueOrNull(JsonElement of, string name, string part) =>
        of.GetProperty(name) is { ValueKind: JsonValueKind.Object } there ? there.GetProperty(part).GetRawText() : "null";

    private static string Row(IEnumerable<JsonElement> items, Func<JsonElement, string> value) => $"[{string.Join(", ", items.Select(value))}]";
}
