using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ProgressionSim.Model.Lanes;

/// <summary>Sixteen lanes in one 512-bit vector; needs AVX-512.</summary>
/// <remarks>A struct of one field, set by object initialiser, with members that are inlined: then the lanes stay in vector registers.</remarks>
public unsafe struct Lane16 : ILanes<Lane16>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private Vector512<float> value;

    /// <summary>Gets a value indicating whether this machine can work with this type.</summary>
    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512F.IsSupported && Avx512DQ.IsSupported;

    /// <inheritdoc/>
    public static int Count => 16;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 operator +(Lane16 left, Lane16 right) => new() { value = left.value + right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 operator -(Lane16 left, Lane16 right) => new() { value = left.value - right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 operator *(Lane16 left, Lane16 right) => new() { value = left.value * right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 operator /(Lane16 left, Lane16 right) => new() { value = left.value / right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 Of(float value) => new() { value = Vector512.Create(value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 Fma(Lane16 a, Lane16 b, Lane16 c) => new() { value = Avx512F.FusedMultiplyAdd(a.value, b.value, c.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 FmaMinus(Lane16 a, Lane16 b, Lane16 c) => new() { value = Avx512F.FusedMultiplySubtract(a.value, b.value, c.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 FmaFrom(Lane16 a, Lane16 b, Lane16 c) => new() { value = Avx512F.FusedMultiplyAddNegated(a.value, b.value, c.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 Min(Lane16 a, Lane16 b) => new() { value = Avx512F.Min(a.value, b.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 Max(Lane16 a, Lane16 b) => new() { value = Avx512F.Max(a.value, b.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 Sqrt(Lane16 value) => new() { value = Avx512F.Sqrt(value.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 Floor(Lane16 value) => new() { value = Vector512.Floor(value.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 IfLess(Lane16 a, Lane16 b, Lane16 whenLess, Lane16 otherwise) =>
        new() { value = Vector512.ConditionalSelect(Vector512.LessThan(a.value, b.value), whenLess.value, otherwise.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 ScaleByPowerOfTwo(Lane16 value, Lane16 power) => new() { value = (value.value.AsInt32() + (power.value.AsInt32() << 23)).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 Exponent(Lane16 value) => new() { value = Vector512.ConvertToSingle((value.value.AsInt32() >>> 23) - Vector512.Create(127)) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 Significand(Lane16 value) =>
        new() { value = ((value.value.AsInt32() & Vector512.Create(0x7fffff)) | Vector512.Create(0x3f800000)).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 SmallerMagnitude(Lane16 smallest, Lane16 value) => new() { value = Avx512DQ.Range(smallest.value, value.value, 0b1010) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 CountNegative(Lane16 count, Lane16 value) => new() { value = (count.value.AsInt32() + (value.value.AsInt32() >>> 31)).AsSingle() };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 NumberOfCount(Lane16 count) => new() { value = Vector512.ConvertToSingle(count.value.AsInt32()) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static bool AllNegative(Lane16 a, Lane16 b, Lane16 c, Lane16 d) => (a.value.AsInt32() & b.value.AsInt32() & c.value.AsInt32() & d.value.AsInt32()).ExtractMostSignificantBits() == 0xffff;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static uint LessMask(Lane16 a, Lane16 b) => (uint)Vector512.LessThan(a.value, b.value).ExtractMostSignificantBits();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane16 OfUpperBits(uint* words) => new() { value = Vector512.ConvertToSingle((Vector512.Load(words) >>> 8).AsInt32()) };
}
