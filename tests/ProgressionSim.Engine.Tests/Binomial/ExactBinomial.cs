using System.Numerics;

namespace ProgressionSim.Engine.Tests.Binomial;

/// <summary>The cumulative distribution of Bin(n, 1 - e^-h) in whole-number arithmetic of as many bits as it takes: an oracle without rounding worth the name.</summary>
internal sealed class ExactBinomial
{
    private readonly int bits;
    private readonly BigInteger[] cumulative;

    public ExactBinomial(int n, float hazard)
    {
        // The smallest term, e^-(n h), keeps 200 bits.
        bits = 320 + (int)Math.Ceiling(n * (double)hazard * 1.4427);
        var one = BigInteger.One << bits;
        var stay = ExpOfMinus(hazard);
        var odds = ((one - stay) << bits) / stay;
        var term = Power(stay, n);
        cumulative = new BigInteger[n + 1];
        var sum = BigInteger.Zero;
        for (var k = 0; k <= n; k++)
        {
            sum += term;
            cumulative[k] = sum;
            term = (term * (n - k) * odds / (k + 1)) >> bits;
        }
    }

    /// <summary>Smallest k with F(k) at least U = (bits + 1/2) 2^-64.</summary>
    public int Quantile(ulong uniform)
    {
        var u = Uniform(uniform);
        var (low, high) = (0, cumulative.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = cumulative[middle] >= u ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>|F(k) - U| over the smaller of U and 1 - U.</summary>
    public double RelativeDistance(int k, ulong uniform)
    {
        var u = Uniform(uniform);
        var tail = BigInteger.Min(u, (BigInteger.One << bits) - u);
        return (double)(BigInteger.Abs(cumulative[k] - u) * (BigInteger.One << 80) / tail) / Math.Pow(2, 80);
    }

    /// <summary>The uniform bits just below F(k), moved by an offset and kept in range.</summary>
    public ulong StepBits(int k, long offset)
    {
        var at = (cumulative[k] >> (bits - 64)) + offset;
        return (ulong)BigInteger.Max(0, BigInteger.Min(at, ulong.MaxValue));
    }

    private BigInteger Uniform(ulong uniform) => ((BigInteger)uniform * 2 + 1) << (bits - 65);

    private BigInteger ExpOfMinus(float hazard)
    {
        // A float is a whole number times a power of two, so h itself is exact; e^-h = (e^(-h / 2^s))^(2^s).
        const int Halvings = 16;
        var x = new BigInteger(Math.ScaleB((double)hazard, 160)) << (bits - 160);
        x >>= Halvings;
        var term = BigInteger.One << bits;
        var sum = term;
        for (var k = 1; !term.IsZero; k++)
        {
            term = -((term * x) >> bits) / k;
            sum += term;
        }

        for (var i = 0; i < Halvings; i++)
        {
            sum = (sum * sum) >> bits;
        }

        return sum;
    }

    private BigInteger Power(BigInteger value, int exponent)
    {
        var result = BigInteger.One << bits;
        for (var bit = 30; bit >= 0; bit--)
        {
            result = (result * result) >> bits;
            if (((exponent >> bit) & 1) != 0)
            {
                result = (result * value) >> bits;
            }
        }

        return result;
    }
}
