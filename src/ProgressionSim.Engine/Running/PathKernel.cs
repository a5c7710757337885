using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Pools;
using ProgressionSim.Model.Transitions;
using ProgressionSim.Model.Treatments;

namespace ProgressionSim.Engine.Running;

/// <summary>One time step of a block of patients.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <typeparam name="TSampler">How transitions are drawn.</typeparam>
/// <remarks>
/// The order of a step, k to k + 1:
/// <list type="number">
/// <item>treatments: doses, concentration, knock-down and rate ratios, averaged over the step;</item>
/// <item>toxic protein at the end of the step and on average;</item>
/// <item>healthy to stressed over half a step (draw 0), with the rate at the middle of the half;</item>
/// <item>stressed to lost (draw 1) and to healthy (draw 2) over the whole step, as competing risks;</item>
/// <item>healthy to stressed over the other half (draw 3);</item>
/// <item>compensation and function; neurofilament; hazard of death;</item>
/// <item>milestones crossed at the end of the step.</item>
/// </list>
/// Splitting symmetrically around the middle makes the step second-order accurate; the four draws are made in every step, observed or not, treated or not, so
/// twins always meet the same ones.
/// </remarks>
internal sealed unsafe class PathKernel<T, TSampler> : IDisposable
    where T : unmanaged, ILanes<T>
    where TSampler : ITransitionSampler<T>
{
    private const uint FirstStress = 0;
    private const uint Death = 1;
    private const uint Recovery = 2;
    private const uint SecondStress = 3;
    private const uint DrawsPerType = 4;

    private readonly RandomStream stream;
    private readonly LaneBuffer<T> effect = new(StepEffect<T>.Length);
    private readonly LaneBuffer<T> scratch;

    public PathKernel(RunPlan plan)
    {
        stream = new RandomStream(plan.Seed, StreamPurpose.Transitions);
        Disease = new DiseaseConstants(plan.Disease, plan.StepMonths);
        Measures = new MeasureConstants(plan.Measures, plan.StepMonths);
        scratch = new LaneBuffer<T>(3 * Disease.Layout.Pools);
    }

    public DiseaseConstants Disease { get; }

    public MeasureConstants Measures { get; }

    private T* Hazards => scratch.Start;

    private T* MoreHazards => scratch.Start + Disease.Layout.Pools;

    private T* Drawn => scratch.Start + (2 * Disease.Layout.Pools);

    /// <summary>Writes row 0: biological onset.</summary>
    public void Begin(PatientBlock<T> block, PatientPath<T> path)
    {
        var row = path.Row(0);
        var layout = Disease.Layout;
        BiologicalOnset<T>.Write(Disease, block.Lanes, row);
        MotorFunction<T>.Start(Disease, row);
        row[layout.Neurofilament] = block.Lanes.NeurofilamentNorm;
        row[layout.CumulativeDeathHazard] = T.Of(0f);
        Survival<T>.WriteHazard(Disease, Measures, block.Lanes, 0, row);
        MilestoneCrossings<T>.Clear(path.Milestones);
        MilestoneCrossings<T>.Look(Disease, Measures, block.Lanes, 0, row, path.Milestones);
        path.LastRow = 0;
    }

    /// <summary>Takes step k: reads row k, writes row k + 1.</summary>
    public void Step(PatientBlock<T> block, PatientPath<T> path, ReadOnlySpan<ArmTreatmentCourse<T>> treatments, int step)
    {
        var before = path.Row(step);
        var after = path.Row(step + 1);
        var stepEffect = Treat(block, treatments, step);
        ToxicProtein<T>.Advance(Disease, block.Lanes, stepEffect, before + path.Layout.ToxicProtein, after + path.Layout.ToxicProtein);
        after[path.Layout.Knockdown] = T.Of(1f) - stepEffect.RemainingProduction;
        after[path.Layout.DrugConcentration] = stepEffect.DrugConcentration;
        Transitions(block, stepEffect, (uint)step, before, after);
        MotorFunction<T>.Advance(Disease, before, after);
        Neurofilament<T>.Advance(Disease, Measures, block.Lanes, stepEffect, step, before, after);
        Survival<T>.WriteHazard(Disease, Measures, block.Lanes, step + 1, after);
        Survival<T>.Accumulate(path.Layout, before, after);
        MilestoneCrossings<T>.Look(Disease, Measures, block.Lanes, step + 1, after, path.Milestones);
        path.LastRow = step + 1;
    }

    /// <summary>Before biological onset only drug and toxic protein move: a step that changes row 0 in place.</summary>
    public void StepBeforeOnset(PatientBlock<T> block, PatientPath<T> path, ReadOnlySpan<ArmTreatmentCourse<T>> treatments, int step)
    {
        var row = path.Row(0);
        var protein = row + path.Layout.ToxicProtein;
        var stepEffect = Treat(block, treatments, step);
        ToxicProtein<T>.Advance(Disease, block.Lanes, stepEffect, protein, protein);
        row[path.Layout.Knockdown] = T.Of(1f) - stepEffect.RemainingProduction;
        row[path.Layout.DrugConcentration] = stepEffect.DrugConcentration;
    }

    public void Dispose()
    {
        effect.Dispose();
        scratch.Dispose();
    }

    private StepEffect<T> Treat(PatientBlock<T> block, ReadOnlySpan<ArmTreatmentCourse<T>> treatments, int step)
    {
        var stepEffect = new StepEffect<T>(effect.Start);
        stepEffect.RemainingProduction = T.Of(1f);
        stepEffect.StressRatio = T.Of(1f);
        stepEffect.DeathRatio = T.Of(1f);
        stepEffect.DrugConcentration = T.Of(0f);
        foreach (var treatment in treatments)
        {
            treatment.Apply(block, step, stepEffect);
        }

        return stepEffect;
    }

    private void Transitions(PatientBlock<T> block, StepEffect<T> stepEffect, uint step, T* before, T* after)
    {
        var pools = Disease.Layout.Pools;
        for (var i = 0; i < 2 * pools; i++)
        {
            after[i] = before[i];
        }

        var healthy = after + Disease.Layout.Healthy;
        var stressed = after + Disease.Layout.Stressed;
        StressHalf(block, stepEffect, step, FirstStress, healthy, stressed);
        fixed (T* deathDrive = &stepEffect.DeathDrive, recovery = &stepEffect.RecoveryHazard)
        {
            LeavingStressHazards<T>.Compute(Disease, block.Lanes, deathDrive, recovery, Hazards, MoreHazards);
        }

        Draw(block, step, Death, stressed, Hazards);
        Move(stressed, null);
        Draw(block, step, Recovery, stressed, MoreHazards);
        Move(stressed, healthy);
        StressHalf(block, stepEffect, step, SecondStress, healthy, stressed);
    }

    private void StressHalf(PatientBlock<T> block, StepEffect<T> stepEffect, uint step, uint draw, T* healthy, T* stressed)
    {
        fixed (T* drive = &stepEffect.StressDrive)
        {
            StressHazards<T>.Compute(Disease, block.Lanes, healthy, drive, Hazards);
        }

        Draw(block, step, draw, healthy, Hazards);
        Move(healthy, stressed);
    }

    private void Draw(PatientBlock<T> block, uint step, uint draw, T* counts, T* hazards)
    {
        for (var type = 0; type < Disease.Layout.MotorUnitTypes; type++)
        {
            var pool = type * 4;
            TSampler.DrawRegions(stream, step, draw + (DrawsPerType * (uint)type), block.Patients, counts + pool, hazards + pool, Drawn + pool);
        }
    }

    /// <summary>Moves the drawn neurons out of one state into another, or into loss.</summary>
    private void Move(T* from, T* to)
    {
        for (var pool = 0; pool < Disease.Layout.Pools; pool++)
        {
            from[pool] -= Drawn[pool];
            if (to != null)
            {
                to[pool] += Drawn[pool];
            }
        }
    }
}
