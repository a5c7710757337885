using ProgressionSim.Engine.Random;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Measures;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Engine.Running;

/// <summary>Neurofilament samples of a block of patients, read as a path grows, and when one first exceeds a level. All paths of a patient share the noise.</summary>
/// <typeparam name="T">The lane type.</typeparam>
internal sealed unsafe class ScreeningSamples<T> : IDisposable
    where T : unmanaged, ILanes<T>
{
    private const int NumbersOfDraw = 4;

    private readonly RandomStream stream;
    private readonly float samplesPerStep;
    private readonly float level;
    private readonly LaneBuffer<T> lanes = new(1 + (2 * NumbersOfDraw));

    public ScreeningSamples(RunPlan plan, TreatmentStart rule)
    {
        stream = new RandomStream(plan.Seed, StreamPurpose.Screening, plan.Repetition);
        samplesPerStep = (float)(plan.StepMonths / rule.ScreeningIntervalMonths);
        level = (float)rule.NeurofilamentPgPerMl;
    }

    /// <summary>Gets the step at whose end a sample first exceeded the level, by lane.</summary>
    public T* Trigger => lanes.Start;

    /// <summary>Only the first number of the first draw has a use; two draws of all lanes take less time than one of each lane.</summary>
    private T* Noise => lanes.Start + 1;

    /// <summary>Forgets all samples.</summary>
    public void Clear() => *Trigger = T.Of(MilestoneLanes<T>.Never);

    /// <summary>Forgets in one lane the samples after a step.</summary>
    public void ForgetAfter(int step, int lane)
    {
        if (LaneAccess.Get(ref *Trigger, lane) > step)
        {
            LaneAccess.Set(ref *Trigger, lane, MilestoneLanes<T>.Never);
        }
    }

    /// <summary>Reads the samples that fall in step k, at its end.</summary>
    public void Read(PatientBlock<T> block, MeasureConstants measures, int step, PatientPath<T> path)
    {
        PhiloxLanes.TwoDraws<T>(stream, (uint)step, 0, block.Patients, (uint*)Noise);
        UniformBits.ToOpenIntervals((uint*)Noise, (float*)Noise, NumbersOfDraw * T.Count);
        NeurofilamentScreening<T>.Read(measures, block.Lanes, step, samplesPerStep, level, Noise, path.Row(step + 1) + path.Layout.Neurofilament, Trigger);
    }

    public void Dispose() => lanes.Dispose();
}
