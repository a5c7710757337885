using ProgressionSim.Engine.Random;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Model.Treatments;

namespace ProgressionSim.Engine.Running;

/// <summary>One treatment of an arm in a block of patients: when it starts, and what it does step by step.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class ArmTreatmentCourse<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    private readonly RunPlan plan;
    private readonly int treatmentIndex;
    private readonly Treatment treatment;
    private readonly TreatmentStart rule;
    private readonly float stopAfter;
    private readonly float ramp;
    private readonly float offset;
    private readonly TwinEnrolment<T> enrolment;
    private readonly ScreeningSamples<T>? screening;
    private readonly DoseTiming? doses;
    private readonly LaneBuffer<T> lanes;

    public ArmTreatmentCourse(RunPlan plan, ArmTreatment arm, TwinEnrolment<T> enrolment)
    {
        this.plan = plan;
        this.enrolment = enrolment;
        treatmentIndex = arm.TreatmentIndex;
        treatment = plan.Treatments[arm.TreatmentIndex];
        rule = arm.Start;
        stopAfter = (arm.StopAfterMonths ?? treatment.StopAfterMonths) is { } months ? (float)(months / plan.StepMonths) : MilestoneLanes<T>.Never;
        offset = (float)(rule.OffsetMonths / plan.StepMonths);
        screening = rule.At == StartAt.NeurofilamentAbove ? new ScreeningSamples<T>(plan, rule) : null;
        ramp = treatment switch
        {
            RateRatioTreatment ratio => (float)(ratio.RampMonths / plan.StepMonths),
            KnockdownTreatment knockdown => (float)(knockdown.RampMonths / plan.StepMonths),
            _ => 0,
        };
        doses = treatment is AntisenseTreatment antisense ? new DoseTiming(antisense.Schedule, plan.StepDays) : null;
        lanes = new LaneBuffer<T>(3 + IntrathecalPharmacokinetics.MaximumCompartments);
    }

    /// <summary>Gets a value indicating whether the start is decided on the arm's own path, step by step.</summary>
    public bool DecidedOnOwnPath => rule.At is not StartAt.Age and not StartAt.BiologicalOnset && !FromTwinEnrolment && rule.OffsetMonths >= 0;

    public TreatmentStart Rule => rule;

    private T* Start => lanes.Start;

    private T* Doses => lanes.Start + 1;

    /// <summary>Doses due so far.</summary>
    private T* Given => lanes.Start + 2;

    private T* Amplitudes => lanes.Start + 3;

    private bool FromTwinEnrolment => rule.At == StartAt.Enrolment && enrolment.HasRule;

    /// <summary>Start of treatment in steps, lane by lane; far beyond any run for never.</summary>
    public float StartStep(int lane) => ((float*)Start)[lane];

    /// <summary>
    /// Start that follows from the untreated twin: the actual start if no other treatment comes first. Negative only when it must be clamped
    /// or for a start by age.
    /// </summary>
    public float StartOnTwin(PatientBlock<T> block, PatientPath<T> twin, int lane)
    {
        switch (rule.At)
        {
            case StartAt.Age:
                return (float)(((rule.AgeYears * 12) + rule.OffsetMonths - block.AgeMonths[lane]) / plan.StepMonths);
            case StartAt.BiologicalOnset:
                return offset;
            case StartAt.Enrolment when FromTwinEnrolment:
                var enrolled = enrolment.Moment(block, twin, lane);
                return enrolled < MilestoneLanes<T>.Never ? enrolled + offset : enrolled;
            default:
                var start = Moment(block, twin.Milestones) + T.Of(offset);
                return LaneAccess.Get(ref start, lane);
        }
    }

    /// <summary>Looks for the trigger on the untreated twin.</summary>
    public void ScreenTwin(PatientBlock<T> block, MeasureConstants measures, PatientPath<T> twin)
    {
        screening?.Clear();
        for (var step = 0; step < twin.LastRow && screening is not null; step++)
        {
            screening.Read(block, measures, step, twin);
        }
    }

    /// <summary>Prepares the arm's path, forked from the twin at a step.</summary>
    /// <param name="block">The patients.</param>
    /// <param name="twin">The untreated twin.</param>
    /// <param name="twinEnd">By lane: last step at which a milestone of the twin counts.</param>
    /// <param name="fork">Step from which the arm has a path of its own.</param>
    /// <param name="own">The arm's path, already forked.</param>
    public void Begin(PatientBlock<T> block, PatientPath<T> twin, ReadOnlySpan<int> twinEnd, int fork, PatientPath<T> own)
    {
        for (var i = 0; i < IntrathecalPharmacokinetics.MaximumCompartments; i++)
        {
            Amplitudes[i] = T.Of(0f);
        }

        *Given = T.Of(0f);

        var start = (float*)Start;
        for (var lane = 0; lane < T.Count; lane++)
        {
            start[lane] = FixedStart(block, twin, twinEnd[lane], lane);
            if (DecidedOnOwnPath)
            {
                screening?.ForgetAfter(fork, lane);
            }
        }

        Decide(block, own);
    }

    /// <summary>True when a lane's start would have come before biological onset and is put off to it.</summary>
    public bool IsClamped(PatientBlock<T> block, PatientPath<T> twin, int lane) => rule.At != StartAt.Age && StartStep(lane) == 0 && StartOnTwin(block, twin, lane) < 0;

    /// <summary>After step k: reads a screening sample and decides the start on the arm's own path.</summary>
    public void Look(PatientBlock<T> block, MeasureConstants measures, int step, PatientPath<T> own)
    {
        if (!DecidedOnOwnPath)
        {
            return;
        }

        screening?.Read(block, measures, step, own);
        Decide(block, own);
    }

    /// <summary>Adds what the treatment does in step k.</summary>
    public void Apply(PatientBlock<T> block, int step, StepEffect<T> effect)
    {
        var stop = *Start + T.Of(stopAfter);
        var one = T.Of(1f);
        switch (treatment)
        {
            case KnockdownTreatment ideal:
                effect.RemainingProduction *= one - (T.Of((float)ideal.Knockdown) * EffectTiming<T>.AverageEffect(step, *Start, stop, ramp));
                break;
            case RateRatioTreatment ratio:
                var share = EffectTiming<T>.AverageEffect(step, *Start, stop, ramp);
                effect.StressRatio *= T.Fma(T.Of((float)(ratio.StressRatio - 1)), share, one);
                effect.DeathRatio *= T.Fma(T.Of((float)(ratio.DeathRatio - 1)), share, one);
                break;
            case AntisenseTreatment antisense:
                doses!.DosesDue(step, Start, &stop, Given, Doses);
                MissDoses(block, step, (float)antisense.Schedule.MissedDoseProbability);
                var drug = block.Drug(treatmentIndex);
                var concentration = AntisenseDrug<T>.Advance(drug, *Doses, Amplitudes);
                effect.DrugConcentration = T.IfLess(T.Of(0f), effect.DrugConcentration, effect.DrugConcentration, concentration);
                var knockdown = AntisenseDrug<T>.Knockdown(concentration, drug.InverseEc50, (float)antisense.MaximumKnockdown, (float)antisense.Hill);

                // The first dose acts from the moment it is given, though the drug is reckoned from the start of its step.
                effect.RemainingProduction *= one - (knockdown * EffectTiming<T>.AverageEffect(step, *Start, T.Of(MilestoneLanes<T>.Never), 0));
                break;
            default:
                throw new InvalidOperationException($"No course for {treatment.GetType().Name}.");
        }
    }

    public void Dispose()
    {
        lanes.Dispose();
        screening?.Dispose();
    }

    private float FixedStart(PatientBlock<T> block, PatientPath<T> twin, int twinEnd, int lane)
    {
        if (DecidedOnOwnPath)
        {
            return MilestoneLanes<T>.Never;
        }

        var start = StartOnTwin(block, twin, lane);
        if (rule.At == StartAt.Age)
        {
            return start;
        }

        if (FromTwinEnrolment)
        {
            return Math.Max(start, 0);
        }

        // A milestone counts when the twin lives to see it; after that, what a lane shows depends on how long its neighbours live.
        var lived = Math.Min(twinEnd, LaneAccess.Get(ref twin.Milestones.Death, lane));
        return rule.At == StartAt.BiologicalOnset || start - offset <= lived ? Math.Max(start, 0) : MilestoneLanes<T>.Never;
    }

    /// <summary>When the lanes reach the milestone that the start counts from.</summary>
    private T Moment(PatientBlock<T> block, MilestoneLanes<T> milestones) => rule.At switch
    {
        StartAt.ElectromyographicChange => milestones.ElectromyographicChange,
        StartAt.NeurofilamentAbove => *screening!.Trigger,
        StartAt.SymptomOnset => milestones.SymptomOnset,
        StartAt.Diagnosis => milestones.SymptomOnset + block.Lanes.DiagnosticDelay,
        StartAt.Enrolment => milestones.SymptomOnset + block.Lanes.EnrolmentDelay,
        _ => throw new InvalidOperationException($"{rule.At} is no milestone."),
    };

    private void Decide(PatientBlock<T> block, PatientPath<T> own)
    {
        if (DecidedOnOwnPath)
        {
            *Start = Moment(block, own.Milestones) + T.Of(offset);
        }
    }

    private void MissDoses(PatientBlock<T> block, int step, float probability)
    {
        if (probability <= 0)
        {
            return;
        }

        var stream = new RandomStream(plan.Seed, StreamPurpose.Doses, plan.Repetition);
        for (var lane = 0; lane < T.Count; lane++)
        {
            // Each dose of a step has a draw of its own. The treatment is no part of the address: another schedule of the same drug meets the same patient.
            var due = LaneAccess.Get(ref *Doses, lane);
            var given = due;
            for (uint dose = 0; dose < due; dose++)
            {
                given -= UniformBits.ToOpenInterval(Philox.Block(stream, (uint)step, dose, block.Patients[lane]).Word0) < probability ? 1 : 0;
            }

            LaneAccess.Set(ref *Doses, lane, given);
        }
    }
}
