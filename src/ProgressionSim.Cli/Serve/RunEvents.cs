using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using ProgressionSim.Cli.Results;
using ProgressionSim.Engine.Running;
using ProgressionSim.Summaries;
using ProgressionSim.Summaries.Page;

namespace ProgressionSim.Cli.Serve;

/// <summary>A run as the events its client is told: <c>waiting</c> in the line, <c>progress</c>, and at the end <c>result</c>, as the engine in the page gives it, or <c>failed</c>.</summary>
internal static class RunEvents
{
    // About ten a second are enough for a bar that moves.
    private static readonly TimeSpan BetweenProgress = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for the turn and runs a plan.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="threads">Number of threads; null for all cores.</param>
    /// <param name="turn">The run's place in the line; when the events have ended, however that came, nothing is computed any more.</param>
    /// <param name="stopping">Cancelled when the server stops.</param>
    /// <param name="gone">Cancelled when the client has gone.</param>
    public static async IAsyncEnumerable<SseItem<string>> Of(
        RunPlan plan, int? threads, RunTurn turn, CancellationToken stopping, [EnumeratorCancellation] CancellationToken gone = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        await foreach (var ahead in turn.Wait(end.Token))
        {
            yield return Event("waiting", new { ahead });
        }

        // Only the latest number counts.
        var progress = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var run = Task.Run(() => Run(plan, threads, progress.Writer, end.Token), CancellationToken.None);
        try
        {
            long told = 0;
            long toldAt = 0;
            await foreach (var done in progress.Reader.ReadAllAsync(end.Token))
            {
                if (done > told && (told == 0 || done == plan.Patients || Stopwatch.GetElapsedTime(toldAt) >= BetweenProgress))
                {
                    (told, toldAt) = (done, Stopwatch.GetTimestamp());
                    yield return Event("progress", new { done, total = plan.Patients });
                }
            }

            yield return await run;
        }
        finally
        {
            await end.CancelAsync();
            await ((Task)run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static SseItem<string> Run(RunPlan plan, int? threads, ChannelWriter<long> progress, CancellationToken cancellation)
    {
        try
        {
            var result = Simulation.Run(plan with { RecordedMeasures = PageResult.Measures }, threads, done => progress.TryWrite(done), cancellation);
            return new SseItem<string>(PageResult.Json(RunSummary.Of(result, ProgramVersion.Text)), "result");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Event("failed", new { message = error.Message });
        }
        finally
        {
            progress.Complete();
        }
    }

    private static SseItem<string> Event<T>(string name, T data) => new(JsonSerializer.Serialize(data), name);
}
