using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Running;

/// <summary>Simulates chunks of patients on one thread and adds them to its own record.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <typeparam name="TSampler">How transitions are drawn.</typeparam>
internal sealed class SimulationWorker<T, TSampler> : IDisposable
    where T : unmanaged, ILanes<T>
    where TSampler : ITransitionSampler<T>
{
    private readonly RunPlan plan;
    private readonly RecordShape shape;
    private readonly Recorder recorder;
    private readonly CourseRunner<T, TSampler> courses;
    private readonly PathObserver<T> observer;
    private readonly PatientObservations[] seen;

    public SimulationWorker(RunPlan plan, RecordShape shape)
    {
        this.plan = plan;
        this.shape = shape;
        recorder = new Recorder(shape);
        courses = new CourseRunner<T, TSampler>(plan, shape.Grid.LastStep);
        observer = new PathObserver<T>(plan, shape, courses.Kernel.Disease, courses.Kernel.Measures);
        seen = [.. Enumerable.Range(0, T.Count).Select(_ => new PatientObservations(shape))];
    }

    /// <summary>Gets the record of everything this worker has simulated.</summary>
    public RunRecord Record => recorder.Record;

    /// <summary>Simulates patients in every arm.</summary>
    /// <param name="first">First patient.</param>
    /// <param name="count">Number of patients.</param>
    public void Simulate(long first, int count)
    {
        for (var patient = first; patient < first + count; patient += T.Count)
        {
            SimulateBlock(patient, (int)Math.Min(T.Count, first + count - patient));
        }
    }

    public void Dispose()
    {
        courses.Dispose();
        observer.Dispose();
    }

    private void SimulateBlock(long first, int lanes)
    {
        courses.Begin((uint)first);
        observer.DrawNoise(courses.Block);
        for (var arm = 0; arm < plan.Arms.Count; arm++)
        {
            var path = courses.RunArm(arm);
            observer.Observe(arm, courses.Block, path, courses.Twin, courses.FirstStarts, courses.Origins, seen);
            for (var lane = 0; lane < lanes; lane++)
            {
                if (courses.Origins[lane] >= 0)
                {
                    CourseMilestones<T>.Date(arm, courses.Block, path, courses.Origins[lane], lane, courses.FirstStarts[lane], shape.Grid, seen[lane]);
                    seen[lane].StartedAtBiologicalOnset[arm] = courses.Clamped[lane];
                }
            }
        }

        for (var lane = 0; lane < lanes; lane++)
        {
            if (courses.Origins[lane] >= 0)
            {
                recorder.Add(first + lane, seen[lane]);
            }
            else
            {
                recorder.AddWithoutOrigin();
            }
        }
    }
}
