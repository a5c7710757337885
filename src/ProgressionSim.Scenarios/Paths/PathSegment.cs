namespace ProgressionSim.Scenarios.Paths;

/// <summary>One step of a setting's path: a member's name, or what stands in square brackets.</summary>
/// <param name="Text">The name, number or item name.</param>
/// <param name="IsSelector">True for what stands in square brackets.</param>
internal readonly record struct PathSegment(string Text, bool IsSelector)
{
    /// <summary>The steps of a path such as <c>arms[late].start.offsetMonths</c>.</summary>
    /// <returns>Null for text that is no path.</returns>
    public static IReadOnlyList<PathSegment>? Parse(string path)
    {
        var segments = new List<PathSegment>();
        var at = 0;
        while (at < path.Length)
        {
            if (path[at] == '[')
            {
                var close = path.IndexOf(']', at);
                if (close <= at + 1 || segments.Count == 0)
                {
                    return null;
                }

                segments.Add(new PathSegment(path[(at + 1)..close], IsSelector: true));
                at = close + 1;
                if (at < path.Length && path[at] is not ('.' or '['))
                {
                    return null;
                }

                continue;
            }

            if (segments.Count > 0)
            {
                // Every name but the first follows a dot.
                if (path[at] != '.')
                {
                    return null;
                }

                at++;
            }

            var end = path.AsSpan(at).IndexOfAny('.', '[') is var length and >= 0 ? at + length : path.Length;
            if (end == at)
            {
                return null;
            }

            segments.Add(new PathSegment(path[at..end], IsSelector: false));
            at = end;
        }

        return segments.Count > 0 ? segments : null;
    }
}
