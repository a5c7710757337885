using System.Runtime.CompilerServices;

namespace ProgressionSim.Engine.Sampling;

/// <summary>Exponentials in double precision whose bits are the same on every platform.</summary>
/// <remarks>
/// Only additions, multiplications, divisions and fused multiply-adds in a fixed order, so no platform library takes part.
/// Errors measured against 40-digit values are below 1 ulp for <see cref="Exp"/>, <see cref="Log"/> and <see cref="Pow"/>
/// and below 2 ulp for <see cref="ExpM1"/> and <see cref="Log1P"/>. Polynomials are own Chebyshev fits.
/// Exceptional arguments follow IEEE 754; nothing throws. Pure, so thread-safe.
/// </remarks>
public static partial class PortableMath
{
    private const double Log2E = 1.4426950408889634;

    // ln 2 in two parts; the first has 32 bits, so a product with an exponent is exact.
    private const double Ln2High = 0.6931471803691238;
    private const double Ln2Low = 1.9082149292705877e-10;

    // Adding and subtracting 1.5 * 2^52 rounds to the nearest integer and leaves it in the low bits.
    private const double RoundingShift = 6755399441055744.0;

    private const double ExpOverflow = 709.782712893384;
    private const double ExpUnderflow = -745.1332191019412;
    private const double ExpNormalMinimum = -708.0;
    private const double ExpNormalMaximum = 709.0;

    /// <summary>e to the power <paramref name="x"/>.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>At least 0; infinity above 709.78, 0 below -745.13, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Exp(double x)
    {
        if (!(x > ExpNormalMinimum && x < ExpNormalMaximum))
        {
            return ExpExtreme(x, 0.0);
        }

        double shifted = Math.FusedMultiplyAdd(x, Log2E, RoundingShift);
        double k = shifted - RoundingShift;
        double r = Math.FusedMultiplyAdd(-k, Ln2Low, Math.FusedMultiplyAdd(-k, Ln2High, x));
        return (1.0 + ExpM1Reduced(r)) * PowerOfTwo(shifted);
    }

    /// <summary>exp(x) - 1, without the loss of digits that subtraction has near 0.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>At least -1; infinity above 709.78, NaN for NaN.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ExpM1(double x)
    {
        if (!(x > -40.0 && x < ExpNormalMaximum))
        {
            return ExpM1Extreme(x);
        }

        double shifted = Math.FusedMultiplyAdd(x, Log2E, RoundingShift);
        double k = shifted - RoundingShift;
        double r = Math.FusedMultiplyAdd(-k, Ln2Low, Math.FusedMultiplyAdd(-k, Ln2High, x));
        double scale = PowerOfTwo(shifted);
        return Math.FusedMultiplyAdd(scale, ExpM1Reduced(r), scale - 1.0);
    }

    /// <summary>exp(x + tail) for |tail| far below |x|; the reduction keeps the tail's digits.</summary>
    internal static double ExpOfSum(double x, double tail)
    {
        if (!(x > ExpNormalMinimum && x < ExpNormalMaximum))
        {
            return ExpExtreme(x, tail);
        }

        double shifted = Math.FusedMultiplyAdd(x, Log2E, RoundingShift);
        double k = shifted - RoundingShift;
        double r = Math.FusedMultiplyAdd(-k, Ln2Low, Math.FusedMultiplyAdd(-k, Ln2High, x)) + tail;
        return (1.0 + ExpM1Reduced(r)) * PowerOfTwo(shifted);
    }

    // exp(r) - 1 for |r| at most ln(2)/2: r + r^2 P(r), P of degree 10 by Estrin's scheme.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpM1Reduced(double r)
    {
        double r2 = r * r;
        double r4 = r2 * r2;
        double p01 = Math.FusedMultiplyAdd(0.1666666666666667, r, 0.5);
        double p23 = Math.FusedMultiplyAdd(0.008333333333326112, r, 0.04166666666666667);
        double p45 = Math.FusedMultiplyAdd(0.0001984126987490126, r, 0.001388888888888373);
        double p67 = Math.FusedMultiplyAdd(2.7557255297969643e-06, r, 2.4801587325605324e-05);
        double p89 = Math.FusedMultiplyAdd(2.5105259538448494e-08, r, 2.755727357010214e-07);
        double low = Math.FusedMultiplyAdd(p23, r2, p01);
        double middle = Math.FusedMultiplyAdd(p67, r2, p45);
        double high = Math.FusedMultiplyAdd(2.0914717341716378e-09, r2, p89);
        double p = Math.FusedMultiplyAdd(Math.FusedMultiplyAdd(high, r4, middle), r4, low);
        return Math.FusedMultiplyAdd(r2, p, r);
    }

    // 2^k for the k held in the low bits of a shifted value; k from -1022 to 1023.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerOfTwo(double shifted) =>
        BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(shifted) + 1023) << 52);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ExpExtreme(double x, double tail)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x > ExpOverflow)
        {
            return double.PositiveInfinity;
        }

        if (x < ExpUnderflow)
        {
            return 0.0;
        }

        double shifted = Math.FusedMultiplyAdd(x, Log2E, RoundingShift);
        double k = shifted - RoundingShift;
        double r = Math.FusedMultiplyAdd(-k, Ln2Low, Math.FusedMultiplyAdd(-k, Ln2High, x)) + tail;
        double mantissa = 1.0 + ExpM1Reduced(r);

        // Two factors: 2^k itself may lie outside the normal range; the last product rounds once.
        double half = k < 0.0 ? -537.0 : 512.0;
        return mantissa * PowerOfTwo(k - half + RoundingShift) * PowerOfTwo(half + RoundingShift);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double ExpM1Extreme(double x) => x <= -40.0 ? -1.0 : ExpExtreme(x, 0.0);
}
