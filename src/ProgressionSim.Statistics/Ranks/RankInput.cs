namespace ProgressionSim.Statistics.Ranks;

/// <summary>Checks on what callers hand over.</summary>
internal static class RankInput
{
    /// <summary>Throws unless there are as many times and events as groups, every group is 0 or 1 and no time is NaN.</summary>
    public static void Check(ReadOnlySpan<int> group, ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        if (times.Length != group.Length || events.Length != group.Length)
        {
            throw new ArgumentException("Groups, times and events differ in length.", nameof(times));
        }

        CheckGroups(group);
        foreach (var time in times)
        {
            if (double.IsNaN(time))
            {
                throw new ArgumentException("A time is NaN.", nameof(times));
            }
        }
    }

    /// <summary>Throws unless every group is 0 or 1.</summary>
    public static void CheckGroups(ReadOnlySpan<int> group)
    {
        foreach (var g in group)
        {
            if ((uint)g > 1)
            {
                throw new ArgumentException("A group is neither 0 nor 1.", nameof(group));
            }
        }
    }
}
