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
        var workers = (int)Math.Clamp(Math.Min(threads ?? Environment.ProcessorCount, chunks), 1, 1024);
        var records = new RunRecord[workers];
        long nextChunk = 0;
        long done = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        void Work(int index)
        {
            using var worker = Worker(plan, shape);
            for (var chunk = Interlocked.Increment(ref nextChunk) - 1; chunk < chunks; chunk = Interlocked.Increment(ref nextChunk) - 1)
            {
                stop.Token.ThrowIfCancellationRequested();
                var first = chunk * ChunkPatients;
                var count = (int)Math.Min(ChunkPatients, plan.Patients - first);
                worker.Simulate(first, count);
                progress?.Invoke(Interlocked.Add(ref done, count));
            }

            records[index] = worker.Record;
        }

        RunOnThreads(workers, Work, stop);
        cancellation.ThrowIfCancellationRequested();
        var record = records[0];
        foreach (var other in records.AsSpan(1))
        {
            record.Merge(other);
        }

        return new RunResult(plan, record, watch.Elapsed.TotalSeconds);
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

    /// <summary>Runs a job on dedicated threads; the first exception stops the others and is passed on.</summary>
    private static void RunOnThreads(int count, Action<int> job, CancellationTokenSource stop)
    {
        var errors = new Exception?[count];
        void Guarded(int index)
        {
            try
            {
                job(index);
            }
#pragma warning disable CA1031 // Every exception is passed on to the caller below.
            catch (Exception error)
#pragma warning restore CA1031
            {
                errors[index] = error;
                stop.Cancel();
            }
        }

        var threads = Enumerable.Range(1, count - 1).Select(index => new Thread(() => Guarded(index)) { IsBackground = true }).ToArray();
        foreach (var thread in threads)
        {
            thread.Start();
        }

        Guarded(0);
        foreach (var thread in threads)
        {
            thread.Join();
        }

        var failures = errors.OfType<Exception>().OrderBy(error => error is OperationCanceledException).ToArray();
        if (failures is [var first, ..])
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }
    }
}
