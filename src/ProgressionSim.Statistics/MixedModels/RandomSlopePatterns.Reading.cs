using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Statistics.MixedModels;

/// <content>Reading the measurements.</content>
internal sealed partial class RandomSlopePatterns
{
    // Four patients at a time, one a lane.
    private double ReadSharedTimes(ReadOnlySpan<double> values, ReadOnlySpan<double> visitTimes, ReadOnlySpan<int> group)
    {
        var visits = visitTimes.Length;
        PrepareTable(group.Length);
        if (missingRow.Length < visits)
        {
            missingRow = new double[visits];
            Array.Fill(missingRow, double.NaN);
        }

        Span<long> mask = stackalloc long[4];
        Span<double> s1 = stackalloc double[4];
        Span<double> s2 = stackalloc double[4];
        var offset = Vector256.Create(Offset);
        var squares = Vector256<double>.Zero;
        for (var first = 0; first < group.Length; first += 4)
        {
            var lanes = Math.Min(4, group.Length - first);
            var start = first * visits;
            var row0 = values.Slice(start, visits);
            var row1 = lanes > 1 ? values.Slice(start + visits, visits) : missingRow.AsSpan(0, visits);
            var row2 = lanes > 2 ? values.Slice(start + (2 * visits), visits) : missingRow.AsSpan(0, visits);
            var row3 = lanes > 3 ? values.Slice(start + (3 * visits), visits) : missingRow.AsSpan(0, visits);
            var sum = Vector256<double>.Zero;
            var timesSum = Vector256<double>.Zero;
            var present = Vector256<long>.Zero;
            for (var visit = 0; visit < row0.Length; visit++)
            {
                var y = Vector256.Create(row0[visit], row1[visit], row2[visit], row3[visit]);
                var known = Vector256.Equals(y, y);
                var d = (y - offset) & known;
                present |= known.AsInt64() & Vector256.Create(1L << visit);
                sum += d;
                timesSum += d * Vector256.Create(visitTimes[visit]);
                squares += d * d;
            }

            present.CopyTo(mask);
            sum.CopyTo(s1);
            timesSum.CopyTo(s2);
            for (var lane = 0; lane < lanes; lane++)
            {
                if (mask[lane] != 0)
                {
                    var pattern = PatternOf((ulong)mask[lane], visitTimes);
                    sums[(2 * pattern) + group[first + lane]].Add(s1[lane], s2[lane]);
                }
            }
        }

        return PatternBlock.Sum(squares);
    }

    private double ReadOwnTimes(ReadOnlySpan<double> values, ReadOnlySpan<double> visitTimes, ReadOnlySpan<int> group, int visits, bool shared)
    {
        var squares = 0.0;
        for (var patient = 0; patient < group.Length; patient++)
        {
            var row = values.Slice(patient * visits, visits);
            var own = shared ? visitTimes : visitTimes.Slice(patient * visits, visits);
            var count = 0;
            double s1 = 0, s2 = 0, first = 0, t1 = 0, t2 = 0;
            for (var visit = 0; visit < row.Length; visit++)
            {
                if (double.IsNaN(row[visit]))
                {
                    continue;
                }

                var d = row[visit] - Offset;
                var t = own[visit];
                first = count == 0 ? t : first;
                count++;
                s1 += d;
                s2 += d * t;
                squares += d * d;
                t1 += t - first;
                t2 += (t - first) * (t - first);
            }

            if (count > 0)
            {
                var pattern = AddPattern(count, first, t1, t2);
                sums[(2 * pattern) + group[patient]].Add(s1, s2);
            }
        }

        return squares;
    }

    private void PrepareTable(int patients)
    {
        var wanted = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, 2 * patients));
        if (slots.Length < wanted)
        {
            slots = new int[wanted];
        }
        else
        {
            Array.Clear(slots);
        }
    }

    // Open addressing; a slot holds the pattern's number plus 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PatternOf(ulong mask, ReadOnlySpan<double> visitTimes)
    {
        var known = slots[SlotOf(mask)] - 1;
        return known >= 0 && masks[known] == mask ? known : SearchOrAdd(mask, visitTimes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(ulong mask) => (int)((mask * 0x9E3779B97F4A7C15) >> 32) & (slots.Length - 1);

    private int SearchOrAdd(ulong mask, ReadOnlySpan<double> visitTimes)
    {
        var slot = SlotOf(mask);
        while (slots[slot] != 0)
        {
            var known = slots[slot] - 1;
            if (masks[known] == mask)
            {
                return known;
            }

            slot = (slot + 1) & (slots.Length - 1);
        }

        var count = 0;
        double first = 0, t1 = 0, t2 = 0;
        for (var rest = mask; rest != 0; rest &= rest - 1)
        {
            var t = visitTimes[BitOperations.TrailingZeroCount(rest)];
            first = count == 0 ? t : first;
            count++;
            t1 += t - first;
            t2 += (t - first) * (t - first);
        }

        var pattern = AddPattern(count, first, t1, t2);
        if (masks.Length <= pattern)
        {
            Array.Resize(ref masks, 2 * masks.Length);
        }

        masks[pattern] = mask;
        slots[slot] = pattern + 1;
        return pattern;
    }

    // Sums of times are taken from the patient's first time: a single time then has a spread of exactly 0.
    private int AddPattern(int count, double firstTime, double sumFromFirst, double squaresFromFirst)
    {
        var pattern = patterns++;
        if (times.Length < patterns + 3)
        {
            Array.Resize(ref times, 2 * times.Length);
            Array.Resize(ref sums, 2 * times.Length);
        }

        if (pattern % 4 == 0)
        {
            // Lanes that stay without a pattern must be empty.
            sums.AsSpan(2 * pattern, 8).Clear();
            times.AsSpan(pattern, 4).Clear();
        }

        var spread = squaresFromFirst - (sumFromFirst * sumFromFirst / count);
        spread = spread > 1e-12 * squaresFromFirst ? spread : 0;
        var sum = (count * firstTime) + sumFromFirst;
        times[pattern] = new PatternTimes(count, sum, spread + (sum * sum / count), spread);
        LargestTimeSpread = Math.Max(LargestTimeSpread, spread);
        return pattern;
    }
}
