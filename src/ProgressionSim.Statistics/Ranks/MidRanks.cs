namespace ProgressionSim.Statistics.Ranks;

/// <summary>Ranks from 1, equal values sharing the mean of theirs. Owns its scratch memory; not thread-safe.</summary>
internal sealed class MidRanks
{
    private readonly RankEntries sorter = new();
    private int[] order = [];

    /// <summary>Ranks values, 1 the smallest.</summary>
    /// <param name="values">Not NaN.</param>
    /// <param name="ranks">Receives the ranks, in the order of the values; at least as long.</param>
    /// <returns>Sum over runs of t equal values of t^3 - t.</returns>
    public double Rank(ReadOnlySpan<double> values, Span<double> ranks)
    {
        if (order.Length < values.Length)
        {
            order = new int[values.Length];
            sorter.Reserve(values.Length);
        }

        for (var i = 0; i < values.Length; i++)
        {
            sorter.Set(i, values[i], i);
        }

        sorter.Sort(values.Length, order);
        double tieSum = 0;
        for (int start = 0, end; start < values.Length; start = end)
        {
            end = start + 1;
            while (RankEntries.Entry.IsLast(order[end - 1]) == 0)
            {
                end++;
            }

            double ties = end - start, rank = (start + end + 1) / 2.0;
            tieSum += ((ties * ties) - 1) * ties;
            foreach (var entry in order.AsSpan(start, end - start))
            {
                ranks[RankEntries.Entry.Owner(entry)] = rank;
            }
        }

        return tieSum;
    }
}
