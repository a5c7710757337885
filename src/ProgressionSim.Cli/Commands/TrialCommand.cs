using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;
using ProgressionSim.Summaries.Trials;
using ProgressionSim.Summaries.Trials.Json;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim trial</c>.</summary>
internal static class TrialCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var scenario = ScenarioArguments.OfTrial();
        var output = new OutputOptions();
        var export = new Option<string?>("--export")
        {
            Description = "Write the data of this trial (0 is the first) as CSV, with and without the effect: subjects, visits, events.",
            HelpName = "number",
        };
        var command = new Command("trial", "Simulates a scenario's trial many times: power, type I error, estimates, size and duration.");
        scenario.AddTo(command);
        command.Add(export);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var design = TrialScenarios.Design(scenario.Load(parsed));
                var exported = Replicate(parsed.GetValue(export), design);
                var folder = output.Folder(parsed, design.Name, design.ScenarioSha256, TrialJobs.Trial);
                folder.Use(() =>
                {
                    var work = new TrialWork(design.Name, output.Threads(parsed), cancellation);
                    var (simulation, found) = work.Do((threads, tell, stop) =>
                    {
                        var ready = new TrialSimulation(design, design.Patients, threads, tell, stop);
                        return (ready, OperatingCharacteristicsRun.Run(ready));
                    });
                    var report = TrialReports.OfTrial(found, simulation.Replay(0, design.Patients, Hypothesis.Alternative), ProgramVersion.Text);
                    folder.Write([.. Data(simulation, exported), .. RunResults.Files(report)], cancellation);
                    Console.Out.Write(ShortAnswer.Of(report, folder, output.IsJson(parsed), Speed(found)));
                });
                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static string Speed(OperatingCharacteristics found)
    {
        var trials = 2L * found.Replicates;
        return string.Create(CultureInfo.InvariantCulture, $"{trials:N0} trials in {found.ElapsedSeconds:F1} s: {trials / found.ElapsedSeconds:N0} trials/s");
    }

    private static uint? Replicate(string? typed, TrialDesign design)
    {
        if (typed is null)
        {
            return null;
        }

        return uint.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < design.Replicates
            ? number
            : throw new UserErrorException(
                $"--export is {typed}; nothing was run.\n   It is the number of a simulated trial, so it must be a whole number from 0 to {design.Replicates - 1}.");
    }

    private static IEnumerable<ResultFile> Data(TrialSimulation simulation, uint? replicate)
    {
        if (replicate is not { } number)
        {
            yield break;
        }

        foreach (var hypothesis in (Hypothesis[])[Hypothesis.Alternative, Hypothesis.Null])
        {
            var trial = simulation.Replay(number, simulation.Design.Patients, hypothesis);
            foreach (var table in TrialDataTables.Of(trial, number, hypothesis))
            {
                var folder = string.Create(CultureInfo.InvariantCulture, $"data/trial-{number}/{(hypothesis == Hypothesis.Null ? "null" : "alternative")}");
                yield return new ResultFile($"{folder}/{table.FileName}", () => System.Text.Encoding.UTF8.GetBytes(table.Text));
            }
        }
    }
}
