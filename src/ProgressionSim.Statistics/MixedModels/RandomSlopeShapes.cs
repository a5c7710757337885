namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Checks the shapes of longitudinal data.</summary>
internal static class RandomSlopeShapes
{
    /// <summary>Number of visits.</summary>
    /// <exception cref="ArgumentException">Lengths do not fit together, a group is not 0 or 1, or a time needed is not finite.</exception>
    public static int Visits(ReadOnlySpan<double> values, ReadOnlySpan<double> times, ReadOnlySpan<int> group)
    {
        if (group.IsEmpty || values.IsEmpty || values.Length % group.Length != 0)
        {
            throw new ArgumentException("There must be as many values for each patient as visits, and at least one.", nameof(values));
        }

        var visits = values.Length / group.Length;
        if (times.Length != visits && times.Length != values.Length)
        {
            throw new ArgumentException("There must be a time for each visit or for each value.", nameof(times));
        }

        foreach (var member in group)
        {
            if ((uint)member > 1)
            {
                throw new ArgumentException("A group is 0 or 1.", nameof(group));
            }
        }

        var own = times.Length != visits;
        for (var i = 0; i < times.Length; i++)
        {
            if (!double.IsFinite(times[i]) && !(own && double.IsNaN(values[i])))
            {
                throw new ArgumentException("A time must be finite.", nameof(times));
            }
        }

        return visits;
    }
}
