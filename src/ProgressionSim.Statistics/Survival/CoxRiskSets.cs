namespace ProgressionSim.Statistics.Survival;

/// <summary>Patients of a Cox model in the order in which they enter risk sets: by stratum, latest time first, events before censoring.</summary>
/// <remarks>Memory is kept from call to call, so one instance serves one thread.</remarks>
internal sealed class CoxRiskSets
{
    private readonly ValueOrder _order = new();
    private readonly StratumOrder _strata = new();
    private readonly ValueOrder _entryOrder = new();
    private readonly StratumOrder _entryStrata = new();
    private int[] _patients = [];
    private int[] _places = [];
    private int[] _entrants = [];
    private Moment[] _moments = [];
    private int _count;

    /// <summary>Distinct times of each stratum, in the order of the patients.</summary>
    public ReadOnlySpan<Moment> Moments => _moments.AsSpan(0, MomentCount);

    /// <summary>Input place of each ordered patient.</summary>
    public ReadOnlySpan<int> Patients => _patients.AsSpan(0, _count);

    /// <summary>Places among the ordered patients, latest entry first within each stratum; read where risk sets lose patients who had not entered yet.</summary>
    public ReadOnlySpan<int> Entrants => _entrants.AsSpan(0, HasEntries ? _count : 0);

    /// <summary>Whether patients come under observation late.</summary>
    public bool HasEntries { get; private set; }

    /// <summary>Events in the data.</summary>
    public int Events { get; private set; }

    private int MomentCount { get; set; }

    /// <summary>Arranges the patients.</summary>
    public void Arrange(ReadOnlySpan<double> times, ReadOnlySpan<bool> events, ReadOnlySpan<int> strata, ReadOnlySpan<double> entryTimes)
    {
        Grow(times.Length);
        _count = times.Length;
        HasEntries = !entryTimes.IsEmpty;
        MomentCount = 0;
        Events = 0;
        _order.Sort(times, nameof(times));
        _strata.Arrange(_order, strata);
        if (HasEntries)
        {
            _entryOrder.Sort(entryTimes, nameof(entryTimes));
            _entryStrata.Arrange(_entryOrder, strata);
        }

        var placed = 0;
        for (var stratum = 0; stratum < _strata.Strata; stratum++)
        {
            placed = ArrangeStratum(stratum, placed, events);
        }

        if (HasEntries)
        {
            LinkEntrants();
        }
    }

    private int ArrangeStratum(int stratum, int placed, ReadOnlySpan<bool> events)
    {
        int start = _strata.Start(stratum), firstEntrant = placed, entrants = placed;
        var values = _strata.Values;
        var indices = _strata.Indices;
        for (var last = _strata.End(stratum) - 1; last >= start;)
        {
            var time = values[last];
            var first = last;
            while (first > start && values[first - 1] == time)
            {
                first--;
            }

            // Events fill the tie from the front, censored patients from the back.
            int front = placed, back = placed + last - first;
            for (var i = first; i <= last; i++)
            {
                var patient = indices[i];
                _patients[events[patient] ? front++ : back--] = patient;
            }

            var died = front - placed;
            placed += last - first + 1;
            if (HasEntries && died > 0)
            {
                while (entrants - firstEntrant < _strata.End(stratum) - start && EntryFromLatest(stratum, entrants - firstEntrant) >= time)
                {
                    entrants++;
                }
            }

            _moments[MomentCount++] = new(placed, died, entrants, last + 1 == _strata.End(stratum));
            Events += died;
            last = first - 1;
        }

        return placed;
    }

    private double EntryFromLatest(int stratum, int number) => _entryStrata.Values[_entryStrata.End(stratum) - 1 - number];

    private void LinkEntrants()
    {
        for (var place = 0; place < _count; place++)
        {
            _places[_patients[place]] = place;
        }

        var written = 0;
        for (var stratum = 0; stratum < _entryStrata.Strata; stratum++)
        {
            for (var i = _entryStrata.End(stratum) - 1; i >= _entryStrata.Start(stratum); i--)
            {
                _entrants[written++] = _places[_entryStrata.Indices[i]];
            }
        }
    }

    private void Grow(int count)
    {
        if (_patients.Length < count)
        {
            var size = Math.Max(count, 2 * _patients.Length);
            _patients = new int[size];
            _places = new int[size];
            _entrants = new int[size];
            _moments = new Moment[size];
        }
    }

    /// <summary>One distinct time of one stratum.</summary>
    /// <param name="End">One past the last ordered patient with this time; the first is where the moment before ended.</param>
    /// <param name="Events">Patients with an event at this time; they come first.</param>
    /// <param name="EntrantsEnd">One past the last entrant to be out of the risk set by now.</param>
    /// <param name="StartsStratum">Whether risk sets begin anew here.</param>
    public readonly record struct Moment(int End, int Events, int EntrantsEnd, bool StartsStratum);
}
