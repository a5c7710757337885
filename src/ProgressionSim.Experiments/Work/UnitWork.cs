using ProgressionSim.Engine.Running;

namespace ProgressionSim.Experiments.Work;

/// <summary>Does units of work that may have been finished before.</summary>
internal static class UnitWork
{
    // With fewer units than this for each thread, threads would wait for the last ones: then each unit is cut up instead.
    private const int UnitsOfThread = 4;

    /// <summary>Does all units.</summary>
    /// <param name="units">Number of units.</param>
    /// <param name="finished">Units done before, and where to keep others; null for none.</param>
    /// <param name="compute">Given a unit's number and a number of threads to use: its values, the same on any number of threads.</param>
    /// <param name="threads">Number of threads; null for all cores.</param>
    /// <param name="tell">Told each unit that is done, from any thread.</param>
    /// <param name="cancellation">Stops after the work under way.</param>
    /// <returns>Values by unit.</returns>
    public static double[][] Do(
        int units, IFinishedWork? finished, Func<int, int, double[]> compute, int? threads, Action<int> tell, CancellationToken cancellation)
    {
        var found = new double[units][];
        var missing = new List<int>();
        for (var unit = 0; unit < units; unit++)
        {
            if (finished?.Find(unit) is { } values)
            {
                found[unit] = values;
                tell(unit);
            }
            else
            {
                missing.Add(unit);
            }
        }

        if (missing.Count == 0)
        {
            return found;
        }

        var available = threads ?? Environment.ProcessorCount;
        var apart = missing.Count >= UnitsOfThread * available;
        ChunkWork.Do(
            missing.Count,
            apart ? available : 1,
            () => new Nothing(),
            (_, index) =>
            {
                var unit = missing[(int)index];
                found[unit] = compute(unit, apart ? 1 : available);
                finished?.Keep(unit, found[unit]);
                tell(unit);
            },
            _ => { },
            cancellation);
        return found;
    }

    private sealed class Nothing : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
