using System.Text.Json;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Settings;

/// <summary>Checks a document against the catalogue: names, types, ranges. What depends on several settings is checked by the features.</summary>
internal static class ShapeCheck
{
    /// <summary>Reports every problem below a node.</summary>
    public static void Check(Shape shape, DocumentNode node, string path, ProblemList problems)
    {
        switch (shape)
        {
            case ObjectShape group:
                CheckGroup(group, node, path, problems);
                break;
            case KindShape kinds:
                CheckKind(kinds, node, path, problems);
                break;
            case MapShape map:
                CheckMap(map, node, path, problems);
                break;
            case ListShape list:
                CheckList(list, node, path, problems);
                break;
            case NameOrObjectShape either when node is DocumentValue { Kind: JsonValueKind.String }:
                Check(either.Group.Find(either.NameKey)!, node, path, problems);
                break;
            case NameOrObjectShape { Group: var group }:
                if (node is DocumentObject)
                {
                    CheckGroup(group, node, path, problems);
                }
                else
                {
                    problems.Wrong(node, path, "It must be a name in quotation marks, or an object with settings of its own.");
                }

                break;
            case Setting setting:
                SettingCheck.Check(setting, node, path, problems);
                break;
            case OpaqueShape when node is not DocumentObject:
                problems.Wrong(node, path, "It is a group of settings, so it must be an object in braces.");
                break;
        }
    }

    private static void CheckGroup(ObjectShape group, DocumentNode node, string path, ProblemList problems)
    {
        if (node is not DocumentObject members)
        {
            problems.Wrong(node, path, "It is a group of settings, so it must be an object in braces.");
            return;
        }

        foreach (var (name, value) in members.Members)
        {
            var memberPath = SettingPath.Member(path, name);
            if (group.Find(name) is not { } shape)
            {
                ReportUnknown(value, name, memberPath, [.. group.Members.Select(member => member.Name)], problems);
            }
            else if (!value.IsNull)
            {
                Check(shape, value, memberPath, problems);
            }
        }

        foreach (var missing in group.Members.Where(member => member.Required && members.Find(member.Name) is null))
        {
            var memberPath = SettingPath.Member(path, missing.Name);
            problems.Add(members.Origin, memberPath, $"{memberPath} is missing", $"It has no default. {missing.Shape.Meaning}", (missing.Shape as ListShape)?.Example ?? "");
        }
    }

    /// <summary>Reports a key the catalogue does not have.</summary>
    public static void ReportUnknown(DocumentNode node, string name, string path, IReadOnlyList<string> known, ProblemList problems)
    {
        var suggestion = NearestName.Suggest(name, known);
        problems.Add(node.Origin, path, $"{path} is not a known setting", "", suggestion.Length > 0 ? suggestion : $"Known here: {string.Join(", ", known)}.");
    }

    private static void CheckKind(KindShape kinds, DocumentNode node, string path, ProblemList problems)
    {
        var names = string.Join(", ", kinds.Kinds.Keys.Select(kind => $"\"{kind}\""));
        if (node is not DocumentObject members)
        {
            problems.Wrong(node, path, "It is a group of settings, so it must be an object in braces.");
        }
        else if (members.Find("kind") is not { } kind)
        {
            var kindPath = SettingPath.Member(path, "kind");
            problems.Add(node.Origin, kindPath, $"{kindPath} is missing", $"It says which settings belong here and must be one of {names}.");
        }
        else if (kind.Text is { } name && kinds.Kinds.TryGetValue(name, out var group))
        {
            CheckGroup(group, node, path, problems);
        }
        else
        {
            problems.Wrong(kind, SettingPath.Member(path, "kind"), $"It must be one of {names}.", kind.Text is { } typed ? NearestName.Suggest(typed, kinds.Kinds.Keys) : "");
        }
    }

    private static void CheckMap(MapShape map, DocumentNode node, string path, ProblemList problems)
    {
        if (node is not DocumentObject members)
        {
            problems.Wrong(node, path, $"It holds each {map.Noun} under its name, so it must be an object in braces.");
            return;
        }

        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in members.Members)
        {
            if (value.IsNull)
            {
                continue;
            }

            var itemPath = SettingPath.Member(path, name);
            if (!map.KeysArePaths)
            {
                if (!SettingCheck.IsName(name))
                {
                    problems.Add(value.Origin, itemPath, $"\"{name}\" cannot name a {map.Noun}", SettingCheck.NameRule);
                }
                else if (!seen.TryAdd(name, name))
                {
                    problems.Add(value.Origin, itemPath, $"{itemPath} differs from \"{seen[name]}\" only in capital letters", $"Each {map.Noun} needs a name of its own.");
                }
            }

            Check(map.Item, value, itemPath, problems);
        }
    }

    private static void CheckList(ListShape list, DocumentNode node, string path, ProblemList problems)
    {
        if (node is not DocumentArray items)
        {
            problems.Wrong(node, path, $"It is a list, each item one {list.Noun}, so it must stand in square brackets.", list.Example);
            return;
        }

        if (items.Items.Count < list.Minimum)
        {
            problems.Wrong(node, path, $"At least one {list.Noun} is needed.", list.Example);
        }
        else if (items.Items.Count > list.Maximum)
        {
            problems.Add(node.Origin, path, FormattableString.Invariant($"{path} has {items.Items.Count} items"), FormattableString.Invariant($"At most {list.Maximum} are possible."));
            return;
        }

        for (var i = 0; i < items.Items.Count; i++)
        {
            Check(list.Item, items.Items[i], SettingPath.Item(path, i), problems);
        }

        if (list.NameKey is { } key)
        {
            CheckNamesDiffer(items, path, key, list.Noun, problems);
        }
    }

    private static void CheckNamesDiffer(DocumentArray items, string path, string key, string noun, ProblemList problems)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < items.Items.Count; i++)
        {
            if ((items.Items[i] as DocumentObject)?.Find(key) is { Text: { } name } node && !seen.TryAdd(name, i))
            {
                problems.Wrong(
                    node,
                    SettingPath.Member(SettingPath.Item(path, i), key),
                    $"{SettingPath.Item(path, seen[name])} has that name already, and each {noun} needs one of its own.");
            }
        }
    }
}
