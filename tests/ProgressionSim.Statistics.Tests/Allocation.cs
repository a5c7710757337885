namespace ProgressionSim.Statistics.Tests;

/// <summary>Counts memory taken by code that should take none.</summary>
internal static class Allocation
{
    /// <summary>Bytes allocated on this thread by the second run of an action; the first lets scratch memory grow.</summary>
    public static long Of(Action action)
    {
        action();
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
