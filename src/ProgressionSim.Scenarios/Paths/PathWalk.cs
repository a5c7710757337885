using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Paths;

/// <summary>Follows paths through the catalogue.</summary>
internal static class PathWalk
{
    /// <summary>What stands at a member, or null when the shape has none of that name.</summary>
    /// <param name="shape">Shape of the group.</param>
    /// <param name="name">Name of the member.</param>
    /// <param name="group">The group itself when known; its kind decides which settings it has.</param>
    public static Shape? Member(Shape shape, string name, DocumentObject? group = null) => shape switch
    {
        ObjectShape members => members.Find(name),
        NameOrObjectShape either => either.Group.Find(name),
        MapShape map => map.Item,
        KindShape kinds when group?.Find("kind")?.Text is { } kind && kinds.Kinds.TryGetValue(kind, out var found) => found.Find(name),
        KindShape kinds => kinds.Kinds.Values.Select(members => members.Find(name)).FirstOrDefault(found => found is not null),

        // Parts of a value, and groups of other commands, are checked where they are read.
        Setting or OpaqueShape => shape,
        _ => null,
    };

    /// <summary>Names a group may have.</summary>
    public static IReadOnlyList<string> MemberNames(Shape shape, DocumentObject? group = null) => shape switch
    {
        ObjectShape members => [.. members.Members.Select(member => member.Name)],
        NameOrObjectShape either => MemberNames(either.Group),
        MapShape => group is null ? [] : [.. group.Members.Keys],
        KindShape kinds when group?.Find("kind")?.Text is { } kind && kinds.Kinds.TryGetValue(kind, out var found) => MemberNames(found),
        KindShape kinds => [.. kinds.Kinds.Values.SelectMany(members => members.Members).Select(member => member.Name).Distinct(StringComparer.Ordinal)],
        _ => [],
    };

    /// <summary>What stands at an item of a list, or null when the shape is none.</summary>
    public static Shape? Item(Shape shape) => shape switch
    {
        ListShape list => list.Item,
        Setting or OpaqueShape => shape,
        _ => null,
    };

    /// <summary>Finds the first step of a path that the catalogue does not know.</summary>
    /// <param name="root">The catalogue.</param>
    /// <param name="path">The path.</param>
    /// <param name="suggestion">Known names there when a step is unknown.</param>
    /// <returns>The unknown step, or null when the whole path is known.</returns>
    public static string? FirstUnknown(Shape root, string path, out IReadOnlyList<string> suggestion)
    {
        suggestion = [];
        if (PathSegment.Parse(path) is not { } segments)
        {
            return path;
        }

        var shape = root;
        foreach (var segment in segments)
        {
            if ((segment.IsSelector ? Item(shape) : Member(shape, segment.Text)) is not { } next)
            {
                suggestion = MemberNames(shape);
                return segment.Text;
            }

            shape = next;
        }

        return null;
    }
}
