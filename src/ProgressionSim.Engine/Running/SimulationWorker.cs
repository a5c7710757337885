using System.Numerics;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Running;

/// <summary>Simulates chunks of patients on one thread and adds them to its own record.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <typeparam name="TSampler">How transitions are drawn.</typeparam>
internal sealed unsafe class SimulationWorker<T, TSampler> : ISimulationWorker
    where T : unmanaged, ILanes<T>
    where TSampler : ITransitionSampler<T>
{
    private readonly RunPlan plan;
    private readonly RecordShape shape;
    private readonly Recorder recorder;
    private readonly CourseRunner<T, TSampler> courses;
    private readonly PathObserver<T> observer;
    private readonly int?[] milestones = new int?[Enum.GetValues<CourseMilestone>().Length];

    public SimulationWorker(RunPlan plan, RecordShape shape)
    {
        this.plan = plan;
        this.shape = shape;
        recorder = new Recorder(shape);
        courses = new CourseRunner<T, TSampler>(plan, shape.Grid.LastStep);
        observer = new PathObserver<T>(plan, shape, courses.Kernel.Disease, courses.Kernel.Measures);
    }

    /// <inheritdoc/>
    public RunRecord Record => recorder.Record;

    /// <inheritdoc/>
    public void Simulate(long first, int count)
    {
        courses.Batch.Draw(first, count);
        for (var place = 0; place < count; place += T.Count)
        {
            SimulateBlock(place, Math.Min(T.Count, count - place));
        }
    }

    public void Dispose()
    {
        courses.Dispose();
        observer.Dispose();
    }

    private void SimulateBlock(int place, int count)
    {
        courses.Begin(place);
        var (analysed, number) = Analysed(count);
        observer.Begin(courses.Block);
        recorder.Begin(new ReadOnlySpan<uint>(courses.Block.Patients, T.Count));
        for (var arm = 0; arm < plan.Arms.Count; arm++)
        {
            var path = courses.RunArm(arm);
            observer.Observe(arm, courses.Block, path, courses.Twin, courses.FirstStarts, courses.Origins, analysed, recorder);
            for (var lanes = analysed; lanes != 0; lanes &= lanes - 1)
            {
                var lane = BitOperations.TrailingZeroCount(lanes);
                CourseMilestones<T>.Date(courses.Block, path, courses.Origins[lane], lane, courses.FirstStarts[lane], shape.Grid, observer.Stages, milestones);
                recorder.AddCourse(arm, milestones, courses.Clamped[lane]);
            }
        }

        recorder.End(number, count - number);
    }

    /// <summary>The lanes with an origin among the first ones.</summary>
    private (uint Lanes, int Number) Analysed(int count)
    {
        uint lanes = 0;
        for (var lane = 0; lane < count; lane++)
        {
            lanes |= courses.Origins[lane] >= 0 ? 1u << lane : 0;
        }

        return (lanes, BitOperations.PopCount(lanes));
    }
}
