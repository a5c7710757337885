using System.Runtime.CompilerServices;

namespace ProgressionSim.Engine.Random;

/// <summary>Random bits as numbers between 0 and 1, never 0 or 1 themselves.</summary>
public static class UniformBits
{
    /// <summary>(k + 1/2) 2^-53 from the upper 53 bits; every value is exact but the last, which rounds to 1 - 2^-53.</summary>
    /// <param name="bits">64 random bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToOpenInterval(ulong bits) => Math.Min(((bits >> 11) + 0.5) * (1.0 / (1UL << 53)), 1 - (1.0 / (1UL << 53)));

    /// <summary>(k + 1/2) 2^-23 from the upper 23 bits, exact in single precision.</summary>
    /// <param name="bits">32 random bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToOpenInterval(uint bits) => ((bits >> 9) + 0.5f) * (1f / (1 << 23));
}
