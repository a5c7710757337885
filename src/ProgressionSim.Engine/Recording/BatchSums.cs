using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProgressionSim.Engine.Recording;

/// <summary>Sum and sum of squares of whole numbers, eight at a time, exact in 64 bits.</summary>
internal struct BatchSums
{
    private Vector256<long> sums;
    private Vector256<long> squares;

    /// <summary>Gets the sum.</summary>
    public readonly long Sum => Vector256.Sum(sums);

    /// <summary>Gets the sum of squares.</summary>
    public readonly long SumOfSquares => Vector256.Sum(squares);

    /// <summary>Adds eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector256<int> values)
    {
        var (lower, upper) = Vector256.Widen(values);
        sums += lower + upper;
        if (Avx2.IsSupported)
        {
            // Products of 32-bit numbers are a single instruction, of 64-bit ones several: one takes the even places, one the odd.
            var odd = (values.AsInt64() >>> 32).AsInt32();
            squares += Avx2.Multiply(values, values) + Avx2.Multiply(odd, odd);
        }
        else
        {
            squares += (lower * lower) + (upper * upper);
        }
    }
}
