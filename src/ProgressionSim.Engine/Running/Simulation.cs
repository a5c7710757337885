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

    /// <summary>Patients worked on at once: 16 with AVX-512, 8 with AVX2, 4 in browsers, else 1. The result does not depend on it.</summary>
    public static int Lanes => Lane16.IsSupported ? 16 : Lane8.IsSupported ? 8 : Lane4.IsSupported ? 4 : 1;

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
        var record = Record(plan, 0, threads, progress, cancellation);
        return new RunResult(plan, record, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Goes on from a run with more patients: the same record as that of a run with all of them.</summary>
    /// <param name="earlier">The run to go on from; it stays as it is.</param>
    /// <param name="patients">Patients of both together; at least those of the earlier run.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores.</param>
    /// <param name="progress">Told the number of patients done, those of the earlier run included; otherwise as for a run.</param>
    /// <param name="cancellation">Stops the run after the chunks under way.</param>
    /// <returns>The result, its plan that of the earlier run with the new number of patients, its time that of both.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There would be fewer patients than before.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static RunResult Extend(RunResult earlier, long patients, int? threads = null, Action<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patients, earlier.Plan.Patients);
        var watch = Stopwatch.StartNew();
        var plan = earlier.Plan with { Patients = patients };
        var record = Record(plan, earlier.Plan.Patients, threads, progress, cancellation);
        record.Merge(earlier.Record);
        return new RunResult(plan, record, earlier.ElapsedSeconds + watch.Elapsed.TotalSeconds);
    }

    internal static RecordShape ShapeOf(RunPlan plan) => new(
        new MeasureCatalogue(plan.Disease),
        new ObservationGrid(plan.MonthsBeforeOrigin, plan.HorizonMonths, plan.StepMonths),
        plan.Arms.Count,
        new TwinNeeds(plan).MaximumStepsToOrigin,
        plan.RecordedMeasures);

    /// <summary>What the patients of a plan give, those before the first one left out.</summary>
    private static RunRecord Record(RunPlan plan, long firstPatient, int? threads, Action<long>? progress, CancellationToken cancellation)
    {
        var shape = ShapeOf(plan);
        var chunks = (plan.Patients - firstPatient + ChunkPatients - 1) / ChunkPatients;
        var records = new ConcurrentBag<RunRecord>();
        var done = firstPatient;
        ChunkWork.Do(
            chunks,
            threads,
            () => Worker(plan, shape),
            (worker, chunk) =>
            {
                var first = firstPatient + (chunk * ChunkPatients);
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

        return record!;
    }

    /// <summary>A worker of the widest lanes that the machine has.</summary>
    internal static ISimulationWorker Worker(RunPlan plan, RecordShape shape) => Lanes switch
    {
        16 => new SimulationWorker<Lane16, BinomialTransitions<Lane16>>(plan, shape),
        8 => new SimulationWorker<Lane8, BinomialTransitions<Lane8>>(plan, shape),
        4 => new SimulationWorker<Lane4, BinomialTransitions<Lane4>>(plan, shape),
        _ => new SimulationWorker<Lane1, BinomialTransitions<Lane1>>(plan, shape),
    };
}
