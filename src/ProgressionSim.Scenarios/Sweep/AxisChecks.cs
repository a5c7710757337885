using System.Globalization;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Parameters;

namespace ProgressionSim.Scenarios.Sweep;

/// <summary>Rules of one axis: values in one of two ways, rising, and allowed by its setting.</summary>
internal static class AxisChecks
{
    private const int MostShown = 50;

    private static readonly string[] Spaced = ["from", "to", "count"];

    /// <summary>Number of values an axis asks for; null when that cannot be told.</summary>
    public static double? Count(DocumentObject axis) => axis.FindArray("values") is { } values ? values.Items.Count : axis.Find("count")?.Number;

    /// <summary>Reports every problem but those of the path.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="setting">Its setting; null when that was reported.</param>
    /// <param name="path">Path of the axis.</param>
    /// <param name="problems">Receives the problems.</param>
    /// <returns>The values that are allowed one by one; empty when there are problems or too many to list.</returns>
    public static IReadOnlyList<double> Check(DocumentObject axis, VariedSetting? setting, string path, ProblemList problems)
    {
        if (axis.Find("values") is { } values)
        {
            if (Spaced.Append("logarithmic").FirstOrDefault(name => axis.Find(name) is not null) is { } other)
            {
                problems.Wrong(axis.Find(other)!, $"{path}.{other}", "An axis has a list of values or from, to and count, not both.", "Keep one of the two.");
            }

            return values is DocumentArray list ? CheckList(list, setting, $"{path}.values", problems) : [];
        }

        if (Spaced.All(name => axis.Find(name) is null))
        {
            problems.Add(
                axis.Origin,
                $"{path}.values",
                $"{path}.values is missing",
                "An axis needs a list of values, or from, to and count.",
                """For example "values": [0.2, 0.4, 0.6], or "from": 0.2, "to": 0.6, "count": 3.""");
            return [];
        }

        foreach (var name in Spaced.Where(name => axis.Find(name) is null))
        {
            problems.Add(axis.Origin, $"{path}.{name}", $"{path}.{name} is missing", "Evenly spaced values need from, to and count.");
        }

        return CheckSpaced(axis, setting, path, problems);
    }

    private static List<double> CheckList(DocumentArray list, VariedSetting? setting, string path, ProblemList problems)
    {
        if (list.Items.Count is 0 or > SweepSettings.MostCells || list.Items.Exists(item => item.Number is null))
        {
            return [];
        }

        var values = list.Items.ConvertAll(item => item.Number!.Value);
        var sorted = values.Distinct().Order().ToList();
        if (!sorted.SequenceEqual(values))
        {
            problems.Add(
                list.Origin,
                path,
                $"{path} does not rise",
                "Values of an axis stand in rising order, each once.",
                sorted.Count <= MostShown ? $"Write [{string.Join(", ", sorted.Select(value => value.ToString(CultureInfo.InvariantCulture)))}]." : "");
        }

        var allGood = true;
        for (var i = 0; i < values.Count; i++)
        {
            if (setting?.Refusal(values[i], list.Items[i].Origin, byAllRules: i == 0 || i == values.Count - 1) is { } rule)
            {
                problems.Wrong(list.Items[i], SettingPath.Item(path, i), rule, setting.Setting.Advice);
                allGood = false;
            }
        }

        return allGood ? sorted : [];
    }

    private static double[] CheckSpaced(DocumentObject axis, VariedSetting? setting, string path, ProblemList problems)
    {
        if (axis.Find("from")?.Number is not { } from || axis.Find("to") is not { Number: { } to } last)
        {
            return [];
        }

        var isLogarithmic = IsLogarithmic(axis);
        if (to <= from)
        {
            problems.Wrong(last, $"{path}.to", $"It must be more than from, which is {axis.Find("from")!.AsTyped}.");
            return [];
        }

        if (isLogarithmic && from <= 0)
        {
            problems.Wrong(axis.Find("from")!, $"{path}.from", "Logarithms are spaced evenly, so it must be more than 0.");
            return [];
        }

        if (axis.Find("count")?.Number is not { } count || count is < 2 or > SweepSettings.MostCells || !double.IsInteger(count))
        {
            return [];
        }

        var values = AxisValues.Space(from, to, (int)count, isLogarithmic);
        for (var i = 0; i < values.Length; i++)
        {
            var atEnd = i == 0 || i == values.Length - 1;
            if (setting?.Refusal(values[i], axis.Origin, byAllRules: atEnd) is { } rule)
            {
                Report(axis, values[i], i == 0 ? "from" : atEnd ? "to" : "", rule, setting.Setting.Advice, path, problems);
                return [];
            }
        }

        return values;
    }

    /// <summary>True for an even spacing of logarithms.</summary>
    public static bool IsLogarithmic(DocumentObject axis) => (axis.Find("logarithmic") as DocumentValue)?.Kind == System.Text.Json.JsonValueKind.True;

    private static void Report(DocumentObject axis, double value, string end, string rule, string advice, string path, ProblemList problems)
    {
        if (end.Length > 0)
        {
            problems.Wrong(axis.Find(end)!, $"{path}.{end}", rule, advice);
        }
        else
        {
            problems.Add(axis.Origin, path, string.Create(CultureInfo.InvariantCulture, $"{path} has the value {value}"), rule, advice);
        }
    }
}
