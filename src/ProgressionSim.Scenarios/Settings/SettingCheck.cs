using System.Globalization;
using System.Text.Json;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Settings;

/// <summary>Checks the value of one setting.</summary>
internal static class SettingCheck
{
    /// <summary>What names may be made of.</summary>
    public const string NameRule = "A name is 1 to 80 letters, digits, spaces or any of - _ + ( ) %, and begins with a letter or digit.";

    /// <summary>Key of the path of a parameter.</summary>
    public const string PathKey = "path";

    private const string ParameterExample = """{ "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.05, "max": 0.1 }""";
    private const string DistributionExample = "{ \"distribution\": \"logNormal\", \"median\": 1, \"cv\": 0.5 }";

    /// <summary>Regions in the order of the model.</summary>
    public static IReadOnlyList<string> RegionNames { get; } = ["bulbar", "cervical", "respiratory", "lumbosacral"];

    /// <summary>Reports every problem of a value.</summary>
    public static void Check(Setting setting, DocumentNode node, string path, ProblemList problems)
    {
        switch (setting.Kind)
        {
            case SettingKind.Number or SettingKind.WholeNumber:
                CheckNumber(setting, node, path, problems);
                break;
            case SettingKind.Text when node.Text is null:
                problems.Wrong(node, path, "It must be text in quotation marks.");
                break;
            case SettingKind.Name:
                CheckName(node, path, problems);
                break;
            case SettingKind.Choice:
                CheckChoice(setting.Choices, node, path, problems);
                break;
            case SettingKind.Flag when node is not DocumentValue { Kind: JsonValueKind.True or JsonValueKind.False }:
                problems.Wrong(node, path, "It must be true or false.");
                break;
            case SettingKind.Varying when node is DocumentObject distribution:
                DistributionCheck.Check(setting, distribution, path, problems);
                break;
            case SettingKind.Varying:
                CheckNumber(setting, node, path, problems, $" It may also be a distribution, for example {DistributionExample}.");
                break;
            case SettingKind.Regions or SettingKind.WholeRegions:
                CheckRegions(setting, node, path, problems);
                break;
            case SettingKind.RisingNumbers:
                CheckRising(setting, node, path, problems);
                break;
            case SettingKind.RegionMatrix:
                CheckMatrix(setting, node, path, problems);
                break;
            case SettingKind.OnsetRegion:
                DistributionCheck.CheckRegionOfOnset(node, path, problems);
                break;
            case SettingKind.Pair:
                CheckPair(setting, node, path, problems);
                break;
            case SettingKind.Measure:
                CheckMeasure(setting, node, path, problems);
                break;
            case SettingKind.NumberOrName when node.Text is null:
                CheckNumber(setting, node, path, problems, " It may also be a name in quotation marks.");
                break;
            case SettingKind.NumberByName when node is DocumentObject numbers:
                foreach (var (name, value) in numbers.Members.Where(member => !member.Value.IsNull))
                {
                    CheckNumber(setting with { Kind = SettingKind.Number }, value, SettingPath.Member(path, name), problems);
                }

                break;
            case SettingKind.Numbers:
                CheckNumbers(setting, node, path, problems);
                break;
            case SettingKind.Names:
                CheckNames(setting, node, path, problems);
                break;
            case SettingKind.Texts when node is not DocumentArray items || items.Items.Exists(item => item.Text is null):
                problems.Wrong(node, path, "It must be a list of texts in quotation marks.");
                break;
            case SettingKind.PathPair when node is not DocumentArray { Items: [{ Text: not null }, { Text: not null }] }:
                problems.Wrong(node, path, "It must be the paths of two settings in square brackets.");
                break;
            case SettingKind.Parameter:
                CheckParameter(node, path, problems);
                break;
            case SettingKind.NumberByName:
                CheckNumber(setting, node, path, problems, " It may also be an object with one number for each name.");
                break;
        }
    }

