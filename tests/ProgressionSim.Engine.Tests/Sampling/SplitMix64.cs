namespace ProgressionSim.Engine.Tests.Sampling;

/// <summary>Small generator for tests: the SplitMix64 of Steele, Lea and Flood (2014), doi:10.1145/2714064.2660195.</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    /// <summary>Next uniform, strictly between 0 and 1.</summary>
    public double NextUniform()
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        return ((z >> 12) + 0.5) / 4503599627370496.0;
    }
}
