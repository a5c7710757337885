namespace ProgressionSim.Statistics.Ranks;

/// <summary>Counts, for every patient, the pairs won and lost against each group. Owns its scratch memory; not thread-safe.</summary>
/// <remarks>
/// Survival: one walk along the follow-up times. Function, both without an event: let a patient's last visit be k; it meets everybody measured at k who has
/// no earlier last visit there. Where k is the last visit of few, each of them is compared with all (<see cref="VisitColumn"/>). Otherwise a walk along
/// the sorted changes of the visit, up for the pairs won and down for those lost, with counters for all and for those whose last visit it is, settles them.
/// What is left is taken pair by pair: partners who missed visit k but came back later, events after the last sight of a partner, and events at the same
/// time. Time is visits * n log n and the number of pairs of that last kind.
/// Counts against the two groups travel together, group 1 in the upper half of 64 bits.
/// </remarks>
internal sealed class PairCounter
{
    private const int HalfWidth = 32;

    /// <summary>Up to so many patients, comparing each with all others is quicker than sorting them all.</summary>
    private const int Few = 64;

    private readonly RankEntries sorter = new();
    private readonly VisitColumn column = new();
    private int[] followUp = [];
    private int[] entries = [];
    private int[] last = [];
    private int[] byLast = [];
    private int[] startOfLast = [];
    private int[] censored = [];
    private long[] one = [];
    private long[] won = [];
    private long[] lost = [];
    private int patients;

    /// <summary>Pairs that the time of an event decided, each counted once.</summary>
    public long DecidedBySurvival { get; private set; }

    /// <summary>Pairs won by a patient against a group.</summary>
    public int Won(int patient, int group) => Half(won[patient], group);

    /// <summary>Pairs lost by a patient against a group.</summary>
    public int Lost(int patient, int group) => Half(lost[patient], group);

    /// <summary>Counts all pairs.</summary>
    /// <param name="group">0 or 1 for each patient.</param>
    /// <param name="times">Time of the event, or of the last knowledge that there was none.</param>
    /// <param name="events">Whether the time is that of an event.</param>
    /// <param name="changes">Changes [patient * visits + visit]; NaN is missing.</param>
    /// <param name="visits">Number of visits, at least 0.</param>
    /// <param name="tied">Rule for events at the same time.</param>
    public void Count(ReadOnlySpan<int> group, ReadOnlySpan<double> times, ReadOnlySpan<bool> events, ReadOnlySpan<double> changes, int visits, TiedEvents tied)
    {
        patients = group.Length;
        Reserve(visits);
        for (var i = 0; i < group.Length; i++)
        {
            one[i] = 1L << (HalfWidth * group[i]);
            last[i] = LastVisit(changes.Slice(i * visits, visits));
            sorter.Set(i, times[i], i);
        }

        sorter.Sort(patients, followUp);
        CountSurvival(events);
        SortByLastVisit(events, visits);
        CountVisits(changes, visits);
        CountPairsAcrossGaps(events, changes, visits);
        CountOpenEvents(events, changes, visits, tied);
    }

    private static int Half(long counts, int group) => (int)(counts >> (HalfWidth * group));

    private static int LastVisit(ReadOnlySpan<double> changes)
    {
        var visit = changes.Length - 1;
        while (visit >= 0 && double.IsNaN(changes[visit]))
        {
            visit--;
        }

        return visit;
    }

    private static int EndOfRun(ReadOnlySpan<int> entries, int start)
    {
        while (RankEntries.Entry.IsLast(entries[start]) == 0)
        {
            start++;
        }

        return start + 1;
    }

    private void Reserve(int visits)
    {
        if (last.Length < patients)
        {
            followUp = new int[patients];
            entries = new int[patients];
            last = new int[patients];
            byLast = new int[patients];
            censored = new int[patients];
            one = new long[patients];
            won = new long[patients];
            lost = new long[patients];
            sorter.Reserve(patients);
        }

        if (startOfLast.Length < visits + 1)
        {
            startOfLast = new int[visits + 1];
        }
    }

