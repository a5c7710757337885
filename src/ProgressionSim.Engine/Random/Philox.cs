using System.Runtime.CompilerServices;

namespace ProgressionSim.Engine.Random;

/// <summary>Philox4x32-10: a counter-based generator; a block of random bits is a function of its address, never of what was drawn before.</summary>
/// <remarks>Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11 (2011), doi:10.1145/2063384.2063405.</remarks>
public static class Philox
{
    /// <summary>Multiplier of words 0 and 1.</summary>
    public const uint Multiplier0 = 0xD2511F53;

    /// <summary>Multiplier of words 2 and 3.</summary>
    public const uint Multiplier1 = 0xCD9E8D57;

    /// <summary>Added to the first key word each round.</summary>
    public const uint KeyStep0 = 0x9E3779B9;

    /// <summary>Added to the second key word each round.</summary>
    public const uint KeyStep1 = 0xBB67AE85;

    private const int Rounds = 10;

    /// <summary>The block of a stream at a counter.</summary>
    /// <param name="stream">Seed, purpose and replicate.</param>
    /// <param name="step">Step or visit.</param>
    /// <param name="draw">Draw within the step.</param>
    /// <param name="patient">Patient.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxBlock Block(RandomStream stream, uint step, uint draw, uint patient) =>
        Block(step, draw, patient, stream.Replicate, stream.Seed, (uint)stream.Purpose);

    /// <summary>The block at a counter under a key.</summary>
    /// <param name="c0">Counter word 0.</param>
    /// <param name="c1">Counter word 1.</param>
    /// <param name="c2">Counter word 2.</param>
    /// <param name="c3">Counter word 3.</param>
    /// <param name="k0">Key word 0.</param>
    /// <param name="k1">Key word 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PhiloxBlock Block(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var p0 = (ulong)Multiplier0 * c0;
            var p1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(p1 >> 32) ^ c1 ^ k0;
            c2 = (uint)(p0 >> 32) ^ c3 ^ k1;
            c1 = (uint)p1;
            c3 = (uint)p0;
            k0 += KeyStep0;
            k1 += KeyStep1;
        }

        return new PhiloxBlock(c0, c1, c2, c3);
    }
}
