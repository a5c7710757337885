using System.CommandLine;
using ProgressionSim.Cli.Results;

namespace ProgressionSim.Cli.Commands;

/// <summary>Where results go, in which form the short answer comes, and on how many threads the work is done: shared by the commands that compute.</summary>
internal sealed class OutputOptions
{
    private readonly Option<int?> threads = ThreadsOption.Create();

    private readonly Option<string?> output = new("--out") { Description = "Folder for the results; results/NAME if left out.", HelpName = "folder" };

    private readonly Option<string> format = new("--format") { Description = "Form of the short answer on standard output.", HelpName = "text|json", DefaultValueFactory = _ => "text" };

    /// <summary>Prepares the options.</summary>
    public OutputOptions() => format.Validators.Add(option =>
    {
        if (option.Tokens.Count > 0 && option.Tokens[0].Value is not ("text" or "json") and var typed)
        {
            option.AddError($"--format is {typed}. It must be text or json.");
        }
    });

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Add(threads);
        command.Add(output);
        command.Add(format);
    }

    /// <summary>The folder for results.</summary>
    /// <param name="parsed">What the user typed.</param>
    /// <param name="name">Name below <c>results</c> when no folder was given.</param>
    /// <param name="sha256">Hash of the scenario about to be run.</param>
    /// <param name="job">What is done with it, for example <c>run</c>.</param>
    public ResultFolder Folder(ParseResult parsed, string name, string sha256, string job) =>
        new(parsed.GetValue(output) ?? Path.Combine("results", name), sha256, job, ProgramVersion.Text);

    /// <summary>Number of threads; null for all cores.</summary>
    /// <param name="parsed">What the user typed.</param>
    public int? Threads(ParseResult parsed) => parsed.GetValue(threads);

    /// <summary>True when the short answer is to be JSON.</summary>
    /// <param name="parsed">What the user typed.</param>
    public bool IsJson(ParseResult parsed) => parsed.GetValue(format) == "json";
}
