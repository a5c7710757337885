using System.Runtime.CompilerServices;

namespace ProgressionSim.Model.Lanes;

/// <summary>One lane: the readable reference every wider type must equal bit for bit.</summary>
/// <remarks>A struct of one field, set by object initialiser, as the wider types are: the compiler then keeps lanes in registers.</remarks>
public struct Lane1 : ILanes<Lane1>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private float value;

    /// <summary>Holds a number.</summary>
    /// <param name="value">The number.</param>
    public Lane1(float value)
    {
        this.value = value;
    }

    /// <summary>The number.</summary>
    public readonly float Value => value;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 operator +(Lane1 left, Lane1 right) => new() { value = left.value + right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 operator -(Lane1 left, Lane1 right) => new() { value = left.value - right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 operator *(Lane1 left, Lane1 right) => new() { value = left.value * right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 operator /(Lane1 left, Lane1 right) => new() { value = left.value / right.value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Of(float value) => new() { value = value };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Fma(Lane1 a, Lane1 b, Lane1 c) => new() { value = MathF.FusedMultiplyAdd(a.value, b.value, c.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 FmaMinus(Lane1 a, Lane1 b, Lane1 c) => new() { value = MathF.FusedMultiplyAdd(a.value, b.value, -c.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 FmaFrom(Lane1 a, Lane1 b, Lane1 c) => new() { value = MathF.FusedMultiplyAdd(-a.value, b.value, c.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Min(Lane1 a, Lane1 b) => a.value < b.value ? a : b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Max(Lane1 a, Lane1 b) => a.value > b.value ? a : b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Sqrt(Lane1 value) => new() { value = MathF.Sqrt(value.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Floor(Lane1 value) => new() { value = MathF.Floor(value.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 IfLess(Lane1 a, Lane1 b, Lane1 whenLess, Lane1 otherwise) => a.value < b.value ? whenLess : otherwise;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 ScaleByPowerOfTwo(Lane1 value, Lane1 power) =>
        new() { value = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value.value) + (BitConverter.SingleToInt32Bits(power.value) << 23)) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Exponent(Lane1 value) => new() { value = (BitConverter.SingleToInt32Bits(value.value) >>> 23) - 127 };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 Significand(Lane1 value) =>
        new() { value = BitConverter.Int32BitsToSingle((BitConverter.SingleToInt32Bits(value.value) & 0x7fffff) | 0x3f800000) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 SmallerMagnitude(Lane1 smallest, Lane1 value) => Min(smallest, new() { value = MathF.Abs(value.value) });

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 CountNegative(Lane1 count, Lane1 value) =>
        new() { value = BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(count.value) + (BitConverter.SingleToInt32Bits(value.value) >>> 31)) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Lane1 NumberOfCount(Lane1 count) => new() { value = BitConverter.SingleToInt32Bits(count.value) };

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static bool AllNegative(Lane1 a, Lane1 b, Lane1 c, Lane1 d) =>
        float.IsNegative(a.value) && float.IsNegative(b.value) && float.IsNegative(c.value) && float.IsNegative(d.value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static uint LessMask(Lane1 a, Lane1 b) => a.value < b.value ? 1u : 0;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static unsafe Lane1 OfUpperBits(uint* words) => new() { value = *words >> 8 };
}
