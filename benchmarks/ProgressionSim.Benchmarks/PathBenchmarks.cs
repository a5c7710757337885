using BenchmarkDotNet.Attributes;
using ProgressionSim.Benchmarks.Workloads;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Benchmarks;

/// <summary>Paths of W1 and W2 without recording, in every width. Times are per patient.</summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <typeparam name="TSampler">How transitions are drawn.</typeparam>
[MemoryDiagnoser]
[GenericTypeArguments(typeof(Lane1), typeof(BinomialTransitions<Lane1>))]
[GenericTypeArguments(typeof(Lane8), typeof(BinomialTransitions<Lane8>))]
[GenericTypeArguments(typeof(Lane16), typeof(BinomialTransitions<Lane16>))]
public class PathBenchmarks<T, TSampler>
    where T : unmanaged, ILanes<T>
    where TSampler : ITransitionSampler<T>
{
    private const int Patients = 64;

    private PathRun<T, TSampler> run = null!;
    private long next;

    /// <summary>What is simulated.</summary>
    [Params(Workload.W1, Workload.W2)]
    public Workload Workload { get; set; }

    [GlobalSetup]
    public void Prepare() => run = new PathRun<T, TSampler>(ShippedPlans.Load(Workload));

    [GlobalCleanup]
    public void GiveBack() => run.Dispose();

    [Benchmark(OperationsPerInvoke = Patients)]
    public void Patient()
    {
        run.Simulate(next, Patients);
        next += Patients;
    }
}
