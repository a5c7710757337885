using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Random;

/// <summary><see cref="Philox"/> for a block of patients: the same bits as one block at a time.</summary>
/// <remarks>
/// The generator multiplies 32-bit words to 64-bit products, so a vector holds half as many counters as lanes: lanes with even numbers and lanes with odd
/// ones are two sets, worked on together so that one's multiplications fill the other's waiting time.
/// </remarks>
internal static unsafe class PhiloxLanes
{
    private const int Rounds = 10;
    private const byte ExclusiveOr = 0x96;
    private const byte FirstAndSecondOrThird = 0xEA;

    /// <summary>One block for each lane's patient.</summary>
    /// <typeparam name="T">The lane type.</typeparam>
    /// <param name="stream">Seed, purpose and replicate.</param>
    /// <param name="step">Step or visit.</param>
    /// <param name="draw">Draw within the step.</param>
    /// <param name="patients">Patient of each lane; aligned to the vector.</param>
    /// <param name="words">Receives four words a lane: [word * lanes + lane]; aligned to the vector.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Blocks<T>(RandomStream stream, uint step, uint draw, uint* patients, uint* words)
        where T : unmanaged, ILanes<T>
    {
        if (T.Count == 16 && Avx512F.IsSupported)
        {
            Blocks16(stream, step, draw, *(Vector512<ulong>*)patients, (Vector512<ulong>*)words);
        }
        else if (T.Count == 8 && Avx2.IsSupported)
        {
            Blocks8(stream, step, draw, *(Vector256<ulong>*)patients, (Vector256<ulong>*)words);
        }
        else
        {
            for (var lane = 0; lane < T.Count; lane++)
            {
                var block = Philox.Block(stream, step, draw, patients[lane]);
                words[lane] = block.Word0;
                words[T.Count + lane] = block.Word1;
                words[(2 * T.Count) + lane] = block.Word2;
                words[(3 * T.Count) + lane] = block.Word3;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Blocks16(RandomStream stream, uint step, uint draw, Vector512<ulong> patients, Vector512<ulong>* words)
    {
        var multiplier0 = Vector512.Create((ulong)Philox.Multiplier0).AsUInt32();
        var multiplier1 = Vector512.Create((ulong)Philox.Multiplier1).AsUInt32();
        var keyStep0 = Vector512.Create((ulong)Philox.KeyStep0);
        var keyStep1 = Vector512.Create((ulong)Philox.KeyStep1);
        var key0 = Vector512.Create((ulong)stream.Seed);
        var key1 = Vector512.Create((ulong)(uint)stream.Purpose);
        var even0 = Vector512.Create((ulong)step);
        var even1 = Vector512.Create((ulong)draw);
        var even2 = patients;
        var even3 = Vector512.Create((ulong)stream.Replicate);
        var (odd0, odd1, odd2, odd3) = (even0, even1, patients >>> 32, even3);
        for (var round = 0; round < Rounds; round++)
        {
            var evenA = Avx512F.Multiply(even0.AsUInt32(), multiplier0);
            var evenB = Avx512F.Multiply(even2.AsUInt32(), multiplier1);
            var oddA = Avx512F.Multiply(odd0.AsUInt32(), multiplier0);
            var oddB = Avx512F.Multiply(odd2.AsUInt32(), multiplier1);
            even0 = Avx512F.TernaryLogic(evenB >>> 32, even1, key0, ExclusiveOr);
            even2 = Avx512F.TernaryLogic(evenA >>> 32, even3, key1, ExclusiveOr);
            odd0 = Avx512F.TernaryLogic(oddB >>> 32, odd1, key0, ExclusiveOr);
            odd2 = Avx512F.TernaryLogic(oddA >>> 32, odd3, key1, ExclusiveOr);
            (even1, even3, odd1, odd3) = (evenB, evenA, oddB, oddA);
            key0 += keyStep0;
            key1 += keyStep1;
        }

        var low = Vector512.Create(0xFFFFFFFFUL);
        words[0] = Avx512F.TernaryLogic(low, even0, odd0 << 32, FirstAndSecondOrThird);
        words[1] = Avx512F.TernaryLogic(low, even1, odd1 << 32, FirstAndSecondOrThird);
        words[2] = Avx512F.TernaryLogic(low, even2, odd2 << 32, FirstAndSecondOrThird);
        words[3] = Avx512F.TernaryLogic(low, even3, odd3 << 32, FirstAndSecondOrThird);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Blocks8(RandomStream stream, uint step, uint draw, Vector256<ulong> patients, Vector256<ulong>* words)
    {
        var multiplier0 = Vector256.Create((ulong)Philox.Multiplier0).AsUInt32();
        var multiplier1 = Vector256.Create((ulong)Philox.Multiplier1).AsUInt32();
        var keyStep0 = Vector256.Create((ulong)Philox.KeyStep0);
        var keyStep1 = Vector256.Create((ulong)Philox.KeyStep1);
        var key0 = Vector256.Create((ulong)stream.Seed);
        var key1 = Vector256.Create((ulong)(uint)stream.Purpose);
        var even0 = Vector256.Create((ulong)step);
        var even1 = Vector256.Create((ulong)draw);
        var even2 = patients;
        var even3 = Vector256.Create((ulong)stream.Replicate);
        var (odd0, odd1, odd2, odd3) = (even0, even1, patients >>> 32, even3);
        for (var round = 0; round < Rounds; round++)
        {
            var evenA = Avx2.Multiply(even0.AsUInt32(), multiplier0);
            var evenB = Avx2.Multiply(even2.AsUInt32(), multiplier1);
            var oddA = Avx2.Multiply(odd0.AsUInt32(), multiplier0);
            var oddB = Avx2.Multiply(odd2.AsUInt32(), multiplier1);
            even0 = (evenB >>> 32) ^ even1 ^ key0;
            even2 = (evenA >>> 32) ^ even3 ^ key1;
            odd0 = (oddB >>> 32) ^ odd1 ^ key0;
            odd2 = (oddA >>> 32) ^ odd3 ^ key1;
            (even1, even3, odd1, odd3) = (evenB, evenA, oddB, oddA);
            key0 += keyStep0;
            key1 += keyStep1;
        }

        var low = Vector256.Create(0xFFFFFFFFUL);
        words[0] = (even0 & low) | (odd0 << 32);
        words[1] = (even1 & low) | (odd1 << 32);
        words[2] = (even2 & low) | (odd2 << 32);
        words[3] = (even3 & low) | (odd3 << 32);
    }
}
