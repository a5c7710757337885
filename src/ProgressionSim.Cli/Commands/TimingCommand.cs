using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Results;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Experiments.Work;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Summaries.Timing;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim timing</c>.</summary>
internal static class TimingCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var scenario = ScenarioArguments.OfTiming();
        var output = new OutputOptions();
        var command = new Command("timing", "What waiting costs: outcomes by start of treatment, cost of delay, window of opportunity, point of no return, triggers.");
        scenario.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var scenarios = scenario.LoadAll(parsed);
                var plans = scenarios.Select(each => ExperimentWork.Section(each, each.Experiments.Timing, "timing")).ToList();
                if (plans.Count == 1)
                {
                    One(scenarios[0], plans[0], output, parsed, cancellation);
                }
                else
                {
                    Two(plans, output, parsed, cancellation);
                }

                return ExitCodes.Success;
            },
            CancellationToken.None));
        return command;
    }

    private static void One(ScenarioResult scenario, TimingPlan plan, OutputOptions output, ParseResult parsed, CancellationToken cancellation)
    {
        var folder = output.Folder(parsed, plan.Run.Name, plan.Run.ScenarioSha256, TimingJobs.Timing);
        void Run(IFinishedWork? finished)
        {
            var uncertain = scenario.Experiments.Uncertainty is { } uncertainty ? new UncertainScenario(uncertainty, scenario.Plans!, finished) : null;
            var work = new ExperimentWork(plan.Run.Name, output.Threads(parsed), cancellation);
            var result = work.Do((threads, tell, stop) => TimingRun.Run(plan, uncertain, threads, tell, stop));
            var report = TimingReports.Of(result, ProgramVersion.Text);
            folder.Write(RunResults.Files(report), cancellation);
            Console.Out.Write(ShortAnswer.Of(report, folder, output.IsJson(parsed), Speed(result.Run.Arms.Count, result)));
        }

        if (scenario.Experiments.Uncertainty is { } draws)
        {
            folder.Use(UncertaintyRun.Units(draws), Run);
        }
        else
        {
            folder.Use(() => Run(null));
        }
    }

    private static void Two(List<TimingPlan> plans, OutputOptions output, ParseResult parsed, CancellationToken cancellation)
    {
        if (TimingReports.RefusalToCompare(plans[0], plans[1]) is { } refusal)
        {
            throw new UserErrorException($"{refusal}\n   Nothing was run.");
        }

        var folder = output.Folder(parsed, string.Join("-", plans.Select(plan => plan.Run.Name)), TimingJobs.Sha256(plans[0], plans[1]), TimingJobs.Against);
        folder.Use(() =>
        {
            var results = plans.ConvertAll(plan => new ExperimentWork(plan.Run.Name, output.Threads(parsed), cancellation).Do((threads, tell, stop) => TimingRun.Run(plan, null, threads, tell, stop)));
            var report = TimingReports.OfComparison(results[0], results[1], ProgramVersion.Text);
            folder.Write(RunResults.Files(report), cancellation);
            Console.Out.Write(ShortAnswer.Of(report, folder, output.IsJson(parsed), Speed(2 * results[0].Run.Arms.Count, results[0])));
        });
    }

    private static string Speed(int arms, TimingResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"{result.Run.Patients:N0} patients in {arms} arms in {result.ElapsedSeconds:F1} s");
}
