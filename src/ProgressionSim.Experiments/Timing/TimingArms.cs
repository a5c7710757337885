using ProgressionSim.Engine.Running;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Timing;

/// <summary>Makes the arms of a timing experiment.</summary>
internal static class TimingArms
{
    /// <summary>The run with the reference, every start and every trigger as arms.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="run">The run: the plan's, or the same scenario with other values of its parameters.</param>
    public static RunPlan Of(TimingPlan plan, RunPlan run) => run with
    {
        Arms =
        [
            run.Arms[0],
            .. plan.OffsetsMonths.Select(offset => Moved(plan, run, FormattableString.Invariant($"start {offset}"), plan.Start with { OffsetMonths = offset })),
            .. plan.Triggers.Select(trigger => Moved(plan, run, trigger.Name, trigger.Start)),
        ],
    };

    private static Arm Moved(TimingPlan plan, RunPlan run, string name, TreatmentStart start) => new(
        name,
        [
            .. run.Arms[plan.Question.Arm].Treatments.Select((treatment, place) => plan.MovedTreatments.Contains(place)
                ? new ArmTreatment(treatment.TreatmentIndex, start, treatment.StopAfterMonths)
                : treatment),
        ]);
}
