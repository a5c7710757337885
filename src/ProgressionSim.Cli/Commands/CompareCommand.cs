using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;
using ProgressionSim.Summaries.Trials;
using ProgressionSim.Summaries.Trials.Json;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim compare</c>.</summary>
internal static class CompareCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var scenarios = ScenarioArguments.OfTrials();
        var output = new OutputOptions();
        var power = new Option<string?>("--power") { Description = "Also find each design's number of patients for this power, to within 5 %.", HelpName = "probability" };
        var command = new Command("compare", "Compares the trials of several scenarios: power, size and duration side by side.");
        scenarios.AddTo(command);
        command.Add(power);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var designs = scenarios.LoadAll(parsed).Select(TrialScenarios.Design).ToList();
                CheckNames(designs);
                var target = TrialScenarios.Power(parsed.GetValue(power), designs[0]);
                var folder = output.Folder(parsed, "compare-" + string.Join('-', designs.Select(design => design.Name)), TrialJobs.Sha256(designs), TrialJobs.Compare(target ?? double.NaN));
                folder.Use(() =>
                {
                    var work = new TrialWork("compare", output.Threads(parsed), cancellation);
                    var found = work.Do((threads, tell, stop) => DesignComparisonRun.Run(designs, target, threads, tell, stop));
                    var report = TrialReports.OfComparison(found, ProgramVersion.Text);
                    folder.Write(RunResults.Files(report), cancellation);
                    Console.Out.Write(ShortAnswer.Of(
                        report, folder, output.IsJson(parsed), string.Create(CultureInfo.InvariantCulture, $"{designs.Count} designs in {found.ElapsedSeconds:F1} s")));
                });
                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static void CheckNames(List<TrialDesign> designs)
    {
        if (designs.GroupBy(design => design.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new UserErrorException($"Two of the scenarios are named {twice.Key}; nothing was run.\n   Tables and figures tell designs by their name, so each needs one of its own.");
        }
    }
}
