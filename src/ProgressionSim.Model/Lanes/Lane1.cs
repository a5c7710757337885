using System.Runtime.CompilerServices;

namespace ProgressionSim.Model.Lanes;

/// <summary>One lane: the readable reference every wider type must equal bit for bit.</summary>
/// <param name="Value">The number.</param>
public readonly record struct Lane1(float Value) : ILanes<Lane1>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 operator +(Lane1 left, Lane1 right) => new(left.Value + right.Value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 operator -(Lane1 left, Lane1 right) => new(left.Value - right.Value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 operator *(Lane1 left, Lane1 right) => new(left.Value * right.Value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 operator /(Lane1 left, Lane1 right) => new(left.Value / right.Value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Of(float value) => new(value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Fma(Lane1 a, Lane1 b, Lane1 c) => new(MathF.FusedMultiplyAdd(a.Value, b.Value, c.Value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 FmaMinus(Lane1 a, Lane1 b, Lane1 c) => new(MathF.FusedMultiplyAdd(a.Value, b.Value, -c.Value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 FmaFrom(Lane1 a, Lane1 b, Lane1 c) => new(MathF.FusedMultiplyAdd(-a.Value, b.Value, c.Value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Min(Lane1 a, Lane1 b) => a.Value < b.Value ? a : b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Max(Lane1 a, Lane1 b) => a.Value > b.Value ? a : b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Sqrt(Lane1 value) => new(MathF.Sqrt(value.Value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Floor(Lane1 value) => new(MathF.Floor(value.Value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 IfLess(Lane1 a, Lane1 b, Lane1 whenLess, Lane1 otherwise) => a.Value < b.Value ? whenLess : otherwise;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 ScaleByPowerOfTwo(Lane1 value, Lane1 power) =>
        new(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value.Value) + (BitConverter.SingleToInt32Bits(power.Value) << 23)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Exponent(Lane1 value) => new((BitConverter.SingleToInt32Bits(value.Value) >>> 23) - 127);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Significand(Lane1 value) =>
        new(BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(value.Value) & 0x7fffff) | 0x3f800000));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 SmallerMagnitude(Lane1 a, Lane1 b) => Min(new(MathF.Abs(a.Value)), new(MathF.Abs(b.Value)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 CountNegative(Lane1 count, Lane1 value) =>
        new(BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(count.Value) + (BitConverter.SingleToInt32Bits(value.Value) >>> 31)));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 NumberOfCount(Lane1 count) => new(BitConverter.SingleToInt32Bits(count.Value));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static bool AllNegative(Lane1 a, Lane1 b, Lane1 c, Lane1 d) =>
        float.IsNegative(a.Value) && float.IsNegative(b.Value) && float.IsNegative(c.Value) && float.IsNegative(d.Value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static uint LessMask(Lane1 a, Lane1 b) => a.Value < b.Value ? 1u : 0;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static unsafe Lane1 OfUpperBits(uint* words) => new(*words >> 8);
}
