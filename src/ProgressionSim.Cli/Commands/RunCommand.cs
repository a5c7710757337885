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
        var scenario = ScenarioArguments.OfRun();
        var output = new OutputOptions();
        var command = new Command("run", "Runs a scenario and writes summary.json, tables, figures and report.html.");
        scenario.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var plan = scenario.Load(parsed).Plan!;
                var folder = output.Folder(parsed, plan.Name, plan.ScenarioSha256, "run");
                folder.Use(() => RunInto(plan, folder, output.Threads(parsed), output.IsJson(parsed), cancellation));
                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static void RunInto(RunPlan plan, ResultFolder folder, int? threads, bool asJson, CancellationToken cancellation)
    {
        var result = ProgressDisplay.Show(
            plan.Name,
            tell => Simulation.Run(plan, threads, done => tell(new ProgressStep("patients", done, plan.Patients)), cancellation),
            cancellation);
        var summary = RunSummary.Of(result, ProgramVersion.Text);
        var content = ReportContentBuilder.Build(summary);
        folder.Write(RunResults.Files(summary, content), cancellation);
        Console.Out.Write(asJson ? ShortAnswer.Json(summary, content, folder) : ShortAnswer.Text(summary, content, folder));
    }
}
