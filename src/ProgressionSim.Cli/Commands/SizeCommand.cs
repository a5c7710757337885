using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;
using ProgressionSim.Summaries.Trials;
using ProgressionSim.Summaries.Trials.Json;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim size</c>.</summary>
internal static class SizeCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var scenario = ScenarioArguments.OfTrial();
        var output = new OutputOptions();
        var power = new Option<string?>("--power") { Description = "Power to find the number of patients for; 0.9 if left out.", HelpName = "probability" };
        var precision = new Option<string?>("--precision")
        {
            Description = "Half-width of the number's 95 % interval as a share of it, at which the search ends; 0.03 if left out.",
            HelpName = "share",
        };
        var command = new Command("size", "Finds the number of patients with which a scenario's trial has a given power.");
        scenario.AddTo(command);
        command.Add(power);
        command.Add(precision);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var design = TrialScenarios.Design(scenario.Load(parsed));
                var settings = new SampleSizeSettings
                {
                    Power = TrialScenarios.Power(parsed.GetValue(power), design) ?? 0.9,
                    RelativeHalfWidth = Precision(parsed.GetValue(precision)),
                };
                var folder = output.Folder(parsed, design.Name + "-size", design.ScenarioSha256, TrialJobs.Size(settings.Power, settings.RelativeHalfWidth));
                folder.Use(() =>
                {
                    var work = new TrialWork(design.Name, output.Threads(parsed), cancellation);
                    var found = work.Do((threads, tell, stop) => SampleSizeSearch.Run(design, settings, threads, tell, stop));
                    var report = TrialReports.OfSize(found, ProgramVersion.Text);
                    folder.Write(RunResults.Files(report), cancellation);
                    var trials = found.Path.Sum(batch => (long)batch.Trials);
                    Console.Out.Write(ShortAnswer.Of(
                        report, folder, output.IsJson(parsed), string.Create(CultureInfo.InvariantCulture, $"{trials:N0} trials and a check in {found.ElapsedSeconds:F1} s")));
                });
                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static double Precision(string? typed)
    {
        const double Usual = 0.03;
        if (typed is null)
        {
            return Usual;
        }

        return double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0.001 and <= 0.5
            ? share
            : throw new UserErrorException($"--precision is {typed}; nothing was run.\n   It is a share of the number of patients, so it must be a number from 0.001 to 0.5. For 3 %, write 0.03.");
    }
}
