namespace ProgressionSim.TestKit;

/// <summary>Generator of the tests, independent of the product's: the SplitMix64 of Steele, Lea and Flood (2014), doi:10.1145/2714064.2660195.</summary>
/// <param name="key">Names the stream; each test owns one.</param>
/// <param name="number">Names a sequence within the stream, for example a patient.</param>
public sealed class SplitMix64(ulong key, ulong number = 0)
{
    private ulong state = Mix(key + 0x9E3779B97F4A7C15) ^ Mix(number + 0xD1B54A32D192ED03);

    /// <summary>Next 64 bits.</summary>
    public ulong NextBits()
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    /// <summary>Next uniform, strictly between 0 and 1.</summary>
    public double NextUniform() => ((NextBits() >> 12) + 0.5) / 4503599627370496.0;

    /// <summary>Next Exp(1).</summary>
    public double NextExponential() => -Math.Log(NextUniform());

    /// <summary>Next whole number from 0 to one below a bound; the bias of the remainder is below 2^-32 for bounds up to 2^32.</summary>
    /// <param name="bound">At least 1.</param>
    public int NextBelow(int bound) => (int)(NextBits() % (ulong)bound);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
