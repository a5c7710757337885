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
            var problem = problems[i];
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {OnOneLine(problem.Statement)} ({OnOneLine(Place(problem))}).\n");
            AppendIndented(text, problem.Rule);
            AppendIndented(text, problem.Suggestion);
        }

        return text.ToString();
    }

    // A default is written nowhere, and can be at odds with what is.
    private static string Place(ScenarioProblem problem) => problem switch
    {
        { Line: { } line } => string.Create(CultureInfo.InvariantCulture, $"{problem.File}, line {line}"),
        { File: "" } => "a default",
        _ => problem.File,
    };

    private static void AppendIndented(StringBuilder text, string sentence)
    {
        if (sentence.Length > 0)
        {
            text.Append("   ").Append(OnOneLine(sentence)).Append('\n');
        }
    }

    // A key or value may hold characters that would disturb a terminal or look like another problem.
    private static string OnOneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}
