using System.CommandLine;
using System.Globalization;
using ProgressionSim.Cli.Errors;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Cli.Commands;

/// <summary><c>progsim scenarios</c>.</summary>
internal static class ScenariosCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var path = new Argument<string?>("PATH") { Description = "A scenario to describe; all are listed if left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("scenarios", "Lists the scenarios that ship with the program, or describes one: its question, arms and treatments.") { path };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(path) is { } wanted)
            {
                Describe(wanted);
            }
            else
            {
                List();
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static void List()
    {
        var scenarios = ScenarioCatalogue.List(ShippedScenarios.Folder);
        var width = scenarios.Select(scenario => scenario.Path.Length).DefaultIfEmpty().Max();
        foreach (var scenario in scenarios)
        {
            Console.Out.WriteLine($"{scenario.Path.PadRight(width)}  {scenario.Title}");
        }

        Console.Out.WriteLine();
        Console.Out.WriteLine("Describe one, with its commands: progsim scenarios PATH.  Run one: progsim run PATH.");
    }

    private static void Describe(string wanted)
    {
        var path = ShippedScenarios.Find(wanted);
        var result = ScenarioLoader.Load(path, []);
        if (result.Plan is not { } plan)
        {
            throw new UserErrorException(Scenarios.Validation.ProblemText.Render(result.File, result.Problems).TrimEnd());
        }

        Console.Out.WriteLine(plan.Title);
        Console.Out.WriteLine(plan.Description);
        Console.Out.WriteLine();
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Patients:N0} patients in every arm, {plan.HorizonMonths} months from {Origin(plan.ReportFrom)}, seed {plan.Seed}."));
        foreach (var arm in plan.Arms)
        {
            Console.Out.WriteLine($"  {arm.Name}: {(arm.Treatments.Count == 0 ? "no treatment" : string.Join("; ", arm.Treatments.Select(treatment => Describe(plan, treatment))))}");
        }

        Console.Out.WriteLine();
        Console.Out.WriteLine($"Run it: progsim run {wanted}");
        foreach (var (command, finds) in ExperimentWork.Commands(result.Experiments))
        {
            Console.Out.WriteLine($"{finds}: progsim {command} {wanted}");
        }

        if (result.Trial is { } trial)
        {
            Console.Out.WriteLine($"Its trial ({trial.Patients} patients, {string.Join(", ", trial.Endpoints.Select(endpoint => endpoint.Name))}): progsim trial {wanted}");
        }
    }

    private static string Describe(RunPlan plan, ArmTreatment treatment)
    {
        var start = treatment.Start;
        var moment = start.At switch
        {
            StartAt.BiologicalOnset => "biological onset",
            StartAt.ElectromyographicChange => "electromyographic change",
            StartAt.NeurofilamentAbove => string.Create(CultureInfo.InvariantCulture, $"a neurofilament sample above {start.NeurofilamentPgPerMl} pg/mL"),
            StartAt.SymptomOnset => "symptom onset",
            StartAt.Diagnosis => "diagnosis",
            StartAt.Age => string.Create(CultureInfo.InvariantCulture, $"age {start.AgeYears}"),
            _ => "enrolment",
        };
        var offset = start.OffsetMonths switch
        {
            0 => "at ",
            > 0 => string.Create(CultureInfo.InvariantCulture, $"{start.OffsetMonths} months after "),
            _ => string.Create(CultureInfo.InvariantCulture, $"{-start.OffsetMonths} months before "),
        };
        return $"{plan.Treatments[treatment.TreatmentIndex].Name} from {offset}{moment}".Replace("from at ", "from ", StringComparison.Ordinal);
    }

    private static string Origin(ReportOrigin origin) => origin switch
    {
        ReportOrigin.BiologicalOnset => "biological onset",
        ReportOrigin.SymptomOnset => "symptom onset",
        _ => "enrolment",
    };
}
