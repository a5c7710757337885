using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Progress;
using ProgressionSim.Cli.Results;
using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Precision;
using ProgressionSim.Scenarios.Loading;
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
        var precision = new PrecisionOption();
        var output = new OutputOptions();
        var command = new Command("run", "Runs a scenario and writes summary.json, tables, figures and report.html.");
        scenario.AddTo(command);
        precision.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var plan = scenario.Load(parsed).Plan!;
                var targets = precision.Read(parsed, plan, scenario.Sets(parsed, ScenarioArguments.Patients));
                var folder = output.Folder(parsed, plan.Name, plan.ScenarioSha256, "run");
                folder.Use(() =>
                {
                    var threads = output.Threads(parsed);
                    var summary = targets.Count == 0 ? Run(plan, threads, cancellation) : RunTo(targets, plan, patients => Plan(scenario, parsed, patients), threads, cancellation);
                    folder.ScenarioSha256 = summary.Plan.ScenarioSha256;
                    Write(summary, folder, output.IsJson(parsed), cancellation);
                });
                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    /// <summary>The scenario as if it had been run with a number of patients, so that the results say what gives them again.</summary>
    private static RunPlan Plan(ScenarioArguments scenario, ParseResult parsed, long patients)
    {
        var number = patients.ToString(CultureInfo.InvariantCulture);
        return scenario.Load(parsed, new ScenarioOverride(ScenarioArguments.Patients, number, $"--patients {number}")).Plan!;
    }

    private static RunSummary Run(RunPlan plan, int? threads, CancellationToken cancellation)
    {
        var result = ProgressDisplay.Show(
            plan.Name,
            tell => Simulation.Run(plan, threads, done => tell(new ProgressStep("patients", done, plan.Patients)), cancellation),
            cancellation);
        return RunSummary.Of(result, ProgramVersion.Text);
    }

    private static RunSummary RunTo(
        IReadOnlyList<PrecisionTarget> targets, RunPlan plan, Func<long, RunPlan> withPatients, int? threads, CancellationToken cancellation)
    {
        try
        {
            var result = ProgressDisplay.Show(
                plan.Name,
                tell => PrecisionRun.Run(plan, targets, threads, step => tell(new ProgressStep(step.Stage, step.Done, step.Total)), cancellation),
                cancellation);
            var reached = targets.Select(target => new PrecisionReached(target, PrecisionMeasures.StandardError(result.Record, target)));
            return RunSummary.Of(result with { Plan = withPatients(result.Plan.Patients) }, ProgramVersion.Text) with { Precision = [.. reached] };
        }
        catch (PrecisionNotFeasibleException error)
        {
            throw new UserErrorException($"{error.Message}\n   Nothing was written. Ask for a larger standard error: twice as large takes a quarter of the patients.");
        }
    }

    private static void Write(RunSummary summary, ResultFolder folder, bool asJson, CancellationToken cancellation)
    {
        var content = ReportContentBuilder.Build(summary);
        folder.Write(RunResults.Files(summary, content), cancellation);
        Console.Out.Write(asJson ? ShortAnswer.Json(summary, content, folder) : ShortAnswer.Text(summary, content, folder));
    }
}
