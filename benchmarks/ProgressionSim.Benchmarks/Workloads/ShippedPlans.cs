using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Benchmarks.Workloads;

/// <summary>The plans of the workloads.</summary>
public static class ShippedPlans
{
    /// <summary>Gets losses and function by region, the score's total and neurofilament.</summary>
    public static IReadOnlyList<int> TenMeasures { get; } =
    [
        .. Enumerable.Range(MeasureCatalogue.Lost, 4), .. Enumerable.Range(MeasureCatalogue.Function, 4), MeasureCatalogue.AlsfrsTotal, MeasureCatalogue.Neurofilament,
    ];

    /// <summary>Loads a workload.</summary>
    public static RunPlan Load(Workload workload) => ScenarioLoader.Load(PathOf(workload), []).Plan
        ?? throw new InvalidOperationException($"The scenario of {workload} has problems; the program's validate command names them.");

    /// <summary>A plan that records <see cref="TenMeasures"/> only.</summary>
    public static RunPlan RecordingTenMeasures(RunPlan plan) => plan with { RecordedMeasures = TenMeasures };

    private static string PathOf(Workload workload) => Path.Combine(AppContext.BaseDirectory, "scenarios", workload switch
    {
        Workload.W1 => "verification/constant-rates.json",
        Workload.W2 => "verification/coupled-drug.json",
        _ => "early-vs-late.json",
    });
}
