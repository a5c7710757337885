using System.CommandLine;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Cli.Commands;

/// <summary>The scenario file and the values that change it, shared by the commands that read one.</summary>
internal sealed class ScenarioArguments
{
    private readonly Argument<string> file = new("FILE") { Description = "Scenario file, or the path of a shipped one as listed by 'progsim scenarios'." };

    private readonly Option<string[]> sets = new("--set")
    {
        Description = "Change one setting: path=value. May be given more than once. Arms and treatments go by name: arms[late].start.offsetMonths=6",
        HelpName = "path=value",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> patients = new("--patients", "-n") { Description = "Number of virtual patients, each in every arm.", HelpName = "number" };

    private readonly Option<string?> seed = new("--seed") { Description = "Seed of the random numbers, 0 to 4294967295.", HelpName = "number" };

    /// <summary>Adds the argument and options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(file);
        command.Add(sets);
        command.Add(patients);
        command.Add(seed);
    }

    /// <summary>Loads the scenario.</summary>
    /// <param name="parsed">What the user typed.</param>
    /// <returns>A scenario without problems.</returns>
    /// <exception cref="UserErrorException">The scenario has problems; the message lists them all.</exception>
    public ScenarioResult Load(ParseResult parsed)
    {
        List<ScenarioOverride> overrides = [];
        if (parsed.GetValue(patients) is { } patientsText)
        {
            overrides.Add(new ScenarioOverride("patients", patientsText, $"--patients {patientsText}"));
        }

        if (parsed.GetValue(seed) is { } seedText)
        {
            overrides.Add(new ScenarioOverride("seed", seedText, $"--seed {seedText}"));
        }

        var path = ShippedScenarios.Find(parsed.GetValue(file)!);
        var result = ScenarioLoader.Load(path, parsed.GetValue(sets)!, overrides);
        return result.Succeeded ? result : throw new UserErrorException(ProblemText.Render(result.File, result.Problems).TrimEnd());
    }
}
