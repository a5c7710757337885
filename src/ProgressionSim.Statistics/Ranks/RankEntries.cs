namespace ProgressionSim.Statistics.Ranks;

/// <summary>Sorts numbers with their owners and marks the runs of equal ones. Owns its scratch memory; not thread-safe.</summary>
/// <remarks>
/// A counting sort into equal slices of the range, then insertion: linear time on data without clusters, and few branches to guess wrong.
/// Where the slices do not part the values (outliers, infinities), a comparison sort takes over.
/// </remarks>
internal sealed class RankEntries
{
    private const int MovesPerValue = 16;
    private double[] keys = [];
    private int[] owners = [];
    private double[] sorted = [];
    private int[] slices = [];
    private int[] starts = [];

    /// <summary>Makes room for more values. Forgets the ones held.</summary>
    /// <param name="capacity">Number of values, at least 0.</param>
    public void Reserve(int capacity)
    {
        if (keys.Length < capacity)
        {
            keys = new double[capacity];
            owners = new int[capacity];
            sorted = new double[capacity];
            slices = new int[capacity];
            starts = new int[SlicesFor(capacity) + 1];
        }
    }

    /// <summary>Gives a value to be sorted.</summary>
    /// <param name="at">Place, from 0 upwards without gaps.</param>
    /// <param name="value">Not NaN.</param>
    /// <param name="owner">Number of its owner, at least 0 and below 2^29.</param>
    public void Set(int at, double value, int owner)
    {
        keys[at] = value;
        owners[at] = owner;
    }

    /// <summary>Sorts the values given, ascending.</summary>
    /// <param name="count">How many were given.</param>
    /// <param name="entries">Receives the owners in order as <see cref="Entry"/> codes; at least count long.</param>
    public void Sort(int count, Span<int> entries)
    {
        if (count == 0)
        {
            return;
        }

        entries = entries[..count];
        var values = sorted.AsSpan(0, count);
        if (!Distribute(count, values, entries) || !Insert(values, entries))
        {
            keys.AsSpan(0, count).CopyTo(values);
            owners.AsSpan(0, count).CopyTo(entries);
            values.Sort(entries);
        }

        var isFirst = 1;
        for (var p = 0; p < entries.Length; p++)
        {
            var isLast = p + 1 == values.Length || values[p] != values[p + 1] ? 1 : 0;
            entries[p] = (entries[p] << 2) | (isLast << 1) | isFirst;
            isFirst = isLast;
        }
    }

    private static int SlicesFor(int count) => Math.Min(2 * count, 1 << 16);

    /// <summary>Places values by slice of the range; false when the range cannot be sliced.</summary>
    private bool Distribute(int count, Span<double> values, Span<int> entries)
    {
        var given = keys.AsSpan(0, count);
        var owner = owners.AsSpan(0, count);
        double low = given[0], high = low;
        foreach (var key in given)
        {
            low = Math.Min(low, key);
            high = Math.Max(high, key);
        }

        if (low == high)
        {
            given.CopyTo(values);
            owner.CopyTo(entries);
            return true;
        }

        var scale = (SlicesFor(count) - 1) / (high - low);
        if (!(scale > 0 && scale < double.PositiveInfinity))
        {
            return false;
        }

        var start = starts.AsSpan(0, SlicesFor(count) + 1);
        start.Clear();
        var slice = slices.AsSpan(0, count);
        for (var p = 0; p < given.Length; p++)
        {
            // Subtraction, product and truncation are monotone, so no value lands in a slice above that of a larger one.
            var s = (int)((given[p] - low) * scale);
            slice[p] = s;
            start[s + 1]++;
        }

        var sum = 0;
        foreach (ref var s in start)
        {
            sum += s;
            s = sum;
        }

        for (var p = 0; p < slice.Length; p++)
        {
            var to = start[slice[p]]++;
            values[to] = given[p];
            entries[to] = owner[p];
        }

        return true;
    }

    /// <summary>Finishes the order within the slices; false when that takes too many moves.</summary>
    private static bool Insert(Span<double> values, Span<int> entries)
    {
        var moves = MovesPerValue * values.Length;
        for (var p = 1; p < values.Length; p++)
        {
            var value = values[p];
            if (values[p - 1] <= value)
            {
                continue;
            }

            var owner = entries[p];
            var at = p;
            do
            {
                values[at] = values[at - 1];
                entries[at] = entries[at - 1];
                at--;
            }
            while (at > 0 && values[at - 1] > value);
            values[at] = value;
            entries[at] = owner;
            moves -= p - at;
            if (moves < 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads the codes of <see cref="Sort"/>.</summary>
    public static class Entry
    {
        /// <summary>Owner of the value.</summary>
        public static int Owner(int entry) => entry >> 2;

        /// <summary>1 when the value is the first of its equals in ascending order, otherwise 0.</summary>
        public static int IsFirst(int entry) => entry & 1;

        /// <summary>1 when the value is the last of its equals in ascending order, otherwise 0.</summary>
        public static int IsLast(int entry) => (entry >> 1) & 1;
    }
}
