using BenchmarkDotNet.Attributes;
using ProgressionSim.Benchmarks.Workloads;
using ProgressionSim.Engine.Running;

namespace ProgressionSim.Benchmarks;

/// <summary>Whole runs of shipped scenarios as the program does them, everything recorded, on one thread and on two. Times are per patient, in all arms.</summary>
/// <remarks>The memory is the record's, which does not grow with the patients; simulating threads ask for none.</remarks>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 8)]
public class RunBenchmarks
{
    private const int Patients = 1024;

    private RunPlan plan = null!;

    /// <summary>What is simulated.</summary>
    [Params(Workload.W1, Workload.W2, Workload.EarlyVsLate)]
    public Workload Workload { get; set; }

    /// <summary>Threads.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Load() => plan = ShippedPlans.Load(Workload) with { Patients = Patients };

    [Benchmark(OperationsPerInvoke = Patients)]
    public double Patient() => Simulation.Run(plan, Threads).ElapsedSeconds;
}
