using System.Numerics;

namespace ProgressionSim.Statistics;

/// <summary>Puts numbers in ascending order, fast for the few hundred to few thousand of a trial.</summary>
/// <remarks>
/// Numbers are dealt into as many equal slices of their range as there are numbers, then each is moved to its place among its few neighbours:
/// linear time unless they crowd into few slices, where the library's sort takes over. Order among equal numbers is deterministic but not defined.
/// Memory is kept from call to call, so one instance serves one thread.
/// </remarks>
internal sealed class ValueOrder
{
    /// <summary>Up to this many numbers, moving each to its place beats the library's sort.</summary>
    private const int CrowdedSlice = 16;

    private double[] _values = [];
    private int[] _indices = [];
    private int[] _slices = [];
    private int[] _ends = [];
    private int _count;

    /// <summary>The numbers in ascending order.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, _count);

    /// <summary>Place in the input of each sorted number.</summary>
    public ReadOnlySpan<int> Indices => _indices.AsSpan(0, _count);

    /// <summary>Sorts numbers; the results stay until the next call.</summary>
    /// <param name="input">Finite numbers.</param>
    /// <param name="name">Of the argument, for the error.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite.</exception>
    public void Sort(ReadOnlySpan<double> input, string name)
    {
        Grow(input.Length);
        _count = input.Length;
        if (input.IsEmpty)
        {
            return;
        }

        var (low, high) = Range(input, name);
        var perUnit = (input.Length - 1) / (high - low);
        if (double.IsFinite(perUnit) && perUnit > 0)
        {
            Deal(input, low, perUnit);
            MoveToPlace();
        }
        else
        {
            // All alike, a single one, or a range too wide or too narrow to cut.
            for (var i = 0; i < input.Length; i++)
            {
                _values[i] = input[i];
                _indices[i] = i;
            }

            SortCrowd(0, input.Length);
        }
    }

    /// <summary>Smallest and largest number. Neither depends on how many lanes the machine compares at once.</summary>
    private static (double Low, double High) Range(ReadOnlySpan<double> input, string name)
    {
        double low = input[0], high = input[0], finite = 0;
        var i = 0;
        if (input.Length >= Vector<double>.Count)
        {
            Vector<double> lows = new(input), highs = lows, differences = default;
            for (; i <= input.Length - Vector<double>.Count; i += Vector<double>.Count)
            {
                var values = new Vector<double>(input[i..]);
                lows = Vector.Min(lows, values);
                highs = Vector.Max(highs, values);
                differences += values - values;
            }

            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                low = Math.Min(low, lows[lane]);
                high = Math.Max(high, highs[lane]);
            }

            finite = Vector.Sum(differences);
        }

        for (; i < input.Length; i++)
        {
            low = Math.Min(low, input[i]);
            high = Math.Max(high, input[i]);
            finite += input[i] - input[i];
        }

        // A number minus itself is 0 unless it is infinite or NaN.
        return finite == 0 ? (low, high) : throw new ArgumentOutOfRangeException(name, "Every number must be finite.");
    }

    private void Deal(ReadOnlySpan<double> input, double low, double perUnit)
    {
        var slices = _slices.AsSpan(0, input.Length);
        var ends = _ends.AsSpan(0, input.Length + 1);
        ends.Clear();
        for (var i = 0; i < slices.Length; i++)
        {
            var slice = (int)((input[i] - low) * perUnit);
            slices[i] = slice;
            ends[slice]++;
        }

        // Dealing from the back fills each slice from its end down, after which the ends have become the starts.
        int end = 0, largest = 0;
        for (var slice = 0; slice < ends.Length; slice++)
        {
            largest = Math.Max(largest, ends[slice]);
            end += ends[slice];
            ends[slice] = end;
        }

        for (var i = slices.Length - 1; i >= 0; i--)
        {
            var place = --ends[slices[i]];
            _values[place] = input[i];
            _indices[place] = i;
        }

        if (largest > CrowdedSlice)
        {
            SortCrowds();
        }
    }

    private void SortCrowds()
    {
        for (var slice = 0; slice <= _count; slice++)
        {
            var end = slice < _count ? _ends[slice + 1] : _count;
            if (end - _ends[slice] > CrowdedSlice)
            {
                SortCrowd(_ends[slice], end);
            }
        }
    }

    /// <summary>Sorts a part of the numbers unless it is in order already, as equal times of a common end of follow-up are.</summary>
    private void SortCrowd(int start, int end)
    {
        var part = _values.AsSpan(start, end - start);
        for (var i = 1; i < part.Length; i++)
        {
            if (part[i] < part[i - 1])
            {
                part.Sort(_indices.AsSpan(start, part.Length));
                return;
            }
        }
    }

    private void MoveToPlace()
    {
        var values = _values.AsSpan(0, _count);
        var indices = _indices.AsSpan(0, _count);
        for (var i = 1; i < values.Length; i++)
        {
            var value = values[i];
            if (values[i - 1] <= value)
            {
                continue;
            }

            var index = indices[i];
            var place = i;
            do
            {
                values[place] = values[place - 1];
                indices[place] = indices[place - 1];
                place--;
            }
            while (place > 0 && values[place - 1] > value);
            values[place] = value;
            indices[place] = index;
        }
    }

    private void Grow(int count)
    {
        if (_values.Length < count)
        {
            var size = Math.Max(count, 2 * _values.Length);
            _values = new double[size];
            _indices = new int[size];
            _slices = new int[size];
            _ends = new int[size + 1];
        }
    }
}
