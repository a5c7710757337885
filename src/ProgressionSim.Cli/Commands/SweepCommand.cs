using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;
using ProgressionSim.Experiments.Sweeps;
using ProgressionSim.Summaries.Sweeps;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim sweep</c>.</summary>
internal static class SweepCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var scenario = ScenarioArguments.OfExperiment(ScenarioArguments.Patients);
        var output = new OutputOptions();
        var command = new Command("sweep", "Runs a scenario over a grid of one or two of its settings: curves, heat maps, contours of equal benefit. Goes on where it was interrupted.");
        scenario.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var loaded = scenario.Load(parsed);
                var plan = ExperimentWork.Section(loaded, loaded.Experiments.Sweep, "sweep");
                var folder = output.Folder(parsed, plan.Run.Name, plan.Run.ScenarioSha256, SweepJobs.Sweep);
                folder.Use(SweepRun.Units(plan, loaded.Plans!), finished =>
                {
                    var work = new ExperimentWork(plan.Run.Name, output.Threads(parsed), cancellation);
                    var result = work.Do((threads, tell, stop) => SweepRun.Run(plan, loaded.Plans!, finished, threads, tell, stop));
                    var report = SweepReports.Of(result, ProgramVersion.Text);
                    folder.Write(RunResults.Files(report), cancellation);
                    Console.Out.Write(ShortAnswer.Of(report, folder, output.IsJson(parsed), Speed(result)));
                });
                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static string Speed(SweepResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"{result.Plan.Cells:N0} cells of {result.Plan.Run.Patients:N0} patients in {result.ElapsedSeconds:F1} s");
}
