using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Benchmarks.Workloads;

/// <summary>What one thread of a run does: paths, monthly visits, records.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <typeparam name="TSampler">How transitions are drawn.</typeparam>
internal sealed class RecordedRun<T, TSampler>(RunPlan plan) : IPatientRun
    where T : unmanaged, ILanes<T>
    where TSampler : ITransitionSampler<T>
{
    private readonly SimulationWorker<T, TSampler> worker = new(plan, Simulation.ShapeOf(plan));

    public void Simulate(long first, int count) => worker.Simulate(first, count);

    public void Dispose() => worker.Dispose();
}
