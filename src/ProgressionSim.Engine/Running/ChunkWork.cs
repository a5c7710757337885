namespace ProgressionSim.Engine.Running;

/// <summary>Fixed chunks of work on dedicated threads.</summary>
public static class ChunkWork
{
    /// <summary>Does chunks in any order.</summary>
    /// <typeparam name="TWorker">Worker of one thread.</typeparam>
    /// <param name="chunks">Number of chunks.</param>
    /// <param name="threads">Number of threads; at least 1, null for all cores.</param>
    /// <param name="create">Makes a worker; called on its thread and disposed of there.</param>
    /// <param name="work">Does the chunk of a number with a worker.</param>
    /// <param name="finish">Given, on its thread, each worker that has done its last chunk.</param>
    /// <param name="cancellation">Stops after the chunks under way.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static void Do<TWorker>(
        long chunks, int? threads, Func<TWorker> create, Action<TWorker, long> work, Action<TWorker> finish, CancellationToken cancellation)
        where TWorker : IDisposable
    {
        var workers = (int)Math.Clamp(Math.Min(threads ?? Environment.ProcessorCount, chunks), 1, 1024);
        long nextChunk = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        void Work()
        {
            using var worker = create();
            for (var chunk = Interlocked.Increment(ref nextChunk) - 1; chunk < chunks; chunk = Interlocked.Increment(ref nextChunk) - 1)
            {
                stop.Token.ThrowIfCancellationRequested();
                work(worker, chunk);
            }

            finish(worker);
        }

        RunOnThreads(workers, Work, stop);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Runs a job on dedicated threads; the first exception stops the others and is passed on.</summary>
    private static void RunOnThreads(int count, Action job, CancellationTokenSource stop)
    {
        var errors = new Exception?[count];
        void Guarded(int index)
        {
            try
            {
                job();
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
