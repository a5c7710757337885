using System.Runtime.CompilerServices;
using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;
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
    private const int FirstStress = 0;
    private const int Death = 1;
    private const int Recovery = 2;
    private const int SecondStress = 3;
    private const int DrawsPerType = 4;

    private readonly RandomStream stream;
    private readonly LaneBuffer<T> effect = new(StepEffect<T>.Length);
    private readonly LaneBuffer<T> scratch;

    // Places used in every step: looking them up in the layout each time costs as much as the arithmetic between two draws.
    private readonly int pools;
    private readonly int stressedAt;
    private readonly T* hazards;
    private readonly T* deathHazards;
    private readonly T* recoveryHazards;
    private readonly T* drawn;
    private readonly T* words;

    public PathKernel(RunPlan plan)
    {
        stream = new RandomStream(plan.Seed, StreamPurpose.Transitions, plan.Repetition);
        Disease = new DiseaseConstants(plan.Disease, plan.StepMonths);
        Measures = new MeasureConstants(plan.Measures, plan.StepMonths);
        pools = Disease.Layout.Pools;
        stressedAt = Disease.Layout.Stressed;
        scratch = new LaneBuffer<T>((4 + DrawsPerType) * pools);
        hazards = scratch.Start;
        deathHazards = hazards + pools;
        recoveryHazards = deathHazards + pools;
        drawn = recoveryHazards + pools;
        words = drawn + pools;
    }

    public DiseaseConstants Disease { get; }

    public MeasureConstants Measures { get; }

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
        Prepare(block, step);
        var stressed = after + stressedAt;
        fixed (T* stressDrive = &stepEffect.StressDrive, deathDrive = &stepEffect.DeathDrive, recovery = &stepEffect.RecoveryHazard)
        {
            StressHazards<T>.Compute(Disease, block.Lanes, before, stressDrive, hazards);
            LeavingStressHazards<T>.Compute(Disease, block.Lanes, deathDrive, recovery, deathHazards, recoveryHazards);
            Draw(block, step, FirstStress, before, hazards);
            Move(pools, drawn, before, before + stressedAt, after, stressed);
            Draw(block, step, Death, stressed, deathHazards);
            Take(pools, drawn, stressed);
            Draw(block, step, Recovery, stressed, recoveryHazards);
            Move(pools, drawn, stressed, after, stressed, after);
            StressHazards<T>.Compute(Disease, block.Lanes, after, stressDrive, hazards);
            Draw(block, step, SecondStress, after, hazards);
            Move(pools, drawn, after, stressed, after, stressed);
        }
    }

    /// <summary>Makes the random bits of the step: draw by draw, four words a lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Prepare(PatientBlock<T> block, uint step)
    {
        for (int pool = 0, draw = 0; pool < pools; pool += RegionValues.Count, draw += DrawsPerType)
        {
            TSampler.Prepare(stream, step, (uint)draw, block.Patients, Words(draw));
            TSampler.Prepare(stream, step, (uint)draw + 2, block.Patients, Words(draw + 2));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Draw(PatientBlock<T> block, uint step, int draw, T* counts, T* hazard)
    {
        for (var pool = 0; pool < pools; pool += RegionValues.Count, draw += DrawsPerType)
        {
            TSampler.DrawRegions(in stream, step, (uint)draw, block.Patients, Words(draw), counts + pool, hazard + pool, drawn + pool);
        }
    }

    private uint* Words(int draw) => (uint*)(words + (RegionValues.Count * draw));

    /// <summary>Moves the drawn neurons from one state to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move(int pools, T* drawn, T* from, T* to, T* fromAfter, T* toAfter)
    {
        for (var pool = 0; pool < pools; pool += RegionValues.Count)
        {
            MoveOne(drawn + pool, from + pool, to + pool, fromAfter + pool, toAfter + pool);
            MoveOne(drawn + pool + 1, from + pool + 1, to + pool + 1, fromAfter + pool + 1, toAfter + pool + 1);
            MoveOne(drawn + pool + 2, from + pool + 2, to + pool + 2, fromAfter + pool + 2, toAfter + pool + 2);
            MoveOne(drawn + pool + 3, from + pool + 3, to + pool + 3, fromAfter + pool + 3, toAfter + pool + 3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void MoveOne(T* drawn, T* from, T* to, T* fromAfter, T* toAfter)
    {
        var count = *drawn;
        *fromAfter = *from - count;
        *toAfter = *to + count;
    }

    /// <summary>Takes the drawn neurons out of a state.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Take(int pools, T* drawn, T* from)
    {
        for (var pool = 0; pool < pools; pool += RegionValues.Count)
        {
            from[pool] -= drawn[pool];
            from[pool + 1] -= drawn[pool + 1];
            from[pool + 2] -= drawn[pool + 2];
            from[pool + 3] -= drawn[pool + 3];
        }
    }
}
