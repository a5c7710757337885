using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Running;

/// <summary>What a plan needs of the untreated twins.</summary>
internal sealed class TwinNeeds
{
    private readonly HashSet<StartAt> milestones;

    public TwinNeeds(RunPlan plan)
    {
        milestones = [.. plan.Arms.SelectMany(arm => arm.Treatments).Select(treatment => treatment.Start).Where(start => CountsFromTwin(plan, start)).Select(start => start.At)];
        var fromOnset = plan.ReportFrom == ReportOrigin.BiologicalOnset;
        MaximumStepsToOrigin = fromOnset && !AnyMilestone ? 0 : (int)Math.Ceiling(plan.MaximumMonthsToOrigin / plan.StepMonths);
        Paths = AnyMilestone || !fromOnset || !plan.Arms.All(arm => arm.Treatments.Any(treatment => IsAtOnset(treatment.Start)));
    }

    /// <summary>Gets the largest number of steps a patient may take to the report origin or to a milestone of the twin that a start counts from.</summary>
    public int MaximumStepsToOrigin { get; }

    /// <summary>Gets a value indicating whether the twins' paths are looked at: not when every arm is treated from biological onset on and reported from there.</summary>
    public bool Paths { get; }

    /// <summary>Gets a value indicating whether a start counts from a milestone of the twin: back, or from an enrolment by rule.</summary>
    public bool AnyMilestone => milestones.Count > 0;

    /// <summary>True when a start counts from the twin's milestone: the twin must be followed to it, however late it comes.</summary>
    public bool Milestone(StartAt milestone) => milestones.Contains(milestone);

    private static bool CountsFromTwin(RunPlan plan, TreatmentStart start) =>
        start.At is not StartAt.Age and not StartAt.BiologicalOnset && (start.OffsetMonths < 0 || (start.At == StartAt.Enrolment && plan.Enrolment is not null));

    private static bool IsAtOnset(TreatmentStart start) => start.At == StartAt.BiologicalOnset && start.OffsetMonths <= 0;
}