    /// <summary>Sets the counts to those decided by the time of an event.</summary>
    private void CountSurvival(ReadOnlySpan<bool> events)
    {
        long remaining = 0, dead = 0, decided = 0;
        foreach (var patient in one.AsSpan(0, patients))
        {
            remaining += patient;
        }

        var along = followUp.AsSpan(0, patients);
        for (int start = 0, end; start < along.Length; start = end)
        {
            end = EndOfRun(along, start);
            long dying = 0, leaving = 0;
            foreach (var entry in along[start..end])
            {
                var i = RankEntries.Entry.Owner(entry);
                leaving += one[i];
                dying += events[i] ? one[i] : 0;
            }

            foreach (var entry in along[start..end])
            {
                // Whoever is known to live when another dies does better, also when last seen at that very time.
                var i = RankEntries.Entry.Owner(entry);
                won[i] = events[i] ? dead : dead + dying;
                lost[i] = events[i] ? remaining - dying : 0;
                decided += Half(won[i], 0) + Half(won[i], 1);
            }

            remaining -= leaving;
            dead += dying;
        }

        DecidedBySurvival = decided;
    }

    /// <summary>Lists the patients without an event by their last visit; those without any visit are left out.</summary>
    private void SortByLastVisit(ReadOnlySpan<bool> events, int visits)
    {
        var start = startOfLast.AsSpan(0, visits + 1);
        start.Clear();
        for (var i = 0; i < events.Length; i++)
        {
            if (!events[i] && last[i] >= 0)
            {
                start[last[i]]++;
            }
        }

        var sum = 0;
        foreach (ref var place in start)
        {
            sum += place;
            place = sum;
        }

        for (var i = events.Length - 1; i >= 0; i--)
        {
            if (!events[i] && last[i] >= 0)
            {
                byLast[--start[last[i]]] = i;
            }
        }
    }

    /// <summary>Compares those without an event at each visit, when it is the last of at least one of the two.</summary>
    private void CountVisits(ReadOnlySpan<double> changes, int visits)
    {
        var order = byLast.AsSpan(0, startOfLast[visits]);
        column.Start(order, one);
        for (var visit = 0; visit < visits; visit++)
        {
            int start = startOfLast[visit], end = startOfLast[visit + 1];
            if (end - start > Few)
            {
                SortVisit(visit, changes, visits);
            }
            else if (end > start)
            {
                column.Compare(order, start, end, changes, visit, visits);
            }
        }

        column.AddTo(order, won, lost);
    }

    private void SortVisit(int visit, ReadOnlySpan<double> changes, int visits)
    {
        var count = 0;
        for (var at = startOfLast[visit]; at < startOfLast[visits]; at++)
        {
            var i = byLast[at];
            var change = changes[(i * visits) + visit];
            if (!double.IsNaN(change))
            {
                sorter.Set(count++, change, i);
            }
        }

        var order = entries.AsSpan(0, count);
        sorter.Sort(count, order);
        Tally below = default, seen = default;
        foreach (var entry in order)
        {
            var i = RankEntries.Entry.Owner(entry);
            var isLastVisit = last[i] == visit ? -1L : 0;
            won[i] += below.Partners(isLastVisit);
            seen = seen.With(one[i], isLastVisit);
            below = below.Or(seen, -RankEntries.Entry.IsLast(entry));
        }

        Tally above = default;
        seen = default;
        for (var p = order.Length - 1; p >= 0; p--)
        {
            var i = RankEntries.Entry.Owner(order[p]);
            var isLastVisit = last[i] == visit ? -1L : 0;
            lost[i] += above.Partners(isLastVisit);
            seen = seen.With(one[i], isLastVisit);
            above = above.Or(seen, -RankEntries.Entry.IsFirst(order[p]));
        }
    }

