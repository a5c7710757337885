using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Settings;

/// <summary>Checks distributions: family, parameters, order of bounds, and that draws can lie in the range of their setting.</summary>
internal static class DistributionCheck
{
    private static readonly NumberRange BoundRange = NumberRange.Between(-1e9, 1e9);

    /// <summary>Reports every problem of a distribution of numbers.</summary>
    public static void Check(Setting setting, DocumentObject node, string path, ProblemList problems)
    {
        var namePath = SettingPath.Member(path, DistributionFamilies.NameKey);
        if (node.Find(DistributionFamilies.NameKey) is not { } name)
        {
            problems.Add(node.Origin, namePath, $"{namePath} is missing", $"It must be one of {Quoted(DistributionFamilies.Names)}.");
        }
        else if (name.Text == DistributionFamilies.Empirical)
        {
            CheckEmpirical(setting, node, path, problems);
        }
        else if (name.Text is { } family && DistributionFamilies.Find(family) is { } known)
        {
            CheckPlain(setting, known, node, path, problems);
        }
        else
        {
            SettingCheck.CheckChoice(DistributionFamilies.Names, name, namePath, problems);
        }
    }

    /// <summary>Reports every problem of a region of onset.</summary>
    public static void CheckRegionOfOnset(DocumentNode node, string path, ProblemList problems)
    {
        if (node is not DocumentObject distribution)
        {
            if (node.Text is not { } region || !SettingCheck.RegionNames.Contains(region, StringComparer.Ordinal))
            {
                problems.Wrong(
                    node,
                    path,
                    $"It must be a region ({string.Join(", ", SettingCheck.RegionNames)}) or a categorical distribution with a weight for each.",
                    node.Text is { } typed ? NearestName.Suggest(typed, SettingCheck.RegionNames) : "");
            }

            return;
        }

        CheckKeys(distribution, path, [DistributionFamilies.NameKey, "weights"], problems);
        var namePath = SettingPath.Member(path, DistributionFamilies.NameKey);
        if (distribution.Find(DistributionFamilies.NameKey) is not { } name)
        {
            problems.Add(distribution.Origin, namePath, $"{namePath} is missing", "It must be \"categorical\".");
        }
        else
        {
            SettingCheck.CheckChoice([DistributionFamilies.Categorical], name, namePath, problems);
        }

        CheckWeights(distribution, SettingPath.Member(path, "weights"), problems);
    }

    private static void CheckWeights(DocumentObject distribution, string path, ProblemList problems)
    {
        if (distribution.Find("weights") is not { } node)
        {
            problems.Add(distribution.Origin, path, $"{path} is missing", "It must be an object with a weight for each region of onset.");
            return;
        }

        if (node is not DocumentObject weights)
        {
            problems.Wrong(node, path, "It must be an object with a weight for each region of onset.");
            return;
        }

        var allGood = true;
        foreach (var (region, value) in weights.Members)
        {
            var weightPath = SettingPath.Member(path, region);
            if (!SettingCheck.RegionNames.Contains(region, StringComparer.Ordinal))
            {
                SettingCheck.ReportUnknownRegion(value, region, weightPath, problems);
                allGood = false;
            }
            else if (!value.IsNull)
            {
                allGood &= CheckParameter(new(region, NumberRange.NonNegative(1e9)), SettingUnit.Weight, value, weightPath, problems);
            }
        }

        if (allGood && weights.Members.Values.All(weight => weight.IsNull || weight.Number == 0))
        {
            problems.Add(weights.Origin, path, $"{path} has no weight above 0", "At least one region must be possible as the region of onset.");
        }
    }

    private static void CheckPlain(Setting setting, DistributionFamily family, DocumentObject node, string path, ProblemList problems)
    {
        var form = family.Forms.MaxBy(parameters => parameters.Count(parameter => node.Find(parameter.Name) is not null))!;
        string[] limits = family.MayBeLimited ? ["min", "max"] : [];
        CheckKeys(node, path, [DistributionFamilies.NameKey, .. form.Select(parameter => parameter.Name), .. limits], problems);
        var allGood = true;
        foreach (var parameter in form)
        {
            var parameterPath = SettingPath.Member(path, parameter.Name);
            if (node.Find(parameter.Name) is not { } value)
            {
                var forms = string.Join(" or ", family.Forms.Select(names => string.Join(" and ", names.Select(each => each.Name))));
                problems.Add(node.Origin, parameterPath, $"{parameterPath} is missing", $"A {family.Name} distribution needs {forms}.");
                allGood = false;
            }
            else
            {
                allGood &= parameter.IsValue
                    ? CheckValue(setting, parameter.Range, value, parameterPath, problems)
                    : CheckParameter(parameter, SettingUnit.Number, value, parameterPath, problems);
            }
        }

        foreach (var limit in limits)
        {
            if (node.Find(limit) is { } value)
            {
                allGood &= CheckValue(setting, BoundRange, value, SettingPath.Member(path, limit), problems);
            }
        }

        if (allGood && CheckOrder(node, path, problems))
        {
            CheckMass(setting, family, node, path, problems);
        }
    }

