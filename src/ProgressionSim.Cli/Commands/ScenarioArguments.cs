using System.CommandLine;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Cli.Commands;

/// <summary>The scenario files and the values that change them, shared by the commands that read any.</summary>
internal sealed class ScenarioArguments
{
    /// <summary>Path of the setting that says how many patients are run.</summary>
    public const string Patients = "patients";

    private readonly Argument files;

    private readonly Option<string[]> sets = new("--set")
    {
        Description = "Change one setting: path=value. May be given more than once. Arms and treatments go by name: arms[late].start.offsetMonths=6",
        HelpName = "path=value",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    // Options that stand for a setting, with its path.
    private readonly List<(Option<string?> Option, string Path)> shortcuts = [];

    private ScenarioArguments(Argument files) => this.files = files;

    /// <summary>Arguments of commands that run a scenario's patients.</summary>
    public static ScenarioArguments OfRun() => OneFile()
        .With("--patients", Patients, "Number of virtual patients, each in every arm.", "-n")
        .WithSeed();

    /// <summary>Arguments of the command that moves the start of treatment.</summary>
    public static ScenarioArguments OfTiming() =>
        new ScenarioArguments(new Argument<string[]>("FILE")
            {
                Description = "Scenario file, or the path of a shipped one as listed by 'progsim scenarios'; two of them to put them side by side.",
                Arity = new ArgumentArity(1, 2),
            })
            .With("--patients", Patients, "Number of virtual patients, the same at every start.", "-n")
            .WithSeed();

    /// <summary>Arguments of commands that run a scenario at many values of its settings.</summary>
    /// <param name="patientsPath">Path of the number of patients.</param>
    public static ScenarioArguments OfExperiment(string patientsPath) => OneFile()
        .With("--patients", patientsPath, patientsPath == Patients ? "Number of virtual patients, the same in every cell." : "Number of virtual patients at each set of values, the same each time.", "-n")
        .WithSeed();

    /// <summary>Arguments of commands that run a scenario's trial.</summary>
    public static ScenarioArguments OfTrial() => OneFile()
        .With("--patients", "trial.patients", "Number of patients of the trial, all arms together.", "-n")
        .With("--replicates", "trial.replicates", "Number of simulated trials, each with and without the effect.")
        .WithSeed();

    /// <summary>Arguments of commands that run several scenarios' trials.</summary>
    public static ScenarioArguments OfTrials() =>
        new ScenarioArguments(new Argument<string[]>("FILE")
            {
                Description = "Two to twelve scenario files with trials, or the paths of shipped ones; what is set is set in all of them.",
                Arity = new ArgumentArity(2, 12),
            })
            .With("--patients", "trial.patients", "Number of patients of each trial, all arms together.", "-n")
            .With("--replicates", "trial.replicates", "Number of simulated trials, each with and without the effect.")
            .WithSeed();

    /// <summary>Adds the argument and options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(files);
        command.Add(sets);
        foreach (var (option, _) in shortcuts)
        {
            command.Add(option);
        }
    }

    /// <summary>Loads the scenario of a command that takes one.</summary>
    /// <param name="parsed">What the user typed.</param>
    /// <param name="more">Settings that the command adds; they come last.</param>
    /// <returns>A scenario without problems.</returns>
    /// <exception cref="UserErrorException">The scenario has problems; the message lists them all.</exception>
    public ScenarioResult Load(ParseResult parsed, params ScenarioOverride[] more) => LoadAll(parsed, more)[0];

    /// <summary>What the user typed to change a setting, for example <c>--patients 100</c>; null when nothing was.</summary>
    /// <param name="parsed">What the user typed.</param>
    /// <param name="path">Path of the setting.</param>
    public string? Sets(ParseResult parsed, string path)
    {
        var (option, _) = shortcuts.Find(shortcut => shortcut.Path == path);
        var set = parsed.GetValue(sets)!.FirstOrDefault(typed => typed.Split('=')[0].Trim() == path);
        return option is not null && parsed.GetValue(option) is { } typed ? $"{option.Name} {typed}" : set is null ? null : $"{sets.Name} {set}";
    }

    /// <summary>Loads the scenarios.</summary>
    /// <param name="parsed">What the user typed.</param>
    /// <param name="more">Settings that the command adds; they come last.</param>
    /// <returns>Scenarios without problems, in the order typed.</returns>
    /// <exception cref="UserErrorException">Some have problems; the message lists them all.</exception>
    public IReadOnlyList<ScenarioResult> LoadAll(ParseResult parsed, params ScenarioOverride[] more)
    {
        List<ScenarioOverride> overrides = [];
        foreach (var (option, path) in shortcuts)
        {
            if (parsed.GetValue(option) is { } typed)
            {
                overrides.Add(new ScenarioOverride(path, typed, $"{option.Name} {typed}"));
            }
        }

        overrides.AddRange(more);
        var results = Typed(parsed).Select(file => ScenarioLoader.Load(ShippedScenarios.Find(file), parsed.GetValue(sets)!, overrides)).ToList();
        var failed = results.Where(result => !result.Succeeded).Select(result => ProblemText.Render(result.File, result.Problems).TrimEnd()).ToList();
        return failed.Count == 0 ? results : throw new UserErrorException(string.Join("\n\n", failed));
    }

    private static ScenarioArguments OneFile() =>
        new(new Argument<string>("FILE") { Description = "Scenario file, or the path of a shipped one as listed by 'progsim scenarios'." });

    private string[] Typed(ParseResult parsed) => files is Argument<string> one ? [parsed.GetValue(one)!] : parsed.GetValue((Argument<string[]>)files)!;

    private ScenarioArguments With(string name, string path, string description, params string[] aliases)
    {
        shortcuts.Add((new Option<string?>(name, aliases) { Description = description, HelpName = "number" }, path));
        return this;
    }

    private ScenarioArguments WithSeed() => With("--seed", "seed", "Seed of the random numbers, 0 to 4294967295.");
}
