using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Progress;
using ProgressionSim.Cli.Results;
using ProgressionSim.Engine.Running;
using ProgressionSim.Summaries;
using ProgressionSim.Summaries.Answers;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim run</c>.</summary>
internal static class RunCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var scenario = new ScenarioArguments();
        var threads = new Option<int?>("--threads")
        {
            Description = "Number of threads; all cores if left out. The results are the same on any number.",
            HelpName = "number",
            CustomParser = ParseThreads,
        };
        var output = new Option<string?>("--out") { Description = "Folder for the results; results/NAME if left out.", HelpName = "folder" };
        var format = new Option<string>("--format") { Description = "Form of the short answer on standard output.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.Validators.Add(option =>
        {
            if (option.Tokens.Count > 0 && option.Tokens[0].Value is not ("text" or "json") and var typed)
            {
                option.AddError($"--format is {typed}. It must be text or json.");
            }
        });
        var command = new Command("run", "Runs a scenario and writes summary.json, tables, figures and report.html.");
        scenario.AddTo(command);
        command.Add(threads);
        command.Add(output);
        command.Add(format);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var plan = scenario.Load(parsed).Plan!;
                var folder = new ResultFolder(parsed.GetValue(output) ?? Path.Combine("results", plan.Name), plan.ScenarioSha256, ProgramVersion.Text);
                Run(plan, folder, parsed.GetValue(threads), parsed.GetValue(format)!, cancellation);
                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static void Run(RunPlan plan, ResultFolder folder, int? threads, string format, CancellationToken cancellation)
    {
        folder.Check();
        try
        {
            RunInto(plan, folder, threads, format, cancellation);
        }
        catch
        {
            folder.RemoveParents();
            throw;
        }
    }

    private static void RunInto(RunPlan plan, ResultFolder folder, int? threads, string format, CancellationToken cancellation)
    {
        var result = RunProgress.Show(plan, progress => Simulation.Run(plan, threads, progress, cancellation), cancellation);
        var summary = RunSummary.Of(result, ProgramVersion.Text);
        var content = ReportContentBuilder.Build(summary);
        folder.Write(RunResults.Files(summary, content), cancellation);
        Console.Out.Write(format == "json" ? ShortAnswer.Json(summary, content, folder) : ShortAnswer.Text(summary, content, folder));
    }

    private static int? ParseThreads(ArgumentResult argument)
    {
        var typed = argument.Tokens[0].Value;
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1024)
        {
            return number;
        }

        argument.AddError($"--threads is {typed}. It must be a whole number from 1 to 1024.");
        return null;
    }
}
