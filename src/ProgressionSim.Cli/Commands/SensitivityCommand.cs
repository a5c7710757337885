using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;
using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Summaries.Sensitivity;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim sensitivity</c>.</summary>
internal static class SensitivityCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var scenario = ScenarioArguments.OfExperiment("sensitivity.patients");
        var output = new OutputOptions();
        var command = new Command("sensitivity", "Which settings matter, for the outcome and for the benefit of treatment: Sobol indices or Morris screening, and a tornado. Goes on where it was interrupted.");
        scenario.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var loaded = scenario.Load(parsed);
                var plan = ExperimentWork.Section(loaded, loaded.Experiments.Sensitivity, "sensitivity");
                var folder = output.Folder(parsed, plan.Run.Name, plan.Run.ScenarioSha256, SensitivityJobs.Of(plan.Method));
                folder.Use(SensitivityRun.Units(plan, loaded.Plans!), finished =>
                {
                    var work = new ExperimentWork(plan.Run.Name, output.Threads(parsed), cancellation);
                    var result = work.Do((threads, tell, stop) => SensitivityRun.Run(plan, loaded.Plans!, finished, threads, tell, stop));
                    var report = SensitivityReports.Of(result, ProgramVersion.Text);
                    folder.Write(RunResults.Files(report), cancellation);
                    Console.Out.Write(ShortAnswer.Of(report, folder, output.IsJson(parsed), Speed(result)));
                });
                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static string Speed(SensitivityResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"{result.Points:N0} points of {result.Plan.Patients:N0} patients in {result.ElapsedSeconds:F1} s");
}
