using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Wasm;

namespace ProgressionSim.Model.Lanes;

/// <summary>Four lanes in one 128-bit vector: what browsers have.</summary>
/// <remarks>
/// A browser's runtime interprets: reading and writing a field takes it four times as long as the arithmetic, so vectors are taken out and put in as bits, and
/// WebAssembly's instructions are named outright where it knows no other name. There is none for a fused product and sum; <see cref="FusedInDouble"/> makes one.
/// </remarks>
public unsafe struct Lane4 : ILanes<Lane4>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

#pragma warning disable CS0169 // It gives the struct its size.
    private Vector128<float> value;
#pragma warning restore CS0169

    /// <summary>Gets a value indicating whether this is WebAssembly with vectors. The type gives the same bits everywhere, but is made for that.</summary>
    public static bool IsSupported => PackedSimd.IsSupported;

    /// <inheritdoc/>
    public static int Count => 4;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 operator +(Lane4 left, Lane4 right) => Lane(V(left) + V(right));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 operator -(Lane4 left, Lane4 right) => Lane(V(left) - V(right));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 operator *(Lane4 left, Lane4 right) => Lane(V(left) * V(right));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 operator /(Lane4 left, Lane4 right) => Lane(V(left) / V(right));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 Of(float value) => Lane(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 Fma(Lane4 a, Lane4 b, Lane4 c) => Lane(FusedInDouble(V(a), V(b), V(c)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 FmaMinus(Lane4 a, Lane4 b, Lane4 c) => Lane(FusedInDouble(V(a), V(b), Negative(V(c))));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 FmaFrom(Lane4 a, Lane4 b, Lane4 c) => Lane(FusedInDouble(Negative(V(a)), V(b), V(c)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 Min(Lane4 a, Lane4 b) => PackedSimd.IsSupported
        ? Lane(PackedSimd.PseudoMin(V(b), V(a)))
        : Lane(Vector128.ConditionalSelect(Vector128.LessThan(V(a), V(b)), V(a), V(b)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 Max(Lane4 a, Lane4 b) => PackedSimd.IsSupported
        ? Lane(PackedSimd.PseudoMax(V(b), V(a)))
        : Lane(Vector128.ConditionalSelect(Vector128.GreaterThan(V(a), V(b)), V(a), V(b)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 Sqrt(Lane4 value) => Lane(PackedSimd.IsSupported ? PackedSimd.Sqrt(V(value)) : Vector128.Sqrt(V(value)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 Floor(Lane4 value) => Lane(PackedSimd.IsSupported ? PackedSimd.Floor(V(value)) : Vector128.Floor(V(value)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 IfLess(Lane4 a, Lane4 b, Lane4 whenLess, Lane4 otherwise) =>
        Lane(Vector128.ConditionalSelect(Vector128.LessThan(V(a), V(b)), V(whenLess), V(otherwise)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 ScaleByPowerOfTwo(Lane4 value, Lane4 power) =>
        Lane((V(value).AsInt32() + Vector128.ShiftLeft(V(power).AsInt32(), 23)).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 Exponent(Lane4 value) =>
        Lane(Numbers(Vector128.ShiftRightLogical(V(value).AsInt32(), 23) - Vector128.Create(127)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 Significand(Lane4 value) =>
        Lane(((V(value).AsInt32() & Vector128.Create(0x7fffff)) | Vector128.Create(0x3f800000)).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 SmallerMagnitude(Lane4 smallest, Lane4 value) => PackedSimd.IsSupported
        ? Lane(PackedSimd.PseudoMin(PackedSimd.Abs(V(value)), V(smallest)))
        : Min(smallest, Lane(Vector128.Abs(V(value))));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 CountNegative(Lane4 count, Lane4 value) =>
        Lane((V(count).AsInt32() + Vector128.ShiftRightLogical(V(value).AsInt32(), 31)).AsSingle());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 NumberOfCount(Lane4 count) => Lane(Numbers(V(count).AsInt32()));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static bool AllNegative(Lane4 a, Lane4 b, Lane4 c, Lane4 d) =>
        Vector128.ExtractMostSignificantBits(V(a).AsInt32() & V(b).AsInt32() & V(c).AsInt32() & V(d).AsInt32()) == 0xf;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static uint LessMask(Lane4 a, Lane4 b) => Vector128.ExtractMostSignificantBits(Vector128.LessThan(V(a), V(b)).AsInt32());

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane4 OfUpperBits(uint* words) => Lane(Numbers(Vector128.ShiftRightLogical(*(Vector128<uint>*)words, 8).AsInt32()));

    /// <summary>a b + c, rounded once, by way of double precision: there is no instruction for it.</summary>
    /// <param name="a">First factor.</param>
    /// <param name="b">Second factor.</param>
    /// <param name="c">Term added.</param>
    /// <remarks>
    /// The product of two singles is exact in double precision; the sum is rounded twice, to double and to single. The second rounding can only go wrong
    /// where the first one ends half way between two singles, that is with the lower 29 bits 2^28, or where the result is no normal single, which keeps
    /// fewer bits. Such lanes are rare and done one by one. A result of 0 is none of them: a sum that small is exact in double precision.
    /// </remarks>
    [MethodImpl(Inline)]
    internal static Vector128<float> FusedInDouble(Vector128<float> a, Vector128<float> b, Vector128<float> c)
    {
        var lower = (Lower(a) * Lower(b)) + Lower(c);
        var upper = (Upper(a) * Upper(b)) + Upper(c);
        var sum = Singles(lower, upper);
        var beyondSingle = Vector128.Create(0x1FFFFFFFL);
        var halfWay = Vector128.Create(0x10000000L);
        var doubtful = (Vector128.Equals(lower.AsInt64() & beyondSingle, halfWay) | Vector128.Equals(upper.AsInt64() & beyondSingle, halfWay)).AsInt32()
            | Vector128.LessThan((sum.AsUInt32() & Vector128.Create(0x7fffffffu)) - Vector128.Create(1u), Vector128.Create(0x00800000u)).AsInt32();
        return Vector128.ExtractMostSignificantBits(doubtful) == 0 ? sum : OneByOne(a, b, c);
    }

    [MethodImpl(Inline)]
    private static Vector128<float> V(Lane4 lane) => Unsafe.BitCast<Lane4, Vector128<float>>(lane);

    [MethodImpl(Inline)]
    private static Lane4 Lane(Vector128<float> value) => Unsafe.BitCast<Vector128<float>, Lane4>(value);

    [MethodImpl(Inline)]
    private static Vector128<float> Negative(Vector128<float> a) => (a.AsInt32() ^ Vector128.Create(int.MinValue)).AsSingle();

    [MethodImpl(Inline)]
    private static Vector128<float> Numbers(Vector128<int> whole) => PackedSimd.IsSupported ? PackedSimd.ConvertToSingle(whole) : Vector128.ConvertToSingle(whole);

    [MethodImpl(Inline)]
    private static Vector128<double> Lower(Vector128<float> a) => PackedSimd.IsSupported ? PackedSimd.ConvertToDoubleLower(a) : Vector128.WidenLower(a);

    [MethodImpl(Inline)]
    private static Vector128<double> Upper(Vector128<float> a) => PackedSimd.IsSupported
        ? PackedSimd.ConvertToDoubleLower(PackedSimd.Swizzle(a.AsByte(), Vector128.Create((byte)8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7)).AsSingle())
        : Vector128.WidenUpper(a);

    /// <summary>Four singles of two pairs of doubles.</summary>
    [MethodImpl(Inline)]
    private static Vector128<float> Singles(Vector128<double> lower, Vector128<double> upper) => PackedSimd.IsSupported
        ? PackedSimd.ConvertToSingle(lower)
            | PackedSimd.Swizzle(
                PackedSimd.ConvertToSingle(upper).AsByte(),
                Vector128.Create((byte)255, 255, 255, 255, 255, 255, 255, 255, 0, 1, 2, 3, 4, 5, 6, 7)).AsSingle()
        : Vector128.Narrow(lower, upper);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<float> OneByOne(Vector128<float> a, Vector128<float> b, Vector128<float> c) => Vector128.Create(
        MathF.FusedMultiplyAdd(a[0], b[0], c[0]),
        MathF.FusedMultiplyAdd(a[1], b[1], c[1]),
        MathF.FusedMultiplyAdd(a[2], b[2], c[2]),
        MathF.FusedMultiplyAdd(a[3], b[3], c[3]));
}
