using System.Globalization;
using System.Text;

namespace ProgressionSim.Scenarios.Validation;

/// <summary>Problems as the text a user reads.</summary>
public static class ProblemText
{
    /// <summary>Renders problems under a heading that says how many there are.</summary>
    /// <param name="scenarioFile">File the user asked to run.</param>
    /// <param name="problems">At least one problem, in the order to be shown.</param>
    /// <returns>Lines ending in a line feed.</returns>
    public static string Render(string scenarioFile, IReadOnlyList<ScenarioProblem> problems)
    {
        var text = new StringBuilder();
        var count = problems.Count == 1 ? "1 problem" : problems.Count.ToString(CultureInfo.InvariantCulture) + " problems";
        text.Append(scenarioFile).Append(": ").Append(count).Append(", nothing was run.\n\n");
        for (var i = 0; i < problems.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {string.Join("\n   ", Lines(problems[i]))}\n");
        }

        return text.ToString();
    }

    /// <summary>One problem: what is wrong and where, then the rule and the next step where there are any.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>Lines without line ends and other control characters.</returns>
    public static IReadOnlyList<string> Lines(ScenarioProblem problem) =>
        [.. new[] { $"{problem.Statement} ({Place(problem)}).", problem.Rule, problem.Suggestion }.Where(line => line.Length > 0).Select(OnOneLine)];

    // A default is written nowhere, and can be at odds with what is.
    private static string Place(ScenarioProblem problem) => problem switch
    {
        { Line: { } line } => string.Create(CultureInfo.InvariantCulture, $"{problem.File}, line {line}"),
        { File: "" } => "a default",
        _ => problem.File,
    };

    // A key or value may hold characters that would disturb a terminal or look like another problem.
    private static string OnOneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}