    /// <summary>Compares those without an event when one missed the last visit of the other and came back later.</summary>
    private void CountPairsAcrossGaps(ReadOnlySpan<bool> events, ReadOnlySpan<double> changes, int visits)
    {
        for (var i = 0; i < events.Length; i++)
        {
            for (var visit = events[i] ? -1 : last[i] - 1; visit >= 0; visit--)
            {
                if (double.IsNaN(changes[(i * visits) + visit]))
                {
                    CountByPair(i, byLast.AsSpan(startOfLast[visit]..startOfLast[visit + 1]), changes, visits);
                }
            }
        }
    }

    /// <summary>Compares patients with an event with those last seen before it, and by rule with those whose event came at the same time.</summary>
    private void CountOpenEvents(ReadOnlySpan<bool> events, ReadOnlySpan<double> changes, int visits, TiedEvents tied)
    {
        var along = followUp.AsSpan(0, patients);
        var count = 0;
        for (int start = 0, end; start < along.Length; start = end)
        {
            end = EndOfRun(along, start);
            var open = count;
            foreach (var entry in along[start..end])
            {
                var i = RankEntries.Entry.Owner(entry);
                if (events[i])
                {
                    CountByPair(i, censored.AsSpan(0, open), changes, visits);
                }
            }

            if (tied == TiedEvents.CompareFunction && end - start > 1)
            {
                CountTied(along[start..end], events, changes, visits);
            }

            foreach (var entry in along[start..end])
            {
                var i = RankEntries.Entry.Owner(entry);
                censored[count] = i;
                count += events[i] || last[i] < 0 ? 0 : 1;
            }
        }
    }

    private void CountTied(ReadOnlySpan<int> run, ReadOnlySpan<bool> events, ReadOnlySpan<double> changes, int visits)
    {
        var tied = entries.AsSpan(0, patients);
        var count = 0;
        foreach (var entry in run)
        {
            var i = RankEntries.Entry.Owner(entry);
            if (events[i])
            {
                CountByPair(i, tied[..count], changes, visits);
                tied[count++] = i;
            }
        }
    }

    /// <summary>Compares one patient with others at the last visit each two have in common.</summary>
    private void CountByPair(int patient, ReadOnlySpan<int> others, ReadOnlySpan<double> changes, int visits)
    {
        var own = changes.Slice(patient * visits, visits);
        var ends = last.AsSpan(0, patients);
        var ones = one.AsSpan(0, patients);
        var theirWins = won.AsSpan(0, patients);
        var theirLosses = lost.AsSpan(0, patients);
        var ownLast = ends[patient];
        long wins = 0, losses = 0, ownOne = ones[patient];
        foreach (var other in others)
        {
            var visit = Math.Min(ownLast, ends[other]);
            for (var at = (other * visits) + visit; visit >= 0; visit--, at--)
            {
                double a = own[visit], b = changes[at];
                if (!double.IsNaN(a) && !double.IsNaN(b))
                {
                    long isWin = a > b ? -1 : 0, isLoss = a < b ? -1 : 0;
                    wins += ones[other] & isWin;
                    losses += ones[other] & isLoss;
                    theirWins[other] += ownOne & isLoss;
                    theirLosses[other] += ownOne & isWin;
                    break;
                }
            }
        }

        theirWins[patient] += wins;
        theirLosses[patient] += losses;
    }

    /// <summary>Patients met on a walk along the changes of a visit, by group: all, and those whose last visit it is. Conditions are masks: 0 or -1.</summary>
    private readonly struct Tally(long all, long ending)
    {
        private readonly long all = all;
        private readonly long ending = ending;

        public Tally With(long patient, long isLastVisit) => new(all + patient, ending + (patient & isLastVisit));

        /// <summary>The other tally where the condition holds, this one where it does not; no branch.</summary>
        public Tally Or(Tally other, long condition) => new(all ^ ((all ^ other.all) & condition), ending ^ ((ending ^ other.ending) & condition));

        /// <summary>Those whom a patient meets here: all when it is the patient's last visit, otherwise those whose last it is.</summary>
        public long Partners(long isLastVisit) => ending ^ ((ending ^ all) & isLastVisit);
    }
}
