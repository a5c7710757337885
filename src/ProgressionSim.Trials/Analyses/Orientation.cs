namespace ProgressionSim.Trials.Analyses;

/// <summary>Turns measures so that more is better, as rank methods take them.</summary>
internal static class Orientation
{
    /// <summary>The values with their signs turned.</summary>
    /// <param name="values">The values.</param>
    /// <param name="room">Memory that grows when needed.</param>
    public static Span<double> Turn(ReadOnlySpan<double> values, ref double[] room)
    {
        if (room.Length < values.Length)
        {
            room = new double[values.Length];
        }

        for (var i = 0; i < values.Length; i++)
        {
            room[i] = -values[i];
        }

        return room.AsSpan(0, values.Length);
    }
}
