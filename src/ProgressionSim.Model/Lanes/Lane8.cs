using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProgressionSim.Model.Lanes;

/// <summary>Eight lanes in one 256-bit vector; needs AVX2 and FMA.</summary>
/// <remarks>A struct of one field, set by object initialiser, with members that are inlined: then the lanes stay in vector registers.</remarks>
public unsafe struct Lane8 : ILanes<Lane8>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private Vector256<float> value;

    /// <summary>Gets a value indicating whether this machine can work with this type.</summary>
    public static bool IsSupported => Vector256.IsHardwareAccelerated && Avx2.IsSupported && System.Runtime.Intrinsics.X86.Fma.IsSupported;

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 operator +(Lane8 left, Lane8 right) => new() { value = left.value + right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 operator -(Lane8 left, Lane8 right) => new() { value = left.value - right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 operator *(Lane8 left, Lane8 right) => new() { value = left.value * right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 operator /(Lane8 left, Lane8 right) => new() { value = left.value / right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 Of(float value) => new() { value = Vector256.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 Fma(Lane8 a, Lane8 b, Lane8 c) => new() { value = System.Runtime.Intrinsics.X86.Fma.MultiplyAdd(a.value, b.value, c.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 FmaMinus(Lane8 a, Lane8 b, Lane8 c) => new() { value = System.Runtime.Intrinsics.X86.Fma.MultiplySubtract(a.value, b.value, c.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 FmaFrom(Lane8 a, Lane8 b, Lane8 c) => new() { value = System.Runtime.Intrinsics.X86.Fma.MultiplyAddNegated(a.value, b.value, c.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 Min(Lane8 a, Lane8 b) => new() { value = Avx.Min(a.value, b.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 Max(Lane8 a, Lane8 b) => new() { value = Avx.Max(a.value, b.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 Sqrt(Lane8 value) => new() { value = Avx.Sqrt(value.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 Floor(Lane8 value) => new() { value = Vector256.Floor(value.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 IfLess(Lane8 a, Lane8 b, Lane8 whenLess, Lane8 otherwise) =>
        new() { value = Vector256.ConditionalSelect(Vector256.LessThan(a.value, b.value), whenLess.value, otherwise.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 ScaleByPowerOfTwo(Lane8 value, Lane8 power) => new() { value = (value.value.AsInt32() + (power.value.AsInt32() << 23)).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 Exponent(Lane8 value) => new() { value = Vector256.ConvertToSingle((value.value.AsInt32() >>> 23) - Vector256.Create(127)) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 Significand(Lane8 value) =>
        new() { value = ((value.value.AsInt32() & Vector256.Create(0x7fffff)) | Vector256.Create(0x3f800000)).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 SmallerMagnitude(Lane8 smallest, Lane8 value) => new() { value = Avx.Min(smallest.value, Vector256.Abs(value.value)) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 CountNegative(Lane8 count, Lane8 value) => new() { value = (count.value.AsInt32() + (value.value.AsInt32() >>> 31)).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 NumberOfCount(Lane8 count) => new() { value = Vector256.ConvertToSingle(count.value.AsInt32()) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static bool AllNegative(Lane8 a, Lane8 b, Lane8 c, Lane8 d) => (a.value.AsInt32() & b.value.AsInt32() & c.value.AsInt32() & d.value.AsInt32()).ExtractMostSignificantBits() == 0xff;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static uint LessMask(Lane8 a, Lane8 b) => (uint)Vector256.LessThan(a.value, b.value).ExtractMostSignificantBits();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane8 OfUpperBits(uint* words) => new() { value = Vector256.ConvertToSingle((Vector256.Load(words) >>> 8).AsInt32()) };
}
