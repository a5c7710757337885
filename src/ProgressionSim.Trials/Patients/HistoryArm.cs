using System.Globalization;
using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Trials.Patients;

/// <summary>A treatment history as an arm of the engine.</summary>
internal static class HistoryArm
{
    /// <summary>The arm that lives a history.</summary>
    /// <param name="run">Arms and treatments.</param>
    /// <param name="history">The history.</param>
    /// <returns>
    /// Without a switch the model arm itself. With one, its treatments that the next arm has too go on as they are, its others stop at the switch, and the next arm's
    /// others start so many months after the switch as they would after enrolment. Treatments are told apart by their index.
    /// </returns>
    /// <exception cref="ArgumentException">No such arm, or a treatment that the switch starts or stops but that does not start at enrolment or later.</exception>
    public static Arm Of(RunPlan run, TreatmentHistory history)
    {
        var arm = At(run, history.ModelArm);
        if (history.NextModelArm is not { } index)
        {
            return arm;
        }

        var next = At(run, index);
        var treatments = new List<ArmTreatment>();
        foreach (var treatment in arm.Treatments)
        {
            if (Has(next, treatment))
            {
                treatments.Add(treatment);
            }
            else if (history.SwitchMonths > OffsetOf(run, arm, treatment))
            {
                treatments.Add(Stopped(run, treatment, history.SwitchMonths));
            }
        }

        foreach (var treatment in next.Treatments.Where(treatment => !Has(arm, treatment)))
        {
            treatments.Add(treatment with { Start = treatment.Start with { OffsetMonths = OffsetOf(run, next, treatment) + history.SwitchMonths } });
        }

        return new Arm(string.Create(CultureInfo.InvariantCulture, $"{arm.Name}, {next.Name} from month {history.SwitchMonths}"), treatments);
    }

    private static Arm At(RunPlan run, int index) =>
        index < run.Arms.Count ? run.Arms[index] : throw new ArgumentException($"There is no arm {index}: the plan has {run.Arms.Count}.", nameof(index));

    private static bool Has(Arm arm, ArmTreatment treatment) => arm.Treatments.Any(other => other.TreatmentIndex == treatment.TreatmentIndex);

    /// <summary>The treatment with its end at the switch, or earlier where it ends by itself.</summary>
    private static ArmTreatment Stopped(RunPlan run, ArmTreatment treatment, double switchMonths)
    {
        var untilSwitch = switchMonths - treatment.Start.OffsetMonths;
        var own = treatment.StopAfterMonths ?? run.Treatments[treatment.TreatmentIndex].StopAfterMonths;
        return new ArmTreatment(treatment.TreatmentIndex, treatment.Start, Math.Min(own ?? untilSwitch, untilSwitch));
    }

    /// <summary>Months from enrolment to a start that a switch must know.</summary>
    private static double OffsetOf(RunPlan run, Arm arm, ArmTreatment treatment) => treatment.Start is { At: StartAt.Enrolment, OffsetMonths: >= 0 }
        ? treatment.Start.OffsetMonths
        : throw new ArgumentException(
            $"Treatment {run.Treatments[treatment.TreatmentIndex].Name} of arm {arm.Name} must start at enrolment or later, because rescue or open label starts or stops it.",
            nameof(treatment));
}
