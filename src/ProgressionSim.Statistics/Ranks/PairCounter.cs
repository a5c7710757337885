using System.Numerics;

namespace ProgressionSim.Statistics.Ranks;

/// <summary>Counts, for every patient, the pairs won and lost against each group. Owns its scratch memory; not thread-safe.</summary>
/// <remarks>
/// Survival: one walk along the follow-up times. Function: the other patient of a pair is a bit. Each patient keeps the set of those it is not yet
/// compared with; visits are taken from the last to the first, and at each a walk along the sorted changes, first up and then down, holds the set of
/// smaller and of larger ones. Both measured at a visit and not yet compared means that it is the last common visit. One block of 128 columns is
/// treated at a time; columns of a block belong to one group, so a count of bits is a count against that group. Time is visits * n log n for sorting
/// and visits * n * (n/128) counts of bits, which stay the smaller part up to some thousand patients.
/// </remarks>
internal sealed class PairCounter
{
    private const int ColumnsPerBlock = 128;
    private readonly ValueOrder sorter = new();
    private int[] column = [];
    private int[] followUp = [];
    private int[] byVisit = [];
    private int[] measured = [];
    private Columns[] own = [];
    private Columns[] open = [];
    private int[] won = [];
    private int[] lost = [];
    private int patients;

    /// <summary>Pairs that the time of an event decided, each counted once.</summary>
    public long DecidedBySurvival { get; private set; }

    /// <summary>Pairs won by each patient against a group.</summary>
    /// <param name="group">0 or 1.</param>
    public ReadOnlySpan<int> Won(int group) => Counts(won, group);

    /// <summary>Pairs lost by each patient against a group.</summary>
    /// <param name="group">0 or 1.</param>
    public ReadOnlySpan<int> Lost(int group) => Counts(lost, group);

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
        Span<int> size = [0, 0];
        foreach (var g in group)
        {
            size[g]++;
        }

