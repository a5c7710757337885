using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Running;

/// <summary>Runs a block of patients: the untreated twins first, then each arm from where it first differs from them.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <typeparam name="TSampler">How transitions are drawn.</typeparam>
internal sealed class CourseRunner<T, TSampler> : IDisposable
    where T : unmanaged, ILanes<T>
    where TSampler : ITransitionSampler<T>
{
    // Looking whether every lane is done costs as much as a step; a few steps too many after a death cost less, and no lane's result depends on them.
    private const int StepsBetweenLooks = 16;

    // Up to here it matters most when patients reach the origin, later on when they die.
    private const double ShortFollowUpMonths = 25;

    /// <summary>Marks a lane whose twin reaches no report origin.</summary>
    private const int NoOrigin = -1;

    private readonly RunPlan plan;
    private readonly int stepsAfterOrigin;
    private readonly int maximumStepsToOrigin;
    private readonly PathKernel<T, TSampler> kernel;
    private readonly PatientPath<T> twin;
    private readonly PatientPath<T> own;
    private readonly ArmTreatmentCourse<T>[][] arms;
    private readonly TwinNeeds needs;
    private readonly TwinEnrolment<T> enrolment;
    private readonly int[] origins = new int[T.Count];
    private readonly int[] twinEnds = new int[T.Count];
    private readonly float[] firstStarts = new float[T.Count];
    private readonly bool[] clamped = new bool[T.Count];

    public CourseRunner(RunPlan plan, int stepsAfterOrigin)
    {
        this.plan = plan;
        this.stepsAfterOrigin = stepsAfterOrigin;
        needs = new TwinNeeds(plan);
        maximumStepsToOrigin = needs.MaximumStepsToOrigin;
        kernel = new PathKernel<T, TSampler>(plan);
        var sampler = new PatientSampler(plan.Population, plan.Seed, plan.Repetition);
        Batch = new PatientBatch(sampler, stepsAfterOrigin * plan.StepMonths <= ShortFollowUpMonths ? plan.ReportFrom : ReportOrigin.BiologicalOnset);
        Block = new PatientBlock<T>(plan, sampler);
        twin = new PatientPath<T>(kernel.Disease.Layout, maximumStepsToOrigin + stepsAfterOrigin + 1);
        own = new PatientPath<T>(kernel.Disease.Layout, maximumStepsToOrigin + stepsAfterOrigin + 1);
        enrolment = new TwinEnrolment<T>(plan, maximumStepsToOrigin);
        arms = [.. plan.Arms.Select(arm => arm.Treatments.Select(treatment => new ArmTreatmentCourse<T>(plan, treatment, enrolment)).ToArray())];
    }

    /// <summary>Gets the patients to run: draw them first.</summary>
    public PatientBatch Batch { get; }

    public PatientBlock<T> Block { get; }

    public PathKernel<T, TSampler> Kernel => kernel;

    /// <summary>Gets the untreated twins' paths.</summary>
    public PatientPath<T> Twin => twin;

    /// <summary>Gets the step of each lane's report origin, or <see cref="NoOrigin"/>.</summary>
    public ReadOnlySpan<int> Origins => origins;

    /// <summary>Gets the first start of each lane's treatments in the arm run last; far beyond any run for never.</summary>
    public ReadOnlySpan<float> FirstStarts => firstStarts;

    /// <summary>Gets, by lane, whether the arm run last has a start that was put off to biological onset.</summary>
    public ReadOnlySpan<bool> Clamped => clamped;

    /// <summary>
    /// Takes patients of the batch and runs their untreated twins; where nobody looks at their paths they stay at onset.
    /// </summary>
    /// <param name="place">Place in the batch of the patient in lane 0.</param>
    public void Begin(int place)
    {
        Block.Fill(Batch, place);
        kernel.Begin(Block, twin);
        enrolment.Begin();
        for (var steps = TwinStepsLeft(); steps > 0 && needs.Paths; steps = TwinStepsLeft())
        {
            for (var i = Math.Min(steps, StepsBetweenLooks); i > 0; i--)
            {
                var step = twin.LastRow;
                kernel.Step(Block, twin, [], step);
                enrolment.Look(Block, kernel.Measures, step, twin);
            }
        }
    }

    /// <summary>Runs an arm.</summary>
    /// <returns>Its path, valid until the next arm is run.</returns>
    public PatientPath<T> RunArm(int arm)
    {
        var treatments = arms[arm];
        Array.Fill(firstStarts, MilestoneLanes<T>.Never);
        Array.Clear(clamped);
        if (treatments.Length == 0)
        {
            return twin;
        }

        var fork = PrepareFork(treatments);
        own.ForkFrom(twin, fork);
        foreach (var treatment in treatments)
        {
            treatment.Begin(Block, twin, twinEnds, fork, own);
        }

        if (fork == 0)
        {
            RunBeforeOnset(treatments);
        }

        for (var steps = ArmStepsLeft(); steps > 0; steps = ArmStepsLeft())
        {
            for (var i = Math.Min(steps, StepsBetweenLooks); i > 0; i--)
            {
                var step = own.LastRow;
                kernel.Step(Block, own, treatments, step);
                foreach (var treatment in treatments)
                {
                    treatment.Look(Block, kernel.Measures, step, own);
                }
            }
        }

        for (var lane = 0; lane < T.Count; lane++)
        {
            foreach (var treatment in treatments)
            {
                firstStarts[lane] = Math.Min(firstStarts[lane], treatment.StartStep(lane));
                clamped[lane] |= treatment.IsClamped(Block, twin, lane);
            }
        }

        return own;
    }

    public void Dispose()
    {
        kernel.Dispose();
        Block.Dispose();
        twin.Dispose();
        own.Dispose();
        enrolment.Dispose();
        foreach (var treatment in arms.SelectMany(arm => arm))
        {
            treatment.Dispose();
        }
    }

    /// <summary>Steps until every twin is done if nobody else dies before; 0 when they are.</summary>
    private int TwinStepsLeft()
    {
        var steps = 0;
        for (var lane = 0; lane < T.Count; lane++)
        {
            origins[lane] = Origin(lane);
            twinEnds[lane] = origins[lane] == NoOrigin ? maximumStepsToOrigin : origins[lane] + stepsAfterOrigin;
            if (needs.AnyMilestone)
            {
                twinEnds[lane] = Math.Max(twinEnds[lane], maximumStepsToOrigin);
            }

            var missing = needs.AnyMilestone && MilestoneMissing(lane);
            var followed = origins[lane] == NoOrigin || missing ? twinEnds[lane] : origins[lane] + stepsAfterOrigin;
            if (LaneAccess.Get(ref twin.Milestones.Death, lane) > twin.LastRow)
            {
                steps = Math.Max(steps, followed - twin.LastRow);
            }
        }

        return steps;
    }

    /// <summary>True while a milestone that a negative offset counts from has not been reached.</summary>
    private bool MilestoneMissing(int lane)
    {
        var (now, milestones) = (twin.LastRow, twin.Milestones);
        var onset = LaneAccess.Get(ref milestones.SymptomOnset, lane);
        return (needs.Milestone(StartAt.ElectromyographicChange) && LaneAccess.Get(ref milestones.ElectromyographicChange, lane) > now)
            || needs.Milestone(StartAt.NeurofilamentAbove)
            || (needs.Milestone(StartAt.SymptomOnset) && onset > now)
            || (needs.Milestone(StartAt.Diagnosis) && onset + LaneAccess.Get(ref Block.Lanes.DiagnosticDelay, lane) > now)
            || (needs.Milestone(StartAt.Enrolment) && enrolment.Moment(Block, twin, lane) > now);
    }

    private int Origin(int lane)
    {
        if (plan.ReportFrom == ReportOrigin.BiologicalOnset)
        {
            return 0;
        }

        var origin = plan.ReportFrom == ReportOrigin.Enrolment ? enrolment.Moment(Block, twin, lane) : LaneAccess.Get(ref twin.Milestones.SymptomOnset, lane);
        var reached = origin <= maximumStepsToOrigin && LaneAccess.Get(ref twin.Milestones.Death, lane) > origin;
        return reached ? (int)origin : NoOrigin;
    }

    /// <summary>Last step up to which the arm is its untreated twin: no treatment has started in any lane.</summary>
    private int PrepareFork(ArmTreatmentCourse<T>[] treatments)
    {
        var first = MilestoneLanes<T>.Never;
        foreach (var treatment in treatments)
        {
            treatment.ScreenTwin(Block, kernel.Measures, twin);
            for (var lane = 0; lane < T.Count; lane++)
            {
                first = Math.Min(first, treatment.StartOnTwin(Block, twin, lane));
            }
        }

        return (int)Math.Clamp(MathF.Floor(first), 0, twin.LastRow);
    }

    private void RunBeforeOnset(ArmTreatmentCourse<T>[] treatments)
    {
        var earliest = 0f;
        foreach (var treatment in treatments)
        {
            for (var lane = 0; lane < T.Count; lane++)
            {
                earliest = Math.Min(earliest, treatment.StartStep(lane));
            }
        }

        for (var step = (int)MathF.Floor(earliest); step < 0; step++)
        {
            kernel.StepBeforeOnset(Block, own, treatments, step);
        }
    }

    /// <summary>Steps until the arm is done in every lane if nobody else dies before; 0 when it is.</summary>
    private int ArmStepsLeft()
    {
        var steps = 0;
        for (var lane = 0; lane < T.Count; lane++)
        {
            if (origins[lane] != NoOrigin && LaneAccess.Get(ref own.Milestones.Death, lane) > own.LastRow)
            {
                steps = Math.Max(steps, origins[lane] + stepsAfterOrigin - own.LastRow);
            }
        }

        return steps;
    }
}
