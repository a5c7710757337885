namespace ProgressionSim.Engine.Sampling;

/// <content>Logarithms and powers, on one logarithm carried to about 64 bits.</content>
public static partial class PortableMath
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double TwoTo54 = 18014398509481984.0;
    private const long MantissaMask = 0x000F_FFFF_FFFF_FFFF;
    private const long OneBits = 0x3FF0_0000_0000_0000;

    // 2/3 in two parts.
    private const double TwoThirds = 0.6666666666666666;
    private const double TwoThirdsLow = 3.700743415417188e-17;

    /// <summary>Natural logarithm.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>Minus infinity for 0, NaN below 0 and for NaN.</returns>
    public static double Log(double x)
    {
        if (!(x > 0.0 && x < double.PositiveInfinity))
        {
            return LogExtreme(x);
        }

        double high = LogParts(x, out double low);
        return high + low;
    }

    /// <summary>log(1 + x), without the loss of digits that the addition has near 0.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>Minus infinity for -1, NaN below -1 and for NaN; keeps the sign of a zero.</returns>
    public static double Log1P(double x)
    {
        if (!(x > -1.0 && x < double.PositiveInfinity))
        {
            return LogExtreme(1.0 + x);
        }

        if (x is > -1e-16 and < 1e-16)
        {
            return x;
        }

        // 1 + x = sum + rest exactly, and log(sum + rest) = log(sum) + rest / sum to double precision and beyond.
        double sum = 1.0 + x;
        double part = sum - 1.0;
        double rest = (1.0 - (sum - part)) + (x - part);
        double high = LogParts(sum, out double low);
        return high + (low + (rest / sum));
    }

    /// <summary><paramref name="x"/> to the power <paramref name="y"/>.</summary>
    /// <param name="x">Any value.</param>
    /// <param name="y">Any value.</param>
    /// <returns>As IEEE 754 <c>pow</c>: 1 for y = 0 or x = 1 even with NaN, NaN for negative x and a fractional y.</returns>
    public static double Pow(double x, double y)
    {
        if (y == 0.0 || x == 1.0)
        {
            return 1.0;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        double size = Math.Abs(x);
        bool wholeExponent = Math.Floor(y) == y;
        bool oddExponent = wholeExponent && Math.Abs(y) < 9007199254740992.0 && Math.Floor(y * 0.5) != y * 0.5;
        if (double.IsInfinity(y))
        {
            return size == 1.0 ? 1.0 : (size > 1.0) == (y > 0.0) ? double.PositiveInfinity : 0.0;
        }

        double result;
        if (size == 0.0 || double.IsInfinity(size))
        {
            result = (size == 0.0) == (y > 0.0) ? 0.0 : double.PositiveInfinity;
        }
        else
        {
            if (x < 0.0 && !wholeExponent)
            {
                return double.NaN;
            }

            double high = LogParts(size, out double low);
            double product = y * high;
            double rest = Math.FusedMultiplyAdd(y, low, Math.FusedMultiplyAdd(y, high, -product));
            result = Math.Abs(product) < 800.0 ? ExpOfSum(product, rest) : Exp(product);
        }

        return oddExponent && double.IsNegative(x) ? -result : result;
    }

    /// <summary>log(x) as an unevaluated sum, to about 2^-64 relative.</summary>
    /// <remarks>
    /// x = 2^k m with m between sqrt(1/2) and sqrt(2); log m = 2 atanh(s), s = (m - 1) / (m + 1). The quotient and the
    /// cubic term are carried in two parts, the rest of the series needs one.
    /// </remarks>
    internal static double LogParts(double x, out double low)
    {
        double k = 0.0;
        if (x < SmallestNormal)
        {
            x *= TwoTo54;
            k = -54.0;
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        double m = BitConverter.Int64BitsToDouble((bits & MantissaMask) | OneBits);
        k += (bits >> 52) - 1023;
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            k += 1.0;
        }

        double f = m - 1.0;
        double d = m + 1.0;
        double dLow = m - (d - 1.0);
        double s = f / d;
        double sLow = Math.FusedMultiplyAdd(-s, dLow, Math.FusedMultiplyAdd(-s, d, f)) / d;

        double z = s * s;
        double zLow = Math.FusedMultiplyAdd(s, s, -z) + (2.0 * s * sLow);
        double tail = 0.11724327060846747;
        tail = Math.FusedMultiplyAdd(tail, z, 0.11706126464563398);
        tail = Math.FusedMultiplyAdd(tail, z, 0.1333480879881234);
        tail = Math.FusedMultiplyAdd(tail, z, 0.1538459488700718);
        tail = Math.FusedMultiplyAdd(tail, z, 0.18181818336099848);
        tail = Math.FusedMultiplyAdd(tail, z, 0.22222222221652765);
        tail = Math.FusedMultiplyAdd(tail, z, 0.2857142857142937);
        tail = Math.FusedMultiplyAdd(tail, z, 0.4);

        // c = z (2/3 + z tail) in two parts; log m = 2 s + s c.
        double rise = z * tail;
        double factor = TwoThirds + rise;
        double factorLow = (rise - (factor - TwoThirds)) + TwoThirdsLow;
        double c = z * factor;
        double cLow = Math.FusedMultiplyAdd(z, factor, -c) + Math.FusedMultiplyAdd(z, factorLow, zLow * factor);
        double cube = s * c;
        double cubeLow = Math.FusedMultiplyAdd(s, c, -cube) + Math.FusedMultiplyAdd(s, cLow, sLow * c);

        double twice = 2.0 * s;
        double logM = twice + cube;
        double logMLow = (cube - (logM - twice)) + (cubeLow + (2.0 * sLow));

        double exponentPart = k * Ln2High;
        double sum = exponentPart + logM;
        double sumLow = k == 0.0 ? 0.0 : logM - (sum - exponentPart);
        double rest = sumLow + Math.FusedMultiplyAdd(k, Ln2Low, logMLow);
        double high = sum + rest;
        low = rest - (high - sum);
        return high;
    }

    private static double LogExtreme(double x) =>
        x == 0.0 ? double.NegativeInfinity : x == double.PositiveInfinity ? x : double.NaN;
}
