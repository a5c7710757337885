using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Benchmarks.Workloads;

/// <summary>Paths without observing or recording, as the plain C++ has them: of each patient only the last state is looked at.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <typeparam name="TSampler">How transitions are drawn.</typeparam>
internal sealed class PathRun<T, TSampler>(RunPlan plan) : IPatientRun, IPathMeans
    where T : unmanaged, ILanes<T>
    where TSampler : ITransitionSampler<T>
{
    private readonly CourseRunner<T, TSampler> courses = new(plan, Simulation.ShapeOf(plan).Grid.LastStep);
    private double stressed;
    private double lost;
    private long lanes;

    /// <inheritdoc/>
    public double StressedPerRegion => stressed / lanes / RegionValues.Count;

    /// <inheritdoc/>
    public double LostPerRegion => lost / lanes / RegionValues.Count;

    /// <summary>Simulates whole blocks; a count between is rounded up.</summary>
    public void Simulate(long first, int count)
    {
        courses.Batch.Draw(first, count);
        for (var place = 0; place < count; place += T.Count)
        {
            courses.Begin(place);
            for (var arm = 0; arm < plan.Arms.Count; arm++)
            {
                AddLastState(courses.RunArm(arm));
            }
        }
    }

    public void Dispose() => courses.Dispose();

    private void AddLastState(PatientPath<T> path)
    {
        var disease = courses.Kernel.Disease;
        for (var lane = 0; lane < T.Count; lane++)
        {
            double left = 0;
            for (var pool = 0; pool < path.Layout.Pools; pool++)
            {
                var inStress = path.Value(path.LastRow, path.Layout.Stressed + pool, lane);
                stressed += inStress;
                left += inStress + path.Value(path.LastRow, path.Layout.Healthy + pool, lane);
            }

            lost += disease.TotalNeurons - left;
        }

        lanes += T.Count;
    }
}
