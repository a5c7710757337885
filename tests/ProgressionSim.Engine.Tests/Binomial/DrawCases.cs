using ProgressionSim.Engine.Sampling;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Binomial;

/// <summary>Choices of trials and hazards for comparisons of samplers.</summary>
internal static class DrawCases
{
    private const int MostTrials = 20_000;

    /// <summary>Each draw of a block anywhere: 0 to 20,000 trials and hazards 0 to 10, log-uniform with the ends added, so that a vector mixes all regimes.</summary>
    public static DrawChoice Anywhere(SplitMix64 block) => static (random, _) => new(
        random.Chance(0.25) ? random.Pick(0, 1, 2, MostTrials) : (int)random.LogBetween(1, MostTrials + 1),
        random.Chance(0.05) ? random.Pick(0f, 10f) : (float)random.LogBetween(1e-9, 10));

    /// <summary>All draws of a block with the same trials and hazard.</summary>
    public static Func<SplitMix64, DrawChoice> Same(int trials, float hazard) => _ => (_, _) => new(trials, hazard);

    /// <summary>Some draws of a block as given, the others with nothing to draw.</summary>
    public static Func<SplitMix64, DrawChoice> Sparse(int trials, float hazard) => _ => (random, _) =>
        random.NextBelow(4) switch
        {
            0 => new(trials, hazard),
            1 => new(trials, 0),
            2 => new(0, hazard),
            _ => new(0, 0),
        };

    /// <summary>
    /// Means by band: 60 % of draws of mean 0.001 to 3, 30 % 3 to 30, 8 % 30 to 100, 2 % 100 to 20,000, log-uniform within a band. Half of the blocks
    /// mix the bands, in the other half all draws are of one.
    /// </summary>
    public static DrawChoice ByBand(SplitMix64 block)
    {
        if (block.Chance(0.5))
        {
            var band = Band(block);
            return (random, _) => OfMean(random, random.LogBetween(band.Low, band.High));
        }

        return static (random, _) =>
        {
            var band = Band(random);
            return OfMean(random, random.LogBetween(band.Low, band.High));
        };
    }

    /// <summary>
    /// Beside a step: the hazard is, up to three units in the last place, the one at which the count drawn with these very bits rises by one. There
    /// every rounding of the cumulative distribution shows, and for small means the lower half of the bits decides.
    /// </summary>
    public static DrawChoice BesideAStep(SplitMix64 block) => static (random, bits) =>
    {
        var (n, h) = OfMean(random, random.LogBetween(1e-4, 5000));
        var count = BinomialQuantile.Draw(bits, n, h);
        var (low, high) = (BitConverter.SingleToInt32Bits(h), BitConverter.SingleToInt32Bits(Math.Min(2 * h, 10)));
        if (BinomialQuantile.Draw(bits, n, BitConverter.Int32BitsToSingle(high)) == count)
        {
            high = BitConverter.SingleToInt32Bits(10);
        }

        // Positive floats are ordered as their bits are.
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = BinomialQuantile.Draw(bits, n, BitConverter.Int32BitsToSingle(middle)) > count ? (low, middle) : (middle, high);
        }

        return new(n, BitConverter.Int32BitsToSingle(high + random.Whole(-3, 2)));
    };

    private static (double Low, double High) Band(SplitMix64 random) => random.NextUniform() switch
    {
        < 0.6 => (0.001, 3),
        < 0.9 => (3, 30),
        < 0.98 => (30, 100),
        _ => (100, 20_000),
    };

    /// <summary>As many trials as leave the hazard at 10 or less, log-uniform.</summary>
    private static DrawCase OfMean(SplitMix64 random, double mean)
    {
        var n = Math.Min(MostTrials, (int)random.LogBetween(Math.Max(1, Math.Ceiling(mean / 10)), MostTrials + 1));
        return new(n, (float)(mean / n));
    }
}
