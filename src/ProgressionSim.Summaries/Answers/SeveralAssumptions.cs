using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Summaries.Answers;

/// <summary>Assumptions of several scenarios in one list.</summary>
internal static class SeveralAssumptions
{
    /// <summary>First those in which scenarios differ, with the name of the scenario before their path, then those that all share, once.</summary>
    /// <param name="scenarios">Name and assumptions of each.</param>
    public static IReadOnlyList<Assumption> Of(IReadOnlyList<KeyValuePair<string, IReadOnlyList<Assumption>>> scenarios)
    {
        var sets = scenarios.Select(each => each.Value.ToHashSet()).ToArray();
        var shared = scenarios[0].Value.Where(assumption => sets.All(set => set.Contains(assumption))).ToHashSet();
        return
        [
            .. scenarios.SelectMany(each => each.Value.Where(assumption => !shared.Contains(assumption)).Select(assumption => assumption with { Path = $"{each.Key}: {assumption.Path}" })),
            .. scenarios[0].Value.Where(shared.Contains),
        ];
    }
}
