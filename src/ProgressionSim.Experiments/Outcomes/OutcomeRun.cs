using System.Collections.Concurrent;
using ProgressionSim.Engine.Running;

namespace ProgressionSim.Experiments.Outcomes;

/// <summary>Counts the outcomes of all patients in all arms of a plan.</summary>
public static class OutcomeRun
{
    /// <summary>Most patients of a run, as of every run.</summary>
    public const int MaximumPatients = 2_000_000_000;

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">What to run; its number of patients is at most <see cref="MaximumPatients"/>.</param>
    /// <param name="rules">How outcomes are counted; M is at most the plan's horizon.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores. The result does not depend on it.</param>
    /// <param name="progress">Told the number of patients done after each chunk, from any thread and possibly out of order; null for nobody.</param>
    /// <param name="cancellation">Stops after the chunks under way.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many patients, or a month beyond the horizon.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static OutcomeRecord Run(RunPlan plan, OutcomeRules rules, int? threads = null, Action<long>? progress = null, CancellationToken cancellation = default)
    {
        var (shape, groups) = Shape(plan, rules);
        var records = new ConcurrentBag<OutcomeRecord>();
        long done = 0;
        ChunkWork.Do(
            Chunks(shape.Patients),
            threads,
            () => new OutcomeWorker(plan, rules, shape, groups),
            (worker, chunk) =>
            {
                var (first, count) = Chunk(chunk, shape.Patients);
                worker.Add(first, count);
                progress?.Invoke(Interlocked.Add(ref done, count));
            },
            worker => records.Add(worker.Record),
            cancellation);
        OutcomeRecord? all = null;
        foreach (var record in records)
        {
            all?.Merge(record);
            all ??= record;
        }

        return all!;
    }

    /// <summary>Runs a plan on the calling thread.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="rules">How outcomes are counted.</param>
    /// <param name="each">Given every patient's number and outcomes [arm][outcome], empty for those without an origin; null for nobody.</param>
    /// <param name="cancellation">Stops after the chunk under way.</param>
    internal static OutcomeRecord RunHere(RunPlan plan, OutcomeRules rules, Action<int, ReadOnlySpan<float>>? each, CancellationToken cancellation)
    {
        var (shape, groups) = Shape(plan, rules);
        using var worker = new OutcomeWorker(plan, rules, shape, groups);
        for (long chunk = 0; chunk < Chunks(shape.Patients); chunk++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (first, count) = Chunk(chunk, shape.Patients);
            worker.Add(first, count, each);
        }

        return worker.Record;
    }

    private static (OutcomeShape Shape, OutcomeGroups Groups) Shape(RunPlan plan, OutcomeRules rules)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plan.Patients, MaximumPatients, nameof(plan));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rules.Months, plan.HorizonMonths, nameof(rules));
        var groups = new OutcomeGroups(plan, rules);
        return (new OutcomeShape(plan, groups, (int)plan.Patients), groups);
    }

    private static long Chunks(int patients) => ((long)patients + Simulation.ChunkPatients - 1) / Simulation.ChunkPatients;

    private static (int First, int Count) Chunk(long chunk, int patients)
    {
        var first = (int)(chunk * Simulation.ChunkPatients);
        return (first, Math.Min(Simulation.ChunkPatients, patients - first));
    }
}
