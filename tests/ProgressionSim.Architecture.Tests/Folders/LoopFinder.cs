namespace ProgressionSim.Architecture.Tests.Folders;

/// <summary>Finds loops among dependencies.</summary>
internal static class LoopFinder
{
    /// <summary>
    /// A shortest loop through every dependency that lies on one, each loop once, written as a chain with one place where each step is seen.
    /// Empty exactly when the dependencies form no loop.
    /// </summary>
    public static IReadOnlyList<string> Loops(IEnumerable<Dependency> dependencies)
    {
        var steps = dependencies.Where(step => step.From != step.To).DistinctBy(step => (step.From, step.To)).OrderBy(step => step.From, StringComparer.Ordinal).ToArray();
        var outgoing = steps.ToLookup(step => step.From, StringComparer.Ordinal);
        var loops = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            if (ShortestPath(outgoing, step.To, step.From) is { } back)
            {
                Dependency[] loop = [step, .. back];
                var first = Array.FindIndex(loop, part => part.From == loop.Min(each => each.From));
                loop = [.. loop[first..], .. loop[..first]];
                loops.TryAdd(string.Join(" -> ", loop.Select(part => part.From)), Chain(loop));
            }
        }

        return [.. loops.Values];
    }

    private static string Chain(Dependency[] loop) =>
        string.Join(" -> ", loop.Select(step => step.From).Append(loop[0].From)) + " (" + string.Join("; ", loop.Select(step => step.Seen)) + ")";

    /// <summary>Breadth first, so the first path that arrives is a shortest one; null if none arrives.</summary>
    private static List<Dependency>? ShortestPath(ILookup<string, Dependency> outgoing, string from, string to)
    {
        var reachedBy = new Dictionary<string, Dependency>(StringComparer.Ordinal);
        var waiting = new Queue<string>([from]);
        while (waiting.TryDequeue(out var place) && !reachedBy.ContainsKey(to))
        {
            foreach (var step in outgoing[place].Where(step => step.To != from && reachedBy.TryAdd(step.To, step)))
            {
                waiting.Enqueue(step.To);
            }
        }

        if (!reachedBy.ContainsKey(to))
        {
            return null;
        }

        var path = new List<Dependency>();
        for (var place = to; place != from; place = path[^1].From)
        {
            path.Add(reachedBy[place]);
        }

        path.Reverse();
        return path;
    }
}
