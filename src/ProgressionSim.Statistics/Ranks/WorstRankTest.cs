namespace ProgressionSim.Statistics.Ranks;

/// <summary>Untied worst-rank test: patients with an event rank below all others by its time, the others by their change at one visit.</summary>
/// <remarks>
/// Lachin (Control Clin Trials 20:408-422, 1999). The event is death or whatever else the caller lets end a patient's course (rescue, permanent ventilation).
/// Patients without an event and without a change are left out, which needs the value to be missing by chance alone.
/// One instance per thread: it owns its scratch memory and allocates only to grow.
/// </remarks>
public sealed class WorstRankTest
{
    private readonly MidRanks ranking = new();
    private double[] values = [];
    private int[] patients = [];
    private double[] ranks = [];
    private double[] included = [];
    private int[] groups = [];
    private int count;

    /// <summary>Ranks of the patients of the last test in the order given, 1 the worst; NaN for those left out. Valid until the next test.</summary>
    public ReadOnlySpan<double> Ranks => ranks.AsSpan(0, count);

    /// <summary>Patients of the last test that were left out.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Tests whether group 1 ranks higher (does better) than group 0.</summary>
    /// <param name="group">0 (reference) or 1 for each patient.</param>
    /// <param name="times">Time of the event, or time until which the patient is known to be free of it; not NaN.</param>
    /// <param name="events">Whether the time is that of an event.</param>
    /// <param name="changes">Change of each patient at the visit, larger is better; NaN is missing.</param>
    /// <param name="horizon">Events up to this time count; usually the time of the visit. Positive infinity counts all.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a group is neither 0 nor 1, or a time or the horizon is NaN.</exception>
    public RankSumResult Run(ReadOnlySpan<int> group, ReadOnlySpan<double> times, ReadOnlySpan<bool> events, ReadOnlySpan<double> changes, double horizon)
    {
        RankInput.Check(group, times, events);
        if (changes.Length != group.Length || double.IsNaN(horizon))
        {
            throw new ArgumentException("One change is needed for every patient, and a horizon that is not NaN.", nameof(changes));
        }

        Reserve(group.Length);
        count = group.Length;
        ranks.AsSpan(0, count).Fill(double.NaN);
        var ended = 0;
        for (var i = 0; i < count; i++)
        {
            if (events[i] && times[i] <= horizon)
            {
                Include(ended++, times[i], i, group[i]);
            }
        }

        var tieSum = Rank(0, ended);
        var size = ended;
        for (var i = 0; i < count; i++)
        {
            if (!(events[i] && times[i] <= horizon) && !double.IsNaN(changes[i]))
            {
                Include(size++, changes[i], i, group[i]);
            }
        }

        tieSum += Rank(ended, size);
        LeftOut = count - size;
        return RankSumResult.Of(included.AsSpan(0, size), groups.AsSpan(0, size), tieSum);
    }

    private void Reserve(int size)
    {
        if (values.Length < size)
        {
            values = new double[size];
            patients = new int[size];
            ranks = new double[size];
            included = new double[size];
            groups = new int[size];
        }
    }

    private void Include(int at, double value, int patient, int group)
    {
        values[at] = value;
        patients[at] = patient;
        groups[at] = group;
    }

    /// <summary>Ranks the patients included from one place to before another, above those before.</summary>
    private double Rank(int from, int to)
    {
        var tieSum = ranking.Rank(values.AsSpan(from, to - from), included.AsSpan(from));
        for (var at = from; at < to; at++)
        {
            included[at] += from;
            ranks[patients[at]] = included[at];
        }

        return tieSum;
    }
}