    private static bool CheckOrder(DocumentObject node, string path, ProblemList problems)
    {
        var (min, mode, max) = (node.Find("min")?.Number, node.Find("mode")?.Number, node.Find("max")?.Number);
        if (min >= max)
        {
            problems.Wrong(node.Find("min")!, SettingPath.Member(path, "min"), $"It must be less than max, which is {node.Find("max")!.AsTyped}.");
            return false;
        }

        if (mode < min || mode > max)
        {
            problems.Wrong(node.Find("mode")!, SettingPath.Member(path, "mode"), $"It must lie between min and max, {node.Find("min")!.AsTyped} and {node.Find("max")!.AsTyped}.");
            return false;
        }

        return true;
    }

    private static void CheckMass(Setting setting, DistributionFamily family, DocumentObject node, string path, ProblemList problems)
    {
        var distribution = family.Build(name => node.Find(name)?.Number);
        var limited = family.MayBeLimited
            ? DistributionFamilies.Limit(distribution, node.Find("min")?.Number, node.Find("max")?.Number, setting.Range)
            : distribution;
        if (limited is null)
        {
            problems.Add(
                node.Origin,
                path,
                $"{path} leaves almost no values to draw from",
                $"Less than one in a million draws would be allowed by min, max and the rule of the setting: {Lower(SettingCheck.Rule(setting))}",
                "Move the distribution or widen its limits.");
        }
    }

    private static void CheckEmpirical(Setting setting, DocumentObject node, string path, ProblemList problems)
    {
        CheckKeys(node, path, [DistributionFamilies.NameKey, "values", "weights"], problems);
        var valuesPath = SettingPath.Member(path, "values");
        if (node.Find("values") is not DocumentArray { Items.Count: > 0 } values)
        {
            problems.Add(node.Find("values")?.Origin ?? node.Origin, valuesPath, $"{valuesPath} has no numbers", "It must be a list of at least one observed value in square brackets.");
            return;
        }

        for (var i = 0; i < values.Items.Count; i++)
        {
            CheckValue(setting, BoundRange, values.Items[i], SettingPath.Item(valuesPath, i), problems);
        }

        if (node.Find("weights") is not { } given)
        {
            return;
        }

        var weightsPath = SettingPath.Member(path, "weights");
        if (given is not DocumentArray weights || weights.Items.Count != values.Items.Count)
        {
            problems.Wrong(given, weightsPath, $"It must be a list with one weight for each of the {values.Items.Count} values.");
            return;
        }

        var allGood = true;
        for (var i = 0; i < weights.Items.Count; i++)
        {
            allGood &= CheckParameter(new("weight", NumberRange.NonNegative(1e9)), SettingUnit.Weight, weights.Items[i], SettingPath.Item(weightsPath, i), problems);
        }

        if (allGood && weights.Items.All(weight => weight.Number == 0))
        {
            problems.Add(weights.Origin, weightsPath, $"{weightsPath} has no weight above 0", "At least one value must be possible.");
        }
    }

    // A value of the quantity itself obeys the quantity's range and the parameter's.
    private static bool CheckValue(Setting setting, NumberRange range, DocumentNode node, string path, ProblemList problems)
    {
        return SettingCheck.CheckNumber(setting with { Kind = SettingKind.Number, Range = setting.Range.Within(range) }, node, path, problems);
    }

    private static bool CheckParameter(DistributionParameter parameter, SettingUnit unit, DocumentNode node, string path, ProblemList problems)
    {
        var phrase = parameter.Name switch
        {
            "sd" => new SettingUnit("", "a standard deviation"),
            "cv" => SettingUnit.Cv,
            _ => unit,
        };
        return SettingCheck.CheckNumber(new Setting("", SettingKind.Number, phrase) { Range = parameter.Range }, node, path, problems);
    }

    private static void CheckKeys(DocumentObject node, string path, IReadOnlyList<string> known, ProblemList problems)
    {
        foreach (var (name, value) in node.Members)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                ShapeCheck.ReportUnknown(value, name, SettingPath.Member(path, name), known, problems);
            }
        }
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
