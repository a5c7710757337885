using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Summaries.Uncertainty;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim uncertainty</c>.</summary>
internal static class UncertaintyCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var scenario = ScenarioArguments.OfExperiment("uncertainty.patients");
        var output = new OutputOptions();
        var command = new Command("uncertainty", "How sure the answer is: outcomes over uncertain parameters, and the split into chance, patients and parameters. Goes on where it was interrupted.");
        scenario.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var loaded = scenario.Load(parsed);
                var plan = ExperimentWork.Section(loaded, loaded.Experiments.Uncertainty, "uncertainty");
                var run = loaded.Plan!;
                var folder = output.Folder(parsed, run.Name, run.ScenarioSha256, UncertaintyJobs.Uncertainty);
                folder.Use(UncertaintyRun.Units(plan), finished =>
                {
                    var work = new ExperimentWork(run.Name, output.Threads(parsed), cancellation);
                    var uncertain = new UncertainScenario(plan, loaded.Plans!, finished);
                    var result = work.Do((threads, tell, stop) => UncertaintyRun.Run(uncertain, loaded.Experiments.UncertaintyQuestion!, threads, tell, stop));
                    var report = UncertaintyReports.Of(result, ProgramVersion.Text);
                    folder.Write(RunResults.Files(report), cancellation);
                    Console.Out.Write(ShortAnswer.Of(report, folder, output.IsJson(parsed), Speed(result)));
                });
                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static string Speed(UncertaintyResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Uncertainty.Draws.Count:N0} draws of parameters with {result.Uncertainty.Plan.Patients:N0} patients in {result.ElapsedSeconds:F1} s");
}