    /// <summary>True for text that may name something.</summary>
    public static bool IsName(string text) =>
        text.Length is >= 1 and <= 80
        && char.IsLetterOrDigit(text[0])
        && text.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '+' or '(' or ')' or '%');

    /// <summary>Reports a value that cannot be a name.</summary>
    public static void CheckName(DocumentNode node, string path, ProblemList problems)
    {
        if (node.Text is not { } text)
        {
            problems.Wrong(node, path, "It must be text in quotation marks.");
        }
        else if (!IsName(text))
        {
            problems.Wrong(node, path, NameRule);
        }
    }

    /// <summary>Reports a word that is none of those known.</summary>
    public static void CheckChoice(IReadOnlyList<string> choices, DocumentNode node, string path, ProblemList problems)
    {
        if (node.Text is not { } text || !choices.Contains(text, StringComparer.Ordinal))
        {
            var list = string.Join(", ", choices.Select(choice => $"\"{choice}\""));
            var rule = choices.Count == 1 ? $"It must be {list}." : $"It must be one of {list}.";
            problems.Wrong(node, path, rule, node.Text is { } typed ? NearestName.Suggest(typed, choices) : "");
        }
    }

    /// <summary>Reports a value that is no number in the setting's range.</summary>
    public static bool CheckNumber(Setting setting, DocumentNode node, string path, ProblemList problems, string alsoPossible = "")
    {
        var whole = setting.Kind is SettingKind.WholeNumber or SettingKind.WholeRegions;
        if (node.Number is { } number && setting.Range.Contains(number) && (!whole || double.IsInteger(number)))
        {
            return true;
        }

        if (setting.ExplainsMaximum && node.Number > setting.Range.Maximum)
        {
            return false;
        }

        problems.Wrong(node, path, Rule(setting) + (node.Number is null ? alsoPossible : ""), NextStep(setting, node));
        return false;
    }

    /// <summary>The rule of a number in a sentence.</summary>
    public static string Rule(Setting setting)
    {
        var number = setting.Kind is SettingKind.WholeNumber or SettingKind.WholeRegions ? "a whole number" : "a number";
        var range = setting.Range.Describe();
        return $"It is {setting.Unit.Phrase}, so it must be {number}{(range.Length > 0 ? " " : "")}{range}.";
    }

    private static string NextStep(Setting setting, DocumentNode node)
    {
        if (node.Text is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            return $"Write {text.Trim()} without quotation marks.";
        }

        return node switch
        {
            DocumentValue { Kind: JsonValueKind.Number, FiniteNumber: null } => $"{node.AsTyped} is larger than any number that can be computed with.",
            DocumentObject when setting.Kind is SettingKind.Number => "It is the same for all patients, so a distribution is not possible here.",
            _ => setting.Advice,
        };
    }

    private static void CheckRegions(Setting setting, DocumentNode node, string path, ProblemList problems)
    {
        if (node is not DocumentObject regions)
        {
            CheckNumber(setting, node, path, problems, " It may also be an object with one number for each region.");
            return;
        }

        foreach (var (name, value) in regions.Members)
        {
            var valuePath = SettingPath.Member(path, name);
            if (!RegionNames.Contains(name, StringComparer.Ordinal))
            {
                ReportUnknownRegion(value, name, valuePath, problems);
            }
            else if (!value.IsNull)
            {
                CheckNumber(setting, value, valuePath, problems);
            }
        }

        foreach (var name in RegionNames.Where(name => regions.Find(name) is null))
        {
            problems.Add(regions.Origin, SettingPath.Member(path, name), $"{SettingPath.Member(path, name)} is missing", "A number is needed for each of the four regions.");
        }
    }

    /// <summary>Reports a name that is no region.</summary>
    public static void ReportUnknownRegion(DocumentNode node, string name, string path, ProblemList problems) =>
        problems.Add(
            node.Origin,
            path,
            $"{path} is not a known region",
            $"Regions are {string.Join(", ", RegionNames)}.",
            NearestName.Suggest(name, RegionNames));

    private static void CheckRising(Setting setting, DocumentNode node, string path, ProblemList problems)
    {
        var many = setting.Length is { } length ? length.ToString(CultureInfo.InvariantCulture) : "one or more";
        var rule = $"It is a list of {many} rising numbers in square brackets.";
        if (node is not DocumentArray items || items.Items.Count == 0 || (setting.Length is { } count && items.Items.Count != count) || items.Items.Count > 1000)
        {
            problems.Wrong(node, path, rule);
            return;
        }

        var previous = double.NegativeInfinity;
        for (var i = 0; i < items.Items.Count; i++)
        {
            var itemPath = SettingPath.Item(path, i);
            if (!CheckNumber(setting with { Kind = SettingKind.Number }, items.Items[i], itemPath, problems))
            {
                continue;
            }

            if (items.Items[i].Number!.Value <= previous)
            {
                problems.Wrong(items.Items[i], itemPath, "It must be more than the number before it.");
            }

            previous = items.Items[i].Number!.Value;
        }
    }

    private static void CheckNumbers(Setting setting, DocumentNode node, string path, ProblemList problems)
    {
        if (node is not DocumentArray { Items.Count: > 0 } items)
        {
            problems.Wrong(node, path, "It is a list of one or more numbers in square brackets.", setting.Advice);
            return;
        }

        for (var i = 0; i < items.Items.Count; i++)
        {
            CheckNumber(setting with { Kind = SettingKind.Number }, items.Items[i], SettingPath.Item(path, i), problems);
        }
    }

    private static void CheckNames(Setting setting, DocumentNode node, string path, ProblemList problems)
    {
        if (node is not DocumentArray { Items.Count: > 0 } items)
        {
            problems.Wrong(node, path, "It is a list of one or more names in square brackets.");
            return;
        }

        for (var i = 0; i < items.Items.Count; i++)
        {
            CheckChoice(setting.Choices, items.Items[i], SettingPath.Item(path, i), problems);
        }
    }

    private static void CheckParameter(DocumentNode node, string path, ProblemList problems)
    {
        if (node is not DocumentObject parameter)
        {
            problems.Wrong(node, path, $"It is a setting's path with a distribution, for example {ParameterExample}.");
        }
        else if (parameter.Find(PathKey) is not { } name)
        {
            problems.Add(node.Origin, SettingPath.Member(path, PathKey), $"{SettingPath.Member(path, PathKey)} is missing", "It is the path of the setting that is not known.", $"For example {ParameterExample}.");
        }
        else if (name.Text is null)
        {
            problems.Wrong(name, SettingPath.Member(path, PathKey), "It must be text in quotation marks.");
        }
    }

    private static void CheckMatrix(Setting setting, DocumentNode node, string path, ProblemList problems)
    {
        const string rule = "It is a table of four rows (receiving region) with four numbers each (sending region), in the order bulbar, cervical, respiratory, lumbosacral.";
        if (node is not DocumentArray { Items.Count: 4 } rows || rows.Items.Any(row => row is not DocumentArray { Items.Count: 4 }))
        {
            problems.Wrong(node, path, rule);
            return;
        }

        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                var cell = ((DocumentArray)rows.Items[i]).Items[j];
                var cellPath = SettingPath.Item(SettingPath.Item(path, i), j);
                if (CheckNumber(setting, cell, cellPath, problems) && i == j && cell.Number != 0)
                {
                    problems.Wrong(cell, cellPath, "A region does not spread to itself here, so the diagonal must be 0.", "Spread within a region is disease.stress.withinRegionRatePerMonth.");
                }
            }
        }
    }

    // The names are too many for a message, so it shows the nearest.
    private static void CheckMeasure(Setting setting, DocumentNode node, string path, ProblemList problems)
    {
        if (node.Text is not { } name)
        {
            problems.Wrong(node, path, "It must be the name of a measure in quotation marks.");
        }
        else if (!setting.Choices.Contains(name, StringComparer.Ordinal))
        {
            var suggestion = NearestName.Suggest(name, setting.Choices);
            problems.Wrong(node, path, "There is no measure of that name.", suggestion.Length > 0 ? suggestion : setting.Advice);
        }
    }

    private static void CheckPair(Setting setting, DocumentNode node, string path, ProblemList problems)
    {
        if (node is not DocumentArray { Items.Count: 2 } pair)
        {
            problems.Wrong(node, path, "It must be two names in square brackets.");
            return;
        }

        for (var i = 0; i < 2; i++)
        {
            if (setting.Choices.Count > 0)
            {
                CheckChoice(setting.Choices, pair.Items[i], SettingPath.Item(path, i), problems);
            }
            else
            {
                CheckName(pair.Items[i], SettingPath.Item(path, i), problems);
            }
        }

        if (pair.Items[0].Text is { } first && pair.Items[1].Text == first)
        {
            problems.Wrong(pair.Items[1], SettingPath.Item(path, 1), "The two names must differ.");
        }
    }
}
