namespace ProgressionSim.Cli.Serve;

/// <summary>The line of runs: one at a time has its turn, since each uses all cores. Thread-safe.</summary>
internal sealed class RunQueue
{
    /// <summary>Runs that may wait beside the one that has its turn.</summary>
    public const int MostWaiting = 64;

    private readonly Lock gate = new();

    // The first has its turn.
    private readonly List<RunTurn> line = [];

    /// <summary>Takes the place at the end of the line; it is left by disposing of it.</summary>
    /// <returns>The place; null when the line is full.</returns>
    public RunTurn? TryJoin()
    {
        lock (gate)
        {
            if (line.Count > MostWaiting)
            {
                return null;
            }

            var turn = new RunTurn(Leave);
            turn.Tell(line.Count);
            line.Add(turn);
            return turn;
        }
    }

    private void Leave(RunTurn turn)
    {
        lock (gate)
        {
            var place = line.IndexOf(turn);
            if (place < 0)
            {
                return;
            }

            line.RemoveAt(place);
            for (var i = place; i < line.Count; i++)
            {
                line[i].Tell(i);
            }
        }
    }
}
