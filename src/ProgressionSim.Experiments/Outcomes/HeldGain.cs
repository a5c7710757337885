namespace ProgressionSim.Experiments.Outcomes;

/// <summary>Looks for a recovery in a score without noise.</summary>
internal static class HeldGain
{
    /// <summary>Largest rise above the lowest score so far that every one of the following months holds; 0 without one.</summary>
    /// <param name="scores">Score of each month lived.</param>
    /// <param name="heldMonths">Months it must hold, at least 0.</param>
    public static float Largest(ReadOnlySpan<float> scores, int heldMonths)
    {
        var (lowest, largest) = (float.PositiveInfinity, 0f);
        for (var month = 0; month + heldMonths < scores.Length; month++)
        {
            lowest = Math.Min(lowest, scores[month]);
            if (scores[month] - lowest <= largest)
            {
                continue;
            }

            var held = scores[month];
            for (var later = 1; later <= heldMonths; later++)
            {
                held = Math.Min(held, scores[month + later]);
            }

            largest = Math.Max(largest, held - lowest);
        }

        return largest;
    }
}
