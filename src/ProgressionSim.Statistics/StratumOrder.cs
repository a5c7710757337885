namespace ProgressionSim.Statistics;

/// <summary>Brings sorted patients together by stratum, keeping their order within each.</summary>
/// <remarks>Memory is kept from call to call, so one instance serves one thread.</remarks>
internal sealed class StratumOrder
{
    /// <summary>Highest code of a stratum.</summary>
    public const int MaxCode = 65535;

    private double[] _values = [];
    private int[] _indices = [];
    private int[] _ends = [0];
    private int _count;

    /// <summary>Strata looked through: the highest code plus 1. Some may be empty.</summary>
    public int Strata { get; private set; }

    /// <summary>Sorted numbers, stratum by stratum.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, _count);

    /// <summary>Place in the input of each sorted number.</summary>
    public ReadOnlySpan<int> Indices => _indices.AsSpan(0, _count);

    /// <summary>Where a stratum starts among the sorted numbers.</summary>
    public int Start(int stratum) => _ends[stratum];

    /// <summary>Where a stratum ends among the sorted numbers (one past its last).</summary>
    public int End(int stratum) => stratum + 1 < Strata ? _ends[stratum + 1] : _count;

    /// <summary>Arranges sorted patients; the results stay until the next call.</summary>
    /// <param name="sorted">Patients in ascending order of their numbers.</param>
    /// <param name="strata">Code of each patient in input order, 0 to <see cref="MaxCode"/>; empty when all are of stratum 0.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a code is outside its range.</exception>
    public void Arrange(ValueOrder sorted, ReadOnlySpan<int> strata)
    {
        var values = sorted.Values;
        var indices = sorted.Indices;
        _count = values.Length;
        if (_values.Length < _count)
        {
            _values = new double[Math.Max(_count, 2 * _values.Length)];
            _indices = new int[_values.Length];
        }

        if (strata.IsEmpty)
        {
            values.CopyTo(_values);
            indices.CopyTo(_indices);
            _ends[0] = 0;
            Strata = 1;
            return;
        }

        CountStrata(strata);
        for (var i = _count - 1; i >= 0; i--)
        {
            var place = --_ends[strata[indices[i]]];
            _values[place] = values[i];
            _indices[place] = indices[i];
        }
    }

    private void CountStrata(ReadOnlySpan<int> strata)
    {
        if (strata.Length != _count)
        {
            throw new ArgumentException("There must be one stratum per patient.", nameof(strata));
        }

        var highest = 0;
        foreach (var stratum in strata)
        {
            if (stratum is < 0 or > MaxCode)
            {
                throw new ArgumentException("Strata must be coded from 0 to 65535.", nameof(strata));
            }

            highest = Math.Max(highest, stratum);
        }

        Strata = highest + 1;
        if (_ends.Length < Strata)
        {
            _ends = new int[Strata];
        }

        _ends.AsSpan(0, Strata).Clear();
        foreach (var stratum in strata)
        {
            _ends[stratum]++;
        }

        for (var stratum = 1; stratum < Strata; stratum++)
        {
            _ends[stratum] += _ends[stratum - 1];
        }
    }
}
