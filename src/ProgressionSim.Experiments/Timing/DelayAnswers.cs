namespace ProgressionSim.Experiments.Timing;

/// <summary>Reads answers off a curve of benefit against start.</summary>
internal static class DelayAnswers
{
    /// <summary>Latest start up to which every start keeps a share of the benefit of the earliest.</summary>
    /// <param name="starts">Starts, rising.</param>
    /// <param name="benefits">Benefit of each; positive is good.</param>
    /// <param name="share">The share to keep.</param>
    /// <returns>Negative infinity when the earliest start has no benefit, positive infinity when all starts keep it.</returns>
    public static double Window(IReadOnlyList<double> starts, ReadOnlySpan<double> benefits, double share)
    {
        if (!(benefits[0] > 0))
        {
            return double.NegativeInfinity;
        }

        var kept = share * benefits[0];
        for (var i = 1; i < benefits.Length; i++)
        {
            if (benefits[i] < kept)
            {
                return Crossing(starts, benefits, i - 1, kept);
            }
        }

        return double.PositiveInfinity;
    }

    /// <summary>Latest start that still has a given benefit.</summary>
    /// <param name="starts">Starts, rising.</param>
    /// <param name="benefits">Benefit of each; positive is good.</param>
    /// <param name="smallest">That benefit.</param>
    /// <returns>Negative infinity when no start has it, positive infinity when the latest start does.</returns>
    public static double PointOfNoReturn(IReadOnlyList<double> starts, ReadOnlySpan<double> benefits, double smallest)
    {
        if (benefits[^1] >= smallest)
        {
            return double.PositiveInfinity;
        }

        for (var i = benefits.Length - 2; i >= 0; i--)
        {
            if (benefits[i] >= smallest)
            {
                return Crossing(starts, benefits, i, smallest);
            }
        }

        return double.NegativeInfinity;
    }

    /// <summary>Where the line from point i, at or above a level, to the next, below it, meets the level.</summary>
    private static double Crossing(IReadOnlyList<double> starts, ReadOnlySpan<double> benefits, int i, double level) =>
        starts[i] + ((starts[i + 1] - starts[i]) * (benefits[i] - level) / (benefits[i] - benefits[i + 1]));
}
