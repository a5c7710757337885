using System.Globalization;
using System.Text.Json;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Paths;

/// <summary>Sets values by their paths in a merged document. A path must exist in it or be a known setting.</summary>
internal static class OverrideApplier
{
    private const int DeepestPath = 32;

    /// <summary>Sets one value, or reports why it cannot be set.</summary>
    /// <param name="root">The catalogue.</param>
    /// <param name="scenario">The document; changed.</param>
    /// <param name="path">Path of the setting.</param>
    /// <param name="value">The value: JSON if it is that, text otherwise.</param>
    /// <param name="origin">Origin of the value.</param>
    /// <param name="problems">Receives the problem.</param>
    public static void Apply(ObjectShape root, DocumentObject scenario, string path, string value, SettingOrigin origin, ProblemList problems)
    {
        if (Find(root, scenario, path, origin, problems) is { } place)
        {
            place.Replace(DocumentReader.ReadLoose(value, origin, place.Path, problems));
        }
    }

    /// <summary>Finds where a path leads, or reports why it leads nowhere.</summary>
    /// <param name="root">The catalogue.</param>
    /// <param name="scenario">The document; values in short form are spelled out, and missing groups made, on the way.</param>
    /// <param name="path">Path of the setting.</param>
    /// <param name="origin">Origin of what is made, and of the problem.</param>
    /// <param name="problems">Receives the problem.</param>
    public static SettingPlace? Find(ObjectShape root, DocumentObject scenario, string path, SettingOrigin origin, ProblemList problems)
    {
        if (PathSegment.Parse(path) is not { Count: <= DeepestPath } segments)
        {
            problems.Add(origin, path, $"\"{path}\" is not a path", "A path is names with dots, and numbers or names of list items in square brackets.", "For example arms[0].start.offsetMonths.");
            return null;
        }

        var place = new SettingPlace(root, "", "", null, () => scenario, static _ => { });
        for (var i = 0; i < segments.Count; i++)
        {
            var isLast = i == segments.Count - 1;
            if ((segments[i].IsSelector ? Item(place, segments[i].Text, origin, problems) : Member(place, segments[i].Text, isLast, origin, problems)) is not { } next)
            {
                return null;
            }

            place = next;
        }

        return place;
    }

    private static SettingPlace? Member(SettingPlace place, string name, bool isLast, SettingOrigin origin, ProblemList problems)
    {
        var path = SettingPath.Member(place.Path, name);
        if (AsGroup(place, origin) is not { } group)
        {
            problems.Add(origin, path, $"{path} does not exist", place.Read() is { } node ? $"{place.Path} is {node.AsTyped}, which has no parts with names." : "");
            return null;
        }

        var found = group.Find(name);
        var shape = PathWalk.Member(place.Shape, name, group);
        if (found is null && (shape is null || (place.Shape is MapShape && !isLast)))
        {
            var known = PathWalk.MemberNames(place.Shape, group);
            var suggestion = NearestName.Suggest(name, known);
            problems.Add(
                origin,
                path,
                $"{path} is not a known setting",
                "",
                suggestion.Length > 0 || known.Count == 0 ? suggestion : $"Known here: {string.Join(", ", known)}.");
            return null;
        }

        shape ??= new OpaqueShape("");
        if (found is null && !isLast)
        {
            found = DefaultFiller.DefaultOf(shape) ?? (shape is ListShape ? null : new DocumentObject(origin));
            if (found is not null)
            {
                group.Members[name] = found;
            }
        }

        return new SettingPlace(shape, path, SettingPath.Member(place.Key, name), place, () => group.Find(name), value => group.Members[name] = value);
    }

    // A place written in its short form is spelled out, so that a part of it can be set.
    private static DocumentObject? AsGroup(SettingPlace place, SettingOrigin origin)
    {
        var node = place.Read();
        if (node is DocumentObject group)
        {
            return group;
        }

        if (node is not DocumentValue value)
        {
            return null;
        }

        DocumentObject? spelled = null;
        if (place.Shape is Setting { Kind: SettingKind.Regions or SettingKind.WholeRegions } && value.Kind == JsonValueKind.Number)
        {
            spelled = new DocumentObject(origin);
            foreach (var region in SettingCheck.RegionNames)
            {
                spelled.Members[region] = value;
            }
        }
        else if (place.Shape is NameOrObjectShape either && value.Kind == JsonValueKind.String)
        {
            spelled = new DocumentObject(origin);
            spelled.Members[either.NameKey] = value;
        }

        if (spelled is not null)
        {
            place.Replace(spelled);
        }

        return spelled;
    }

    private static SettingPlace? Item(SettingPlace place, string selector, SettingOrigin origin, ProblemList problems)
    {
        var path = SettingPath.Item(place.Path, selector);
        var node = place.Read();
        if (node is not DocumentArray items)
        {
            problems.Add(origin, path, $"{path} does not exist", $"{place.Path} is {node?.AsTyped ?? "not set"}, which has no items.");
            return null;
        }

        var names = items.Items.ConvertAll(NameOf);
        if (!int.TryParse(selector, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= items.Items.Count)
        {
            index = names.FindIndex(name => name == selector);
        }

        if (index < 0)
        {
            var known = names.OfType<string>().ToList();
            var list = known.Count > 0 ? $" Their names are {string.Join(", ", known.Select(name => $"\"{name}\""))}." : "";
            var numbers = items.Items.Count == 0
                ? $"{place.Path} is an empty list."
                : string.Create(CultureInfo.InvariantCulture, $"{place.Path} has {items.Items.Count} {(items.Items.Count == 1 ? "item" : "items")}, numbered from 0.");
            problems.Add(origin, path, $"{path} does not exist", numbers + list, NearestName.Suggest(selector, known));
            return null;
        }

        return new SettingPlace(
            PathWalk.Item(place.Shape) ?? new OpaqueShape(""),
            path,
            SettingPath.Item(place.Key, index),
            place,
            () => items.Items[index],
            value => items.Items[index] = value);
    }

    private static string? NameOf(DocumentNode item) =>
        item.Text ?? (item as DocumentObject)?.Find("name")?.Text ?? (item as DocumentObject)?.Find("use")?.Text;
}
