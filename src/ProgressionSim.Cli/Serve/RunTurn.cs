using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ProgressionSim.Cli.Serve;

/// <summary>A place in the line of runs.</summary>
/// <param name="leave">Takes it out of the line; may be called again.</param>
internal sealed class RunTurn(Action<RunTurn> leave) : IDisposable
{
    // Only the latest number counts.
    private readonly Channel<int> places = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Says how many runs are ahead.</summary>
    /// <param name="ahead">The one that has its turn included; 0 when that is this one.</param>
    public void Tell(int ahead) => places.Writer.TryWrite(ahead);

    /// <summary>Waits for the turn.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The number of runs ahead, at least 1, at first and whenever it has changed; ends when the turn has come.</returns>
    public async IAsyncEnumerable<int> Wait([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var ahead in places.Reader.ReadAllAsync(cancellation))
        {
            if (ahead == 0)
            {
                yield break;
            }

            yield return ahead;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => leave(this);
}
