using System.Numerics;

namespace ProgressionSim.Statistics.Tables;

/// <summary>Mean of independent values with its spread and a 95 % normal interval.</summary>
/// <remarks>Immutable, so thread-safe. With one value the spread is unknown: everything but count and mean is NaN.</remarks>
public sealed record MeanEstimate
{
    private MeanEstimate(long count, double mean, double standardDeviation)
    {
        Count = count;
        Mean = mean;
        StandardDeviation = standardDeviation;
    }

    /// <summary>Number of values; at least 1.</summary>
    public long Count { get; }

    /// <summary>Arithmetic mean, in the unit of the values.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation with divisor n - 1, at least 0, in the unit of the values; NaN for one value.</summary>
    public double StandardDeviation { get; }

    /// <summary>Standard error of the mean: standard deviation over the root of the count; NaN for one value.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>Lower 95 % limit: mean less 1.96 standard errors; NaN for one value.</summary>
    public double Low => Mean - (CriticalValue.TwoSided(Level, nameof(Level)) * StandardError);

    /// <summary>Upper 95 % limit: mean plus 1.96 standard errors; NaN for one value.</summary>
    public double High => Mean + (CriticalValue.TwoSided(Level, nameof(Level)) * StandardError);

    private const double Level = 0.95;

    /// <summary>Estimate from sums over values kept as integers, each the value times a scale.</summary>
    /// <param name="count">Number of values n; at least 1.</param>
    /// <param name="sum">Sum of the integers.</param>
    /// <param name="sumOfSquares">Sum of the squared integers, so in units of the scale squared; at least 0.</param>
    /// <param name="scale">Integers per unit of the values, for example 1000 for thousandths; finite, above 0.</param>
    /// <returns>The estimate, in the unit of the values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="ArgumentException">No values can have these sums: n times the sum of squares is below the squared sum.</exception>
    /// <remarks>
    /// Variance = (n sum(x^2) - sum(x)^2) / (n (n - 1)), its numerator in exact integers, so a small spread around a large mean loses no
    /// digits. What remains is the rounding of the values to integers, done by the caller.
    /// Assumption: the count is large enough for the mean to be nearly normal (the interval uses no t quantile).
    /// </remarks>
    public static MeanEstimate FromFixedPoint(long count, Int128 sum, Int128 sumOfSquares, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(sumOfSquares);
        if (!(double.IsFinite(scale) && scale > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be finite and above 0.");
        }

        var spread = Spread(count, sum, sumOfSquares);
        if (spread < 0)
        {
            throw new ArgumentException("The sum of squares is too small for this count and sum.", nameof(sumOfSquares));
        }

        var mean = (double)sum / count / scale;
        var deviation = count == 1 ? double.NaN : Math.Sqrt(spread / count / (count - 1)) / scale;
        return new(count, mean, deviation);
    }

    /// <summary>count times the sum of squares less the squared sum, rounded once. Numbers that fit are spared the long arithmetic: results of a page have thousands of them.</summary>
    private static double Spread(long count, Int128 sum, Int128 sumOfSquares) =>
        sumOfSquares <= long.MaxValue / count && sum > -int.MaxValue && sum < int.MaxValue
            ? (count * (long)sumOfSquares) - ((long)sum * (long)sum)
            : (double)((count * (BigInteger)sumOfSquares) - ((BigInteger)sum * sum));
}
