namespace ProgressionSim.Architecture.Tests.Layers;

/// <summary>Compares who uses whom with a layer table.</summary>
internal static class LayerChecker
{
    /// <summary>Offences among references between projects.</summary>
    /// <param name="rules">The table.</param>
    /// <param name="projects">Every source project.</param>
    /// <param name="references">Who references whom, and where that is seen.</param>
    public static IEnumerable<string> Projects(
        IReadOnlyDictionary<string, LayerRule> rules,
        IEnumerable<string> projects,
        IEnumerable<(string From, string To, string Seen)> references)
    {
        foreach (var project in projects.Where(project => !rules.ContainsKey(project)))
        {
            yield return $"{project} is not in the layer table: give it a row in LayerTable.cs.";
        }

        foreach (var (from, to, seen) in references.Where(reference => rules.ContainsKey(reference.From)))
        {
            if (!rules.TryGetValue(to, out var target))
            {
                yield return $"{from} -> {to} ({seen}): {to} is not in the layer table.";
            }
            else if (!rules[from].Projects.Contains(to, StringComparer.Ordinal))
            {
                var why = target.Layer == rules[from].Layer ? $"both are of layer {target.Layer}" : $"layers {rules[from].Layer} -> {target.Layer}, not in its row";
                yield return $"{from} -> {to} ({seen}): {why}.";
            }
        }
    }

    /// <summary>Offences of the table itself: a row that points sideways, up or nowhere.</summary>
    public static IEnumerable<string> Table(IReadOnlyDictionary<string, LayerRule> rules) =>
        from rule in rules
        from to in rule.Value.Projects
        where !rules.TryGetValue(to, out var target) || target.Layer >= rule.Value.Layer
        select $"The row of {rule.Key} allows {to}, which is not in a lower layer.";

    /// <summary>Offences among names that a project uses and a list must allow.</summary>
    /// <param name="project">The project.</param>
    /// <param name="what">What the names are, for the message.</param>
    /// <param name="used">Names used.</param>
    /// <param name="allowed">Names allowed.</param>
    public static IEnumerable<string> NotAllowed(string project, string what, IEnumerable<string> used, IEnumerable<string> allowed) =>
        used.Except(allowed, StringComparer.Ordinal).Select(name => $"{project} uses {what} {name}, which its list in LayerTable.cs does not allow.");
}
