using System.CommandLine;
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
        var threads = new Option<int?>("--threads") { Description = "Number of threads; all cores if left out. The results are the same on any number.", HelpName = "number" };
        threads.Validators.Add(option =>
        {
            if (option.GetValueOrDefault<int?>() is < 1 or > 1024)
            {
                option.AddError("--threads must be from 1 to 1024.");
            }
        });
        var output = new Option<string?>("--out") { Description = "Folder for the results; results/NAME if left out.", HelpName = "folder" };
        var format = new Option<string>("--format") { Description = "Form of the short answer on standard output.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
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
        var result = RunProgress.Show(plan, progress => Simulation.Run(plan, threads, progress, cancellation), cancellation);
        var summary = RunSummary.Of(result, ProgramVersion.Text);
        var content = ReportContentBuilder.Build(summary);
        folder.Write(RunResults.Files(summary, content), cancellation);
        Console.Out.Write(format == "json" ? ShortAnswer.Json(summary, content, folder) : ShortAnswer.Text(summary, content, folder));
    }
}
