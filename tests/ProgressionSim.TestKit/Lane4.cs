using ProgressionSim.Model.Lanes;

namespace ProgressionSim.TestKit;

/// <summary>Four lanes without any vector instruction: shows that a result does not depend on the width.</summary>
/// <param name="A">Lane 0.</param>
/// <param name="B">Lane 1.</param>
/// <param name="C">Lane 2.</param>
/// <param name="D">Lane 3.</param>
public readonly record struct Lane4(Lane1 A, Lane1 B, Lane1 C, Lane1 D) : ILanes<Lane4>
{
    /// <inheritdoc/>
    public static int Count => 4;

    /// <inheritdoc/>
    public static Lane4 operator +(Lane4 left, Lane4 right) => new(left.A + right.A, left.B + right.B, left.C + right.C, left.D + right.D);

    /// <inheritdoc/>
    public static Lane4 operator -(Lane4 left, Lane4 right) => new(left.A - right.A, left.B - right.B, left.C - right.C, left.D - right.D);

    /// <inheritdoc/>
    public static Lane4 operator *(Lane4 left, Lane4 right) => new(left.A * right.A, left.B * right.B, left.C * right.C, left.D * right.D);

    /// <inheritdoc/>
    public static Lane4 operator /(Lane4 left, Lane4 right) => new(left.A / right.A, left.B / right.B, left.C / right.C, left.D / right.D);

    /// <inheritdoc/>
    public static Lane4 Of(float value) => new(new(value), new(value), new(value), new(value));

    /// <inheritdoc/>
    public static Lane4 Fma(Lane4 a, Lane4 b, Lane4 c) => new(Lane1.Fma(a.A, b.A, c.A), Lane1.Fma(a.B, b.B, c.B), Lane1.Fma(a.C, b.C, c.C), Lane1.Fma(a.D, b.D, c.D));

    /// <inheritdoc/>
    public static Lane4 Min(Lane4 a, Lane4 b) => new(Lane1.Min(a.A, b.A), Lane1.Min(a.B, b.B), Lane1.Min(a.C, b.C), Lane1.Min(a.D, b.D));

    /// <inheritdoc/>
    public static Lane4 Max(Lane4 a, Lane4 b) => new(Lane1.Max(a.A, b.A), Lane1.Max(a.B, b.B), Lane1.Max(a.C, b.C), Lane1.Max(a.D, b.D));

    /// <inheritdoc/>
    public static Lane4 Sqrt(Lane4 value) => Each(value, Lane1.Sqrt);

    /// <inheritdoc/>
    public static Lane4 Floor(Lane4 value) => Each(value, Lane1.Floor);

    /// <inheritdoc/>
    public static Lane4 IfLess(Lane4 a, Lane4 b, Lane4 whenLess, Lane4 otherwise) => new(
        Lane1.IfLess(a.A, b.A, whenLess.A, otherwise.A),
        Lane1.IfLess(a.B, b.B, whenLess.B, otherwise.B),
        Lane1.IfLess(a.C, b.C, whenLess.C, otherwise.C),
        Lane1.IfLess(a.D, b.D, whenLess.D, otherwise.D));

    /// <inheritdoc/>
    public static Lane4 ScaleByPowerOfTwo(Lane4 value, Lane4 power) => new(
        Lane1.ScaleByPowerOfTwo(value.A, power.A),
        Lane1.ScaleByPowerOfTwo(value.B, power.B),
        Lane1.ScaleByPowerOfTwo(value.C, power.C),
        Lane1.ScaleByPowerOfTwo(value.D, power.D));

    /// <inheritdoc/>
    public static Lane4 Exponent(Lane4 value) => Each(value, Lane1.Exponent);

    /// <inheritdoc/>
    public static Lane4 Significand(Lane4 value) => Each(value, Lane1.Significand);

    private static Lane4 Each(Lane4 value, Func<Lane1, Lane1> function) => new(function(value.A), function(value.B), function(value.C), function(value.D));
}
