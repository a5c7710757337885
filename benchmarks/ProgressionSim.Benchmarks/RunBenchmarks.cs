using BenchmarkDotNet.Attributes;
using ProgressionSim.Engine.Running;
using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Benchmarks;

/// <summary>Whole runs of shipped scenarios through the product's own model; divide the patients by the time for patients per second.</summary>
[SimpleJob(warmupCount: 1, iterationCount: 5, invocationCount: 1)]
public class RunBenchmarks
{
    private RunPlan plan = null!;

    /// <summary>Scenario below the scenarios folder: W1 and the main job.</summary>
    [Params("verification/constant-rates.json", "early-vs-late.json")]
    public string Scenario { get; set; } = "";

    /// <summary>Threads.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "scenarios");
        plan = ScenarioLoader.Load(Path.Combine(folder, Scenario), ["patients=2000"]).Plan!;
    }

    [Benchmark]
    public double Patients2000() => Simulation.Run(plan, Threads).ElapsedSeconds;
}
