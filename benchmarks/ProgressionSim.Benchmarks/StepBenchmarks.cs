using BenchmarkDotNet.Attributes;
using ProgressionSim.Benchmarks.Workloads;
using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Benchmarks;

/// <summary>One weekly step of a block of untreated patients, draws and equations. Times are per block: divide by the lanes for a patient.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <typeparam name="TSampler">How transitions are drawn.</typeparam>
[GenericTypeArguments(typeof(Lane1), typeof(BinomialTransitions<Lane1>))]
[GenericTypeArguments(typeof(Lane8), typeof(BinomialTransitions<Lane8>))]
[GenericTypeArguments(typeof(Lane16), typeof(BinomialTransitions<Lane16>))]
public class StepBenchmarks<T, TSampler>
    where T : unmanaged, ILanes<T>
    where TSampler : ITransitionSampler<T>
{
    private const int Steps = 261;

    // The processor learns a few courses by heart and then guesses every branch of theirs right; so many it cannot.
    private const int Blocks = 256;

    private PathKernel<T, TSampler> kernel = null!;
    private PatientPath<T> path = null!;
    private PatientBlock<T>[] blocks = null!;
    private int next;

    /// <summary>What is simulated.</summary>
    [Params(Workload.W1, Workload.W2)]
    public Workload Workload { get; set; }

    [GlobalSetup]
    public void DrawPatients()
    {
        var plan = ShippedPlans.Load(Workload);
        kernel = new PathKernel<T, TSampler>(plan);
        path = new PatientPath<T>(kernel.Disease.Layout, Steps);
        var sampler = new PatientSampler(plan.Population, plan.Seed);
        var batch = new PatientBatch(sampler);
        batch.Draw(0, Blocks * T.Count);
        blocks = [.. Enumerable.Range(0, Blocks).Select(_ => new PatientBlock<T>(plan, sampler))];
        for (var i = 0; i < Blocks; i++)
        {
            blocks[i].Fill(batch, i * T.Count);
        }
    }

    [GlobalCleanup]
    public void GiveBack()
    {
        kernel.Dispose();
        path.Dispose();
        foreach (var block in blocks)
        {
            block.Dispose();
        }
    }

    [Benchmark(OperationsPerInvoke = Steps)]
    public void Step()
    {
        var block = blocks[next++ % Blocks];
        kernel.Begin(block, path);
        for (var step = 0; step < Steps; step++)
        {
            kernel.Step(block, path, [], step);
        }
    }
}
