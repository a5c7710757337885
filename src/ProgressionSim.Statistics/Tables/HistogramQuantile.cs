namespace ProgressionSim.Statistics.Tables;

/// <summary>Quantiles of values known only as counts per bin.</summary>
/// <remarks>
/// Resolution: the interpolated form is exact to the bin (the quantile of the values themselves, in the sense of the smallest value
/// whose cumulative share is at least p, lies in the same bin), so it is off by at most one bin width; inside the bin values are
/// taken as evenly spread. The value form is exact. A cumulative share is the correctly rounded quotient of two counts, so p = 0.55 meets
/// 55 of 100 exactly. Pure, so thread-safe.
/// </remarks>
public static class HistogramQuantile
{
    /// <summary>Quantile by linear interpolation inside the bin in which the cumulative share reaches p.</summary>
    /// <param name="binEdges">Finite, ascending, one more than there are counts; bin i runs from edge i to edge i + 1, and holds one exact value where the two are equal.</param>
    /// <param name="counts">Values per bin, at least 0, adding up to at least 1.</param>
    /// <param name="share">The cumulative share p, 0 to 1.</param>
    /// <returns>Between the outer edges of the first and last filled bin, in the unit of the edges; p = 0 and 1 give those two edges.
    /// When p is reached exactly at the end of a bin, that bin's upper edge, even if empty bins follow.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, edges do not ascend, or all counts are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share or a count is outside its range.</exception>
    /// <exception cref="OverflowException">The counts add up to more than a long holds.</exception>
    public static double Interpolated(ReadOnlySpan<double> binEdges, ReadOnlySpan<long> counts, double share)
    {
        if (binEdges.Length != counts.Length + 1)
        {
            throw new ArgumentException("There must be one more edge than there are counts.", nameof(binEdges));
        }

        for (var i = 0; i < binEdges.Length; i++)
        {
            if (!double.IsFinite(binEdges[i]) || (i > 0 && binEdges[i] < binEdges[i - 1]))
            {
                throw new ArgumentException("Bin edges must be finite and ascending.", nameof(binEdges));
            }
        }

        var bin = FindBin(counts, share, out var before, out var total);
        var inside = Math.Clamp(((share * total) - before) / counts[bin], 0, 1);

        // Weighted so that both edges come out exactly.
        return ((1 - inside) * binEdges[bin]) + (inside * binEdges[bin + 1]);
    }

    /// <summary>Smallest value whose cumulative share is at least p, for bins that each hold one integer value.</summary>
    /// <param name="firstValue">Value of the first bin; bin i holds the value that is i above it.</param>
    /// <param name="counts">Values per bin, at least 0, adding up to at least 1.</param>
    /// <param name="share">The cumulative share p, 0 to 1; 0 gives the smallest value present.</param>
    /// <returns>A value that is present in the data; no interpolation, so the median of 1 and 2 is 1.</returns>
    /// <exception cref="ArgumentException">All counts are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share or a count is outside its range.</exception>
    /// <exception cref="OverflowException">The counts add up to more than a long holds.</exception>
    public static long Value(long firstValue, ReadOnlySpan<long> counts, double share) => checked(firstValue + FindBin(counts, share, out _, out _));

    /// <summary>First filled bin whose cumulative share is at least p, with the count before it and in all.</summary>
    private static int FindBin(ReadOnlySpan<long> counts, double share, out long before, out long total)
    {
        if (!(share >= 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1.");
        }

        total = 0;
        foreach (var count in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            total = checked(total + count);
        }

        if (total == 0)
        {
            throw new ArgumentException("At least one count must be above 0.", nameof(counts));
        }

        before = 0;
        var bin = 0;
        while (counts[bin] == 0 || (double)(before + counts[bin]) / total < share)
        {
            before += counts[bin++];
        }

        return bin;
    }
}
