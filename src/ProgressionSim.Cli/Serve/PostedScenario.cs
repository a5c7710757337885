using System.Globalization;
using ProgressionSim.Engine.Running;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Cli.Serve;

/// <summary>A scenario that a client has sent.</summary>
internal static class PostedScenario
{
    /// <summary>Largest number of patients that a client may ask for: minutes of work, so that others get their turn.</summary>
    public const long MostPatients = 1_000_000;

    // A megabyte can hold a problem in every few bytes; nobody reads more than these.
    private const int MostProblems = 100;

    private const string Name = "scenario";

    /// <summary>Loads it.</summary>
    /// <param name="utf8">The scenario as JSON in UTF-8.</param>
    /// <param name="problems">What is wrong with it, a text each; empty when there is a plan.</param>
    /// <returns>The plan; null when there are problems.</returns>
    public static RunPlan? Load(ReadOnlyMemory<byte> utf8, out IReadOnlyList<string> problems)
    {
        var result = ScenarioLoader.LoadText(utf8, Name, []);
        var found = result.Plan is { Patients: > MostPatients } plan ? [TooLarge(plan, result.Scenario!)] : result.Problems;
        problems = [.. found.Take(MostProblems).Select(problem => string.Join('\n', ProblemText.Lines(problem))), .. Others(found.Count - MostProblems)];
        return found.Count == 0 ? result.Plan : null;
    }

    private static ScenarioProblem TooLarge(RunPlan plan, ResolvedScenario scenario) => new()
    {
        File = Name,
        Line = scenario.Origins[nameof(plan.Patients).ToLowerInvariant()].Line,
        Path = "patients",
        Statement = string.Create(CultureInfo.InvariantCulture, $"patients is {plan.Patients}"),
        Rule = string.Create(CultureInfo.InvariantCulture, $"Runs for the page take turns, so it must be a whole number from 1 to {MostPatients:N0}."),
        Suggestion = "To run more, save the scenario as a file and use progsim run.",
    };

    private static IEnumerable<string> Others(int count) =>
        count > 0 ? [string.Create(CultureInfo.InvariantCulture, $"There {(count == 1 ? "is 1 more problem" : $"are {count:N0} more problems")}.")] : [];
}
