using System.Numerics;

namespace ProgressionSim.Statistics.Ranks;

/// <summary>Compares the few whose last visit is one with all who were seen then or later, several partners at a time.</summary>
/// <remarks>
/// Owns its scratch memory; not thread-safe.
/// Patients stand in the order of their last visits, so that the partners of all visits follow one another in memory. A missing value neither wins nor
/// loses. Whole numbers alone are added, so the width of the vectors does not show in the result. Counts are packed as those of <see cref="PairCounter"/>.
/// </remarks>
internal sealed class VisitColumn
{
    private double[] values = [];
    private long[] ones = [];
    private long[] won = [];
    private long[] lost = [];

    /// <summary>Begins anew without any pair.</summary>
    /// <param name="order">Numbers of the patients in the order of their last visits.</param>
    /// <param name="one">What one patient adds to the count of a partner, by number.</param>
    public void Start(ReadOnlySpan<int> order, ReadOnlySpan<long> one)
    {
        if (values.Length < order.Length)
        {
            values = new double[order.Length];
            ones = new long[order.Length];
            won = new long[order.Length];
            lost = new long[order.Length];
        }

        won.AsSpan(0, order.Length).Clear();
        lost.AsSpan(0, order.Length).Clear();
        var own = ones.AsSpan(0, order.Length);
        for (var at = 0; at < own.Length; at++)
        {
            own[at] = one[order[at]];
        }
    }

    /// <summary>Compares those whose last visit is this one with one another and with those seen later.</summary>
    /// <param name="order">Numbers of the patients in the order of their last visits.</param>
    /// <param name="start">Place of the first whose last visit it is.</param>
    /// <param name="end">Place after the last of them; those seen later follow.</param>
    /// <param name="changes">Changes [patient * visits + visit]; NaN is missing.</param>
    /// <param name="visit">The visit.</param>
    /// <param name="visits">Number of visits.</param>
    public void Compare(ReadOnlySpan<int> order, int start, int end, ReadOnlySpan<double> changes, int visit, int visits)
    {
        var column = values.AsSpan(start, order.Length - start);
        var present = order[start..];
        for (var at = 0; at < column.Length; at++)
        {
            column[at] = changes[(present[at] * visits) + visit];
        }

        for (var at = start; at < end; at++)
        {
            CompareOne(at, order.Length);
        }
    }

    /// <summary>Adds the counts to those by number of the patient.</summary>
    /// <param name="order">Numbers of the patients in the order of their last visits.</param>
    /// <param name="totalWon">Pairs won.</param>
    /// <param name="totalLost">Pairs lost.</param>
    public void AddTo(ReadOnlySpan<int> order, Span<long> totalWon, Span<long> totalLost)
    {
        for (var at = 0; at < order.Length; at++)
        {
            totalWon[order[at]] += won[at];
            totalLost[order[at]] += lost[at];
        }
    }

    /// <summary>Compares one patient with all that follow.</summary>
    private void CompareOne(int place, int count)
    {
        var others = values.AsSpan(place + 1, count - place - 1);
        var theirs = ones.AsSpan(place + 1, others.Length);
        var theirWins = won.AsSpan(place + 1, others.Length);
        var theirLosses = lost.AsSpan(place + 1, others.Length);
        Vector<double> value = new(values[place]);
        Vector<long> one = new(ones[place]), wins = default, losses = default;
        var at = 0;
        for (; at <= others.Length - Vector<long>.Count; at += Vector<long>.Count)
        {
            Vector<double> other = new(others[at..]);
            Vector<long> isWin = Vector.GreaterThan(value, other), isLoss = Vector.LessThan(value, other), their = new(theirs[at..]);
            wins += their & isWin;
            losses += their & isLoss;
            (new Vector<long>(theirWins[at..]) + (one & isLoss)).CopyTo(theirWins[at..]);
            (new Vector<long>(theirLosses[at..]) + (one & isWin)).CopyTo(theirLosses[at..]);
        }

        long won1 = Vector.Sum(wins), lost1 = Vector.Sum(losses);
        for (; at < others.Length; at++)
        {
            long isWin = values[place] > others[at] ? -1 : 0, isLoss = values[place] < others[at] ? -1 : 0;
            won1 += theirs[at] & isWin;
            lost1 += theirs[at] & isLoss;
            theirWins[at] += ones[place] & isLoss;
            theirLosses[at] += ones[place] & isWin;
        }

        won[place] += won1;
        lost[place] += lost1;
    }
}
