using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Documents;

/// <summary>Collects every problem of a scenario. Not thread-safe.</summary>
internal sealed class ProblemList
{
    private readonly List<ScenarioProblem> problems = [];

    /// <summary>True while nothing was reported.</summary>
    public bool IsEmpty => problems.Count == 0;

    /// <summary>Reports a value that breaks a rule.</summary>
    public void Wrong(DocumentNode node, string path, string rule, string suggestion = "") =>
        Add(node.Origin, path, $"{path} is {node.AsTyped}", rule, suggestion, node.AsTyped);

    /// <summary>Reports anything else.</summary>
    public void Add(SettingOrigin origin, string path, string statement, string rule = "", string suggestion = "", string? typed = null) =>
        problems.Add(new ScenarioProblem
        {
            File = origin.File,
            Line = origin.Line,
            Path = path,
            ValueAsTyped = typed,
            Statement = statement,
            Rule = rule,
            Suggestion = suggestion,
            Order = (origin.Layer, origin.Line ?? 0, origin.Column ?? 0),
        });

    /// <summary>Adds everything reported here to another list.</summary>
    public void CopyTo(ProblemList other) => other.problems.AddRange(problems);

    /// <summary>All problems: the scenario's own file first, then the files it extends from the nearest to the farthest, then the command line.</summary>
    public IReadOnlyList<ScenarioProblem> InOrder() =>
        [.. problems
            .OrderBy(problem => problem.Order.Layer == SettingOrigin.CommandLineLayer)
            .ThenByDescending(problem => problem.Order.Layer)
            .ThenBy(problem => problem.Order.Line)
            .ThenBy(problem => problem.Order.Column)];
}
