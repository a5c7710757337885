using System.Globalization;
using System.Text.Json;
using ProgressionSim.Scenarios.Catalogue;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Loading;

/// <summary>Sets values given on the command line in a merged document. A path must exist in it or be a known setting.</summary>
internal static class OverrideApplier
{
    private const int DeepestPath = 32;

    /// <summary>Sets one value, or reports why it cannot be set.</summary>
    public static void Apply(DocumentObject scenario, ScenarioOverride change, ProblemList problems)
    {
        var origin = new SettingOrigin(change.Label, null, null, SettingOrigin.CommandLineLayer);
        if (PathSegment.Parse(change.Path) is not { Count: <= DeepestPath } segments)
        {
            problems.Add(origin, change.Path, $"\"{change.Path}\" is not a path", "A path is names with dots, and numbers or names of list items in square brackets.", "For example arms[0].start.offsetMonths.");
            return;
        }

        var place = new Place(SettingCatalogue.Root, scenario, "", static _ => { });
        for (var i = 0; i < segments.Count; i++)
        {
            var isLast = i == segments.Count - 1;
            if ((segments[i].IsSelector ? Item(place, segments[i].Text, origin, problems) : Member(place, segments[i].Text, isLast, origin, problems)) is not { } next)
            {
                return;
            }

            place = next;
        }

        place.Replace(DocumentReader.ReadLoose(change.Value, origin, place.Path, problems));
    }

    private static Place? Member(Place place, string name, bool isLast, SettingOrigin origin, ProblemList problems)
    {
        var path = SettingPath.Member(place.Path, name);
        if (AsGroup(place, origin) is not { } group)
        {
            problems.Add(origin, path, $"{path} does not exist", place.Node is null ? "" : $"{place.Path} is {place.Node.AsTyped}, which has no parts with names.");
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

        return new Place(shape, found, path, value => group.Members[name] = value);
    }

    // A place written in its short form is spelled out, so that a part of it can be set.
    private static DocumentObject? AsGroup(Place place, SettingOrigin origin)
    {
        if (place.Node is DocumentObject group)
        {
            return group;
        }

        if (place.Node is not DocumentValue value)
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

    private static Place? Item(Place place, string selector, SettingOrigin origin, ProblemList problems)
    {
        var path = SettingPath.Item(place.Path, selector);
        if (place.Node is not DocumentArray items)
        {
            problems.Add(origin, path, $"{path} does not exist", $"{place.Path} is {place.Node?.AsTyped ?? "not set"}, which has no items.");
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

        return new Place(PathWalk.Item(place.Shape) ?? new OpaqueShape(""), items.Items[index], path, value => items.Items[index] = value);
    }

    private static string? NameOf(DocumentNode item) =>
        item.Text ?? (item as DocumentObject)?.Find("name")?.Text ?? (item as DocumentObject)?.Find("use")?.Text;

    /// <summary>Where a path has led so far.</summary>
    private sealed record Place(Shape Shape, DocumentNode? Node, string Path, Action<DocumentNode> Replace);
}
