using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim validate</c>.</summary>
internal static class ValidateCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var scenario = ScenarioArguments.OfRun();
        var command = new Command("validate", "Checks a scenario file and lists every problem; runs nothing.");
        scenario.AddTo(command);
        command.SetAction(parsed =>
        {
            var result = scenario.Load(parsed);
            var plan = result.Plan!;
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.File}: no problems. {plan.Patients:N0} patients in {plan.Arms.Count} {(plan.Arms.Count == 1 ? "arm" : "arms")} ({string.Join(", ", plan.Arms.Select(arm => arm.Name))}), {plan.HorizonMonths} months.{Trial(result)}{Experiments(result)}"));
            return ExitCodes.Success;
        });
        return command;
    }

    private static string Experiments(ScenarioResult result) =>
        ExperimentWork.Commands(result.Experiments).Select(each => each.Command).ToArray() is { Length: > 0 } commands ? $" For {string.Join(", ", commands)} too." : "";

    private static string Trial(ScenarioResult result) => result.Trial is { } trial
        ? string.Create(CultureInfo.InvariantCulture, $" A trial of {trial.Patients:N0} patients with {trial.Endpoints.Count} {(trial.Endpoints.Count == 1 ? "endpoint" : "endpoints")}, {trial.Replicates:N0} times.")
        : "";
}
