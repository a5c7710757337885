namespace ProgressionSim.Statistics.Ranks;

/// <summary>Compares every two patients of a trial by the time of an event first and by change in function else, and scores and ranks them.</summary>
/// <remarks>
/// The rule of Finkelstein and Schoenfeld (Stat Med 18:1341-1354, 1999) and of the combined assessment of function and survival (CAFS; Berry et al. 2013,
/// doi:10.3109/21678421.2012.762930). Two patients with events at different times: the later event wins. One has an event at t and the other is known
/// to be free of it until t or longer: the other wins. Otherwise the larger change (less decline) wins at the last visit at which both were measured;
/// equal changes, or no common visit, are a tie. The event is death or whatever else the caller lets end a patient's course (rescue, permanent ventilation).
/// One instance per thread: it owns its scratch memory and allocates only to grow. The result depends on nothing but the data.
/// </remarks>
public sealed class JointComparison
{
    private readonly PairCounter counter = new();
    private readonly MidRanks ranking = new();
    private int[] groups = [];
    private double[] scores = [];
    private double[] ranks = [];

    /// <summary>Patients compared.</summary>
    public int Patients { get; private set; }

    /// <summary>Groups of the patients compared, in the order given.</summary>
    public ReadOnlySpan<int> Groups => groups.AsSpan(0, Patients);

    /// <summary>Pairs won minus pairs lost by each patient against all others: whole numbers, in the order given. Valid until the next comparison.</summary>
    public ReadOnlySpan<double> Scores => scores.AsSpan(0, Patients);

    /// <summary>Ranks of the scores, 1 the worst, equal ones sharing their mean. Valid until the next comparison.</summary>
    public ReadOnlySpan<double> Ranks => ranks.AsSpan(0, Patients);

    /// <summary>Sum over runs of t equal scores of t^3 - t.</summary>
    public double TieSum { get; private set; }

    /// <summary>Pairs, each counted once: n(n - 1)/2.</summary>
    public long Pairs => (long)Patients * (Patients - 1) / 2;

    /// <summary>Pairs that the time of an event decided.</summary>
    public long PairsDecidedBySurvival { get; private set; }

    /// <summary>Pairs that the change in function decided.</summary>
    public long PairsDecidedByFunction { get; private set; }

    /// <summary>Pairs that stayed undecided.</summary>
    public long PairsTied => Pairs - PairsDecidedBySurvival - PairsDecidedByFunction;

    /// <summary>Compares the patients of a trial.</summary>
    /// <param name="group">0 (reference) or 1 for each patient.</param>
    /// <param name="times">Time of the event, or time until which the patient is known to be free of it; any unit, not NaN.</param>
    /// <param name="events">Whether the time is that of an event.</param>
    /// <param name="changes">
    /// Change from baseline [patient * visits + visit] at the visits after baseline in order of time, larger is better; NaN is missing. Only what may decide
    /// belongs here: a caller whose event is not death blanks the visits after it.
    /// </param>
    /// <param name="visits">Number of visits, at least 0.</param>
    /// <param name="tiedEvents">What to do with events at the same time.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a group is neither 0 nor 1, or a time is NaN.</exception>
    public void Compare(
        ReadOnlySpan<int> group,
        ReadOnlySpan<double> times,
        ReadOnlySpan<bool> events,
        ReadOnlySpan<double> changes,
        int visits,
        TiedEvents tiedEvents = TiedEvents.CompareFunction)
    {
        RankInput.Check(group, times, events);
        ArgumentOutOfRangeException.ThrowIfNegative(visits);
        if (changes.Length != (long)group.Length * visits)
        {
            throw new ArgumentException("One change is needed for every patient and visit.", nameof(changes));
        }

        Patients = group.Length;
        if (groups.Length < Patients)
        {
            groups = new int[Patients];
            scores = new double[Patients];
            ranks = new double[Patients];
        }

        group.CopyTo(groups);
        counter.Count(group, times, events, changes, visits, tiedEvents);
        Score();
        TieSum = ranking.Rank(Scores, ranks);
    }

    /// <summary>Pairs won by each patient against those of a group, in the order given. Valid until the next comparison.</summary>
    /// <param name="group">0 or 1.</param>
    public ReadOnlySpan<int> WonAgainst(int group) => counter.Won(group);

    /// <summary>Pairs lost by each patient against those of a group, in the order given. Valid until the next comparison.</summary>
    /// <param name="group">0 or 1.</param>
    public ReadOnlySpan<int> LostAgainst(int group) => counter.Lost(group);

    private void Score()
    {
        ReadOnlySpan<int> won0 = counter.Won(0), won1 = counter.Won(1), lost0 = counter.Lost(0), lost1 = counter.Lost(1);
        long wins = 0;
        for (var i = 0; i < Patients; i++)
        {
            var won = won0[i] + won1[i];
            scores[i] = won - lost0[i] - lost1[i];
            wins += won;
        }

        PairsDecidedBySurvival = counter.DecidedBySurvival;
        PairsDecidedByFunction = wins - PairsDecidedBySurvival;
    }
}
