using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Running;

/// <summary>When the untreated twins of a block of patients are enrolled, found as their paths grow.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class TwinEnrolment<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    private readonly TreatmentStart? rule;
    private readonly float offset;
    private readonly int maximumSteps;
    private readonly ScreeningSamples<T>? screening;

    public TwinEnrolment(RunPlan plan, int maximumSteps)
    {
        this.maximumSteps = maximumSteps;
        rule = plan.Enrolment;
        offset = (float)((rule?.OffsetMonths ?? 0) / plan.StepMonths);
        screening = rule is { At: StartAt.NeurofilamentAbove } ? new ScreeningSamples<T>(plan, rule) : null;
    }

    /// <summary>Gets a value indicating whether enrolment is counted from a milestone of the twin that the plan names.</summary>
    public bool HasRule => rule is not null;

    /// <summary>Starts a block.</summary>
    public void Begin() => screening?.Clear();

    /// <summary>After step k of the twins.</summary>
    public void Look(PatientBlock<T> block, MeasureConstants measures, int step, PatientPath<T> twin) => screening?.Read(block, measures, step, twin);

    /// <summary>
    /// Step at whose end a lane is enrolled, as far as its twin's path shows. By a rule of the plan only in life and in time, so that it does not depend on
    /// how long the lane's neighbours live.
    /// </summary>
    public float Moment(PatientBlock<T> block, PatientPath<T> twin, int lane)
    {
        var milestones = twin.Milestones;
        var onset = LaneAccess.Get(ref milestones.SymptomOnset, lane);
        if (rule is null)
        {
            return onset + LaneAccess.Get(ref block.Lanes.EnrolmentDelay, lane);
        }

        var from = rule.At switch
        {
            StartAt.BiologicalOnset => 0,
            StartAt.ElectromyographicChange => LaneAccess.Get(ref milestones.ElectromyographicChange, lane),
            StartAt.NeurofilamentAbove => LaneAccess.Get(ref *screening!.Trigger, lane),
            StartAt.SymptomOnset => onset,
            StartAt.Diagnosis => onset + LaneAccess.Get(ref block.Lanes.DiagnosticDelay, lane),
            _ => throw new InvalidOperationException($"Nobody is enrolled from {rule.At}."),
        };
        var moment = MathF.Ceiling(from + offset);
        return moment <= maximumSteps && LaneAccess.Get(ref milestones.Death, lane) > moment ? moment : MilestoneLanes<T>.Never;
    }

    public void Dispose() => screening?.Dispose();
}
