using System.CommandLine;
using System.Globalization;
using System.Text;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;
using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Scenarios.Fitting;
using ProgressionSim.Summaries.Calibration;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim calibrate</c>.</summary>
internal static class CalibrateCommand
{
    private const string PopulationFile = "fitted-population.json";

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var scenario = ScenarioArguments.OfExperiment("calibration.patients");
        var output = new OutputOptions();
        var command = new Command("calibrate", $"Fits settings to published quantities and writes {PopulationFile} with how sure they are. Goes on where it was interrupted.");
        scenario.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var loaded = scenario.Load(parsed);
                var plan = ExperimentWork.Section(loaded, loaded.Experiments.Calibration, "calibration");
                var run = plan.Evidence.Run;
                var folder = output.Folder(parsed, run.Name, run.ScenarioSha256, CalibrationJobs.Calibration);
                folder.Use(CalibrationRun.Units(plan), finished =>
                {
                    var work = new ExperimentWork(run.Name, output.Threads(parsed), cancellation);
                    var result = work.Do((threads, tell, stop) => CalibrationRun.Run(plan, loaded.Plans!, finished, threads, tell, stop));
                    var report = CalibrationReports.Of(result, ProgramVersion.Text);
                    ResultFile population = new(PopulationFile, () => Encoding.UTF8.GetBytes(FittedPopulation.Write(loaded, result, ProgramVersion.Text)));
                    folder.Write([population, .. RunResults.Files(report)], cancellation);
                    Console.Out.Write(ShortAnswer.Of(report, folder, output.IsJson(parsed), Speed(result)));
                });
                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static string Speed(CalibrationResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"{result.Evaluations:N0} sets of values in {result.ElapsedSeconds:F1} s");
}
