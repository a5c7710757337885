using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    /// <summary><see cref="ToOpenInterval(uint)"/> of many words.</summary>
    /// <param name="words">Random bits.</param>
    /// <param name="uniforms">Receives one number a word; may be the same memory.</param>
    /// <param name="count">Number of words, a multiple of 4.</param>
    internal static unsafe void ToOpenIntervals(uint* words, float* uniforms, int count)
    {
        for (var i = 0; i < count; i += Vector128<uint>.Count)
        {
            var whole = Vector128.ConvertToSingle((Vector128.Load(words + i) >>> 9).AsInt32());
            ((whole + Vector128.Create(0.5f)) * Vector128.Create(1f / (1 << 23))).Store(uniforms + i);
        }
    }
}
