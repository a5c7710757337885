using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ProgressionSim.Engine.Recording;

/// <summary>Bins of a histogram: equally wide (with or without bins for the exact bounds), one for each whole number, or 32 to each doubling.</summary>
public sealed class HistogramBins
{
    // The upper bits of a float are its octave and the first five bits of its significand: 32 bins to a doubling, about 2 to 3 % wide.
    private const int OctaveShift = 18;

    private readonly float low;
    private readonly float binsPerUnit;
    private readonly int firstOctaveBin;
    private readonly bool logarithmic;
    private readonly float high;

    private HistogramBins(int count, float low, float binsPerUnit, int firstOctaveBin, bool logarithmic, bool wholeNumbers, float high = float.PositiveInfinity)
    {
        this.high = high;
        Count = count;
        this.low = low;
        this.binsPerUnit = binsPerUnit;
        this.firstOctaveBin = firstOctaveBin;
        this.logarithmic = logarithmic;
        WholeNumbers = wholeNumbers;
    }

    /// <summary>Number of bins.</summary>
    public int Count { get; }

    /// <summary>True when each bin holds one whole number, so that quantiles are exact.</summary>
    public bool WholeNumbers { get; }

    /// <summary>Equal bins between two values; values outside count in the end bins.</summary>
    /// <param name="low">Lower edge of the first bin.</param>
    /// <param name="high">Upper edge of the last.</param>
    /// <param name="count">Number of bins, at least 1.</param>
    public static HistogramBins Equal(float low, float high, int count) => new(count, low, count / (high - low), 0, logarithmic: false, wholeNumbers: false);

    /// <summary>
    /// Equal bins between two bounds, and one bin for each bound itself: many patients have exactly no lost neuron or full function, and a quantile
    /// among them is then exact.
    /// </summary>
    /// <param name="low">Smallest possible value.</param>
    /// <param name="high">Largest possible value.</param>
    /// <param name="count">Number of bins between the bounds, at least 1.</param>
    public static HistogramBins Bounded(float low, float high, int count) =>
        new(count + 2, low, count / (high - low), 0, logarithmic: false, wholeNumbers: false, high);

    /// <summary>One bin for each whole number.</summary>
    /// <param name="low">Smallest.</param>
    /// <param name="high">Largest.</param>
    public static HistogramBins Whole(int low, int high) => new(high - low + 1, low, 1, 0, logarithmic: false, wholeNumbers: true);

    /// <summary>32 bins to each doubling; smaller values (and 0) count in the first bin, larger ones in the last.</summary>
    /// <param name="low">Start of the second bin; more than 0.</param>
    /// <param name="high">Upper end; more than <paramref name="low"/>.</param>
    public static HistogramBins Logarithmic(float low, float high)
    {
        var first = BitConverter.SingleToInt32Bits(low) >> OctaveShift;
        return new((BitConverter.SingleToInt32Bits(high) >> OctaveShift) - first + 2, low, 0, first - 1, logarithmic: true, wholeNumbers: false);
    }

    /// <summary>Bin of a value.</summary>
    /// <param name="value">A finite value.</param>
    /// <returns>0 to <see cref="Count"/> - 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int BinOf(float value)
    {
        if (float.IsFinite(high))
        {
            return value <= low ? 0 : value >= high ? Count - 1 : 1 + Math.Min((int)((value - low) * binsPerUnit), Count - 3);
        }

        var bin = logarithmic
            ? (BitConverter.SingleToInt32Bits(value) >> OctaveShift) - firstOctaveBin
            : (int)((value - low) * binsPerUnit);
        return Math.Clamp(bin, 0, Count - 1);
    }

    /// <summary><see cref="BinOf"/> of eight values.</summary>
    /// <param name="values">Finite values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<int> BinsOf(Vector256<float> values)
    {
        if (logarithmic)
        {
            var octaves = (values.AsInt32() >> OctaveShift) - Vector256.Create(firstOctaveBin);
            return Vector256.Min(Vector256.Max(octaves, Vector256<int>.Zero), Vector256.Create(Count - 1));
        }

        // Limited before it is converted, which is the same as after: the limits are whole, and no number is too large for the conversion.
        var distance = (values - Vector256.Create(low)) * Vector256.Create(binsPerUnit);
        if (!float.IsFinite(high))
        {
            return Vector256.ConvertToInt32Native(Vector256.MinNative(Vector256.MaxNative(distance, Vector256<float>.Zero), Vector256.Create(Count - 1f)));
        }

        var inside = Vector256.ConvertToInt32Native(Vector256.MinNative(Vector256.MaxNative(distance, Vector256<float>.Zero), Vector256.Create(Count - 3f))) + Vector256<int>.One;
        var raised = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(values, Vector256.Create(high)).AsInt32(), Vector256.Create(Count - 1), inside);
        return Vector256.AndNot(raised, Vector256.LessThanOrEqual(values, Vector256.Create(low)).AsInt32());
    }

    /// <summary>Lower edge of a bin; of the bin after the last, the upper end.</summary>
    /// <param name="bin">0 to <see cref="Count"/>.</param>
    public double LowerEdge(int bin)
    {
        if (float.IsFinite(high))
        {
            return bin <= 1 ? low : bin >= Count - 1 ? high : low + ((bin - 1) / (double)binsPerUnit);
        }

        if (!logarithmic)
        {
            return low + (bin / (double)binsPerUnit);
        }

        return bin == 0 ? 0 : BitConverter.Int32BitsToSingle((bin + firstOctaveBin) << OctaveShift);
    }
}
