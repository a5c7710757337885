using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.Evidence;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim evidence</c>.</summary>
internal static class EvidenceCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var scenario = ScenarioArguments.OfExperiment("evidence.patients");
        var output = new OutputOptions();
        var command = new Command("evidence", "How far the model can be trusted: published quantities against its predictions, those it was fitted to and those it never saw. Goes on where it was interrupted.");
        scenario.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var loaded = scenario.Load(parsed);
                var plan = ExperimentWork.Section(loaded, loaded.Experiments.Evidence, "evidence");
                var uncertainty = loaded.Experiments.EvidenceUncertainty;
                var folder = output.Folder(parsed, plan.Run.Name, plan.Run.ScenarioSha256, EvidenceJobs.Evidence);
                folder.Use(EvidenceRun.Units(plan, uncertainty), finished =>
                {
                    var work = new ExperimentWork(plan.Run.Name, output.Threads(parsed), cancellation);
                    var result = work.Do((threads, tell, stop) => EvidenceRun.Run(plan, uncertainty, loaded.Plans!, finished, threads, tell, stop));
                    var report = EvidenceReports.Of(result, ProgramVersion.Text);
                    folder.Write(RunResults.Files(report), cancellation);
                    Console.Out.Write(ShortAnswer.Of(report, folder, output.IsJson(parsed), Speed(result)));
                });
                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static string Speed(EvidenceResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Quantities.Count:N0} quantities in {result.Plan.Patients:N0} patients and {(result.Uncertainty is null ? 0 : result.Plan.Draws):N0} draws of parameters in {result.ElapsedSeconds:F1} s");
}
