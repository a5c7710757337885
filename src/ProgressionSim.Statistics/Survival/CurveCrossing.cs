using System.Collections.Immutable;

namespace ProgressionSim.Statistics.Survival;

/// <summary>Where a step curve comes down to a given level, by the rules R's quantile.survfit documents.</summary>
internal static class CurveCrossing
{
    /// <summary>Root of the double precision step: heights closer than this count as equal.</summary>
    private const double Tolerance = 1.4901161193847656e-8;

    /// <summary>Time at which one minus the curve reaches a share.</summary>
    /// <param name="times">Row times, ascending; at least one.</param>
    /// <param name="heights">Height of the curve from each row on; NaN rows are left out.</param>
    /// <param name="share">The share, above 0 and at most 1.</param>
    /// <returns>The time, the middle of a flat piece at the level, or null when the level is not reached.</returns>
    /// <remarks>
    /// Each side takes the row with the smallest loss that reaches the share, rather than the first row in time: the two differ only
    /// where a confidence band turns back up. Source: survival 3.5 reference manual, entry quantile.survfit.
    /// </remarks>
    public static double? Find(ImmutableArray<double> times, ImmutableArray<double> heights, double share)
    {
        var reached = SmallestLossFrom(heights, share - Tolerance);
        if (reached < 0)
        {
            return null;
        }

        if (Math.Abs(1 - heights[^1] - share) < Tolerance)
        {
            return (times[reached] + times[^1]) / 2;
        }

        var passed = SmallestLossFrom(heights, share + Tolerance);
        return passed < 0 ? null : (times[reached] + times[passed]) / 2;
    }

    /// <summary>Earliest of the rows with the smallest loss (one minus height) of at least a bound; -1 when none has it.</summary>
    private static int SmallestLossFrom(ImmutableArray<double> heights, double bound)
    {
        var best = -1;
        for (var row = 0; row < heights.Length; row++)
        {
            if (1 - heights[row] >= bound && (best < 0 || heights[row] > heights[best]))
            {
                best = row;
            }
        }

        return best;
    }
}