        Sort(times, changes, visits);
        CountSurvival(group, events, size);
        for (var g = 0; g < 2; g++)
        {
            AssignColumns(group, g);
            for (var first = 0; first < size[g]; first += ColumnsPerBlock)
            {
                PlaceBlock(first);
                OpenPairs(events, tied);
                for (var visit = visits - 1; visit >= 0; visit--)
                {
                    CountVisit(visit, g);
                }
            }
        }
    }

    private Span<int> Counts(int[] counts, int group) => counts.AsSpan(group * patients, patients);

    private void Reserve(int visits)
    {
        if (column.Length < patients)
        {
            column = new int[patients];
            followUp = new int[patients];
            own = new Columns[patients];
            open = new Columns[patients];
            won = new int[2 * patients];
            lost = new int[2 * patients];
            sorter.Reserve(patients);
        }

        if (byVisit.Length < patients * visits)
        {
            byVisit = new int[patients * visits];
        }

        if (measured.Length < visits)
        {
            measured = new int[visits];
        }
    }

    private void Sort(ReadOnlySpan<double> times, ReadOnlySpan<double> changes, int visits)
    {
        for (var i = 0; i < times.Length; i++)
        {
            sorter.Set(i, times[i], i);
        }

        sorter.Sort(patients, followUp);
        for (var visit = 0; visit < visits; visit++)
        {
            var count = 0;
            for (var i = 0; i < patients; i++)
            {
                var change = changes[(i * visits) + visit];
                if (!double.IsNaN(change))
                {
                    sorter.Set(count++, change, i);
                }
            }

            measured[visit] = count;
            sorter.Sort(count, byVisit.AsSpan(visit * patients, count));
        }
    }

    /// <summary>Sets the counts to those decided by the time of an event.</summary>
    private void CountSurvival(ReadOnlySpan<int> group, ReadOnlySpan<bool> events, ReadOnlySpan<int> size)
    {
        Span<int> ended = [0, 0];
        Span<int> dead = [0, 0];
        DecidedBySurvival = 0;
        var along = followUp.AsSpan(0, patients);
        for (int start = 0, end; start < along.Length; start = end)
        {
            end = EndOfRun(along, start);
            Span<int> dying = [0, 0];
            Span<int> leaving = [0, 0];
            foreach (var entry in along[start..end])
            {
                var i = ValueOrder.Entry.Owner(entry);
                leaving[group[i]]++;
                dying[group[i]] += events[i] ? 1 : 0;
            }

            foreach (var entry in along[start..end])
            {
                var i = ValueOrder.Entry.Owner(entry);
                for (var g = 0; g < 2; g++)
                {
                    // Whoever is known to live when another dies does better, also when last seen at that very time.
                    var over = dead[g] + (events[i] ? 0 : dying[g]);
                    Counts(won, g)[i] = over;
                    Counts(lost, g)[i] = events[i] ? size[g] - ended[g] - dying[g] : 0;
                    DecidedBySurvival += over;
                }
            }

            for (var g = 0; g < 2; g++)
            {
                ended[g] += leaving[g];
                dead[g] += dying[g];
            }
        }
    }

    /// <summary>Numbers the patients of one group; the others get no column.</summary>
    private void AssignColumns(ReadOnlySpan<int> group, int wanted)
    {
        var next = 0;
        for (var i = 0; i < group.Length; i++)
        {
            column[i] = group[i] == wanted ? next++ : -1;
        }
    }

    private void PlaceBlock(int first)
    {
        var mine = own.AsSpan(0, patients);
        for (var i = 0; i < mine.Length; i++)
        {
            var c = column[i] - first;
            mine[i] = column[i] < 0 || c < 0 || c >= ColumnsPerBlock ? default
                : c < 64 ? new Columns(1UL << c, 0) : new Columns(0, 1UL << (c - 64));
        }
    }

    /// <summary>Opens the pairs that no event decides: the one followed for less time had no event, or both had theirs at the same time.</summary>
    private void OpenPairs(ReadOnlySpan<bool> events, TiedEvents tied)
    {
        var along = followUp.AsSpan(0, patients);
        Columns later = default, censored = default;
        foreach (var mine in own.AsSpan(0, patients))
        {
            later = later.With(mine);
        }

        for (int start = 0, end; start < along.Length; start = end)
        {
            end = EndOfRun(along, start);
            Columns dying = default, leaving = default;
            foreach (var entry in along[start..end])
            {
                var i = ValueOrder.Entry.Owner(entry);
                if (events[i])
                {
                    dying = dying.With(own[i]);
                }
                else
                {
                    leaving = leaving.With(own[i]);
                }
            }

            later = later.Without(dying);
            var ofDying = tied == TiedEvents.CompareFunction ? censored.With(dying) : censored;
            var ofLeaving = censored.With(later);
            foreach (var entry in along[start..end])
            {
                var i = ValueOrder.Entry.Owner(entry);
                open[i] = events[i] ? ofDying : ofLeaving;
            }

            later = later.Without(leaving);
            censored = censored.With(leaving);
        }
    }

    /// <summary>Compares the open pairs measured at a visit, and closes them. A patient is its own equal, so its own bit is never counted.</summary>
    private void CountVisit(int visit, int group)
    {
        var entries = byVisit.AsSpan(visit * patients, measured[visit]);
        var mine = own.AsSpan(0, patients);
        var still = open.AsSpan(0, patients);
        var wins = Counts(won, group);
        var losses = Counts(lost, group);
        Columns seen = default, smaller = default;
        foreach (var entry in entries)
        {
            var i = ValueOrder.Entry.Owner(entry);
            wins[i] += still[i].CountIn(smaller);
            seen = seen.With(mine[i]);
            smaller = smaller.WithIf(seen, ValueOrder.Entry.IsLast(entry));
        }

        var all = seen;
        seen = default;
        Columns larger = default;
        for (var p = entries.Length - 1; p >= 0; p--)
        {
            var entry = entries[p];
            var i = ValueOrder.Entry.Owner(entry);
            losses[i] += still[i].CountIn(larger);
            still[i] = still[i].Without(all);
            seen = seen.With(mine[i]);
            larger = larger.WithIf(seen, ValueOrder.Entry.IsFirst(entry));
        }
    }

    private static int EndOfRun(ReadOnlySpan<int> entries, int start)
    {
        while (ValueOrder.Entry.IsLast(entries[start]) == 0)
        {
            start++;
        }

        return start + 1;
    }

    /// <summary>A set of columns of one block.</summary>
    private readonly struct Columns(ulong low, ulong high)
    {
        private readonly ulong low = low;
        private readonly ulong high = high;

        public Columns With(Columns other) => new(low | other.low, high | other.high);

        public Columns Without(Columns other) => new(low & ~other.low, high & ~other.high);

        /// <summary>Union when the condition is 1, this set when it is 0; no branch.</summary>
        public Columns WithIf(Columns other, int condition)
        {
            var mask = (ulong)-(long)condition;
            return new(low | (other.low & mask), high | (other.high & mask));
        }

        public int CountIn(Columns other) => BitOperations.PopCount(low & other.low) + BitOperations.PopCount(high & other.high);
    }
}
