using System.Collections.Concurrent;
using System.Diagnostics;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Running;

/// <summary>Runs plans on all cores.</summary>
/// <remarks>
/// Patients are cut into fixed chunks by number, never by the number of cores; every draw is addressed by patient and records hold whole numbers only, so the
/// result is the same bits on any number of threads and in any order.
/// </remarks>
public static class Simulation
{
    /// <summary>Patients in a chunk: the unit of work, of progress and of cancellation.</summary>
    public const int ChunkPatients = 256;

    /// <summary>Patients worked on at once: 16 with AVX-512, 8 with AVX2, else 1. The result does not depend on it.</summary>
    public static int Lanes => Lane16.IsSupported ? 16 : Lane8.IsSupported ? 8 : 1;

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores.</param>
    /// <param name="progress">Told the number of patients done after each chunk, from any thread and possibly out of order; null for nobody.</param>
    /// <param name="cancellation">Stops the run after the chunks under way.</param>
    /// <returns>The result.</returns>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RunResult Run(RunPlan plan, int? threads = null, Action<long>? progress = null, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var shape = ShapeOf(plan);
        var chunks = (plan.Patients + ChunkPatients - 1) / ChunkPatients;
        var records = new ConcurrentBag<RunRecord>();
        long done = 0;
        ChunkWork.Do(
            chunks,
            threads,
            () => Worker(plan, shape),
            (worker, chunk) =>
            {
                var first = chunk * ChunkPatients;
                var count = (int)Math.Min(ChunkPatients, plan.Patients - first);
                worker.Simulate(first, count);
                progress?.Invoke(Interlocked.Add(ref done, count));
            },
            worker => records.Add(worker.Record),
            cancellation);
        RunRecord? record = null;
        foreach (var part in records)
        {
            record?.Merge(part);
            record ??= part;
        }

        return new RunResult(plan, record!, watch.Elapsed.TotalSeconds);
    }

    internal static RecordShape ShapeOf(RunPlan plan) => new(
        new MeasureCatalogue(plan.Disease),
        new ObservationGrid(plan.MonthsBeforeOrigin, plan.HorizonMonths, plan.StepMonths),
        plan.Arms.Count,
        new TwinNeeds(plan).MaximumStepsToOrigin,
        plan.RecordedMeasures);

    /// <summary>A worker of the widest lanes that the machine has.</summary>
    private static ISimulationWorker Worker(RunPlan plan, RecordShape shape) => Lanes switch
    {
        16 => new SimulationWorker<Lane16, BinomialTransitions<Lane16>>(plan, shape),
        8 => new SimulationWorker<Lane8, BinomialTransitions<Lane8>>(plan, shape),
        _ => new SimulationWorker<Lane1, BinomialTransitions<Lane1>>(plan, shape),
    };
}
