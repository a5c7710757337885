using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Random;

/// <summary><see cref="Philox"/> for a block of patients and two draws: the same bits as one block at a time.</summary>
/// <remarks>
/// The generator multiplies 32-bit words to 64-bit products, so a vector holds half as many counters as lanes: lanes with even numbers and lanes with odd
/// ones are two sets. With two draws four sets are worked on together, so that one's multiplications fill the others' waiting time: a draw of
/// 16 patients takes 12 ns in a pair and 16 ns alone (AMD EPYC at 3.9 GHz).
/// </remarks>
internal static unsafe class PhiloxLanes
{
    private const int Rounds = 10;
    private const byte ExclusiveOr = 0x96;
    private const byte FirstAndSecondOrThird = 0xEA;

    /// <summary>Two consecutive draws of each lane's patient.</summary>
    /// <typeparam name="T">The lane type.</typeparam>
    /// <param name="stream">Seed, purpose and replicate.</param>
    /// <param name="step">Step or visit.</param>
    /// <param name="draw">First draw within the step.</param>
    /// <param name="patients">Patient of each lane; aligned to the vector.</param>
    /// <param name="words">Receives four words a lane for each draw: [((draw * 4) + word) * lanes + lane]; aligned to the vector.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void TwoDraws<T>(RandomStream stream, uint step, uint draw, uint* patients, uint* words)
        where T : unmanaged, ILanes<T>
    {
        if (T.Count == 16 && Avx512F.IsSupported)
        {
            TwoDraws16(stream, step, draw, *(Vector512<ulong>*)patients, (Vector512<ulong>*)words);
        }
        else if (T.Count == 8 && Avx2.IsSupported)
        {
            TwoDraws8(stream, step, draw, *(Vector256<ulong>*)patients, (Vector256<ulong>*)words);
        }
        else if (T.Count == 4 && Vector128.IsHardwareAccelerated)
        {
            Draw4(stream, step, draw, *(Vector128<ulong>*)patients, (Vector128<ulong>*)words);
            Draw4(stream, step, draw + 1, *(Vector128<ulong>*)patients, (Vector128<ulong>*)words + 4);
        }
        else
        {
            for (var lane = 0; lane < T.Count; lane++)
            {
                Store(Philox.Block(stream, step, draw, patients[lane]), words + lane, T.Count);
                Store(Philox.Block(stream, step, draw + 1, patients[lane]), words + (4 * T.Count) + lane, T.Count);
            }
        }
    }

    private static void Store(PhiloxBlock block, uint* words, int lanes)
    {
        words[0] = block.Word0;
        words[lanes] = block.Word1;
        words[2 * lanes] = block.Word2;
        words[3 * lanes] = block.Word3;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoDraws16(RandomStream stream, uint step, uint draw, Vector512<ulong> patients, Vector512<ulong>* words)
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
        var (nextEven0, nextEven1, nextEven2, nextEven3) = (even0, Vector512.Create((ulong)(draw + 1)), even2, even3);
        var (nextOdd0, nextOdd1, nextOdd2, nextOdd3) = (odd0, nextEven1, odd2, odd3);
        for (var round = 0; round < Rounds; round++)
        {
            var evenA = Avx512F.Multiply(even0.AsUInt32(), multiplier0);
            var evenB = Avx512F.Multiply(even2.AsUInt32(), multiplier1);
            var oddA = Avx512F.Multiply(odd0.AsUInt32(), multiplier0);
            var oddB = Avx512F.Multiply(odd2.AsUInt32(), multiplier1);
            var nextEvenA = Avx512F.Multiply(nextEven0.AsUInt32(), multiplier0);
            var nextEvenB = Avx512F.Multiply(nextEven2.AsUInt32(), multiplier1);
            var nextOddA = Avx512F.Multiply(nextOdd0.AsUInt32(), multiplier0);
            var nextOddB = Avx512F.Multiply(nextOdd2.AsUInt32(), multiplier1);
            even0 = Avx512F.TernaryLogic(evenB >>> 32, even1, key0, ExclusiveOr);
            even2 = Avx512F.TernaryLogic(evenA >>> 32, even3, key1, ExclusiveOr);
            even1 = evenB;
            even3 = evenA;
            odd0 = Avx512F.TernaryLogic(oddB >>> 32, odd1, key0, ExclusiveOr);
            odd2 = Avx512F.TernaryLogic(oddA >>> 32, odd3, key1, ExclusiveOr);
            odd1 = oddB;
            odd3 = oddA;
            nextEven0 = Avx512F.TernaryLogic(nextEvenB >>> 32, nextEven1, key0, ExclusiveOr);
            nextEven2 = Avx512F.TernaryLogic(nextEvenA >>> 32, nextEven3, key1, ExclusiveOr);
            nextEven1 = nextEvenB;
            nextEven3 = nextEvenA;
            nextOdd0 = Avx512F.TernaryLogic(nextOddB >>> 32, nextOdd1, key0, ExclusiveOr);
            nextOdd2 = Avx512F.TernaryLogic(nextOddA >>> 32, nextOdd3, key1, ExclusiveOr);
            nextOdd1 = nextOddB;
            nextOdd3 = nextOddA;
            key0 += keyStep0;
            key1 += keyStep1;
        }

        var low = Vector512.Create(0xFFFFFFFFUL);
        words[0] = Avx512F.TernaryLogic(low, even0, odd0 << 32, FirstAndSecondOrThird);
        words[1] = Avx512F.TernaryLogic(low, even1, odd1 << 32, FirstAndSecondOrThird);
        words[2] = Avx512F.TernaryLogic(low, even2, odd2 << 32, FirstAndSecondOrThird);
        words[3] = Avx512F.TernaryLogic(low, even3, odd3 << 32, FirstAndSecondOrThird);
        words[4] = Avx512F.TernaryLogic(low, nextEven0, nextOdd0 << 32, FirstAndSecondOrThird);
        words[5] = Avx512F.TernaryLogic(low, nextEven1, nextOdd1 << 32, FirstAndSecondOrThird);
        words[6] = Avx512F.TernaryLogic(low, nextEven2, nextOdd2 << 32, FirstAndSecondOrThird);
        words[7] = Avx512F.TernaryLogic(low, nextEven3, nextOdd3 << 32, FirstAndSecondOrThird);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoDraws8(RandomStream stream, uint step, uint draw, Vector256<ulong> patients, Vector256<ulong>* words)
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
        var (nextEven0, nextEven1, nextEven2, nextEven3) = (even0, Vector256.Create((ulong)(draw + 1)), even2, even3);
        var (nextOdd0, nextOdd1, nextOdd2, nextOdd3) = (odd0, nextEven1, odd2, odd3);
        for (var round = 0; round < Rounds; round++)
        {
            var evenA = Avx2.Multiply(even0.AsUInt32(), multiplier0);
            var evenB = Avx2.Multiply(even2.AsUInt32(), multiplier1);
            var oddA = Avx2.Multiply(odd0.AsUInt32(), multiplier0);
            var oddB = Avx2.Multiply(odd2.AsUInt32(), multiplier1);
            var nextEvenA = Avx2.Multiply(nextEven0.AsUInt32(), multiplier0);
            var nextEvenB = Avx2.Multiply(nextEven2.AsUInt32(), multiplier1);
            var nextOddA = Avx2.Multiply(nextOdd0.AsUInt32(), multiplier0);
            var nextOddB = Avx2.Multiply(nextOdd2.AsUInt32(), multiplier1);
            even0 = (evenB >>> 32) ^ even1 ^ key0;
            even2 = (evenA >>> 32) ^ even3 ^ key1;
            even1 = evenB;
            even3 = evenA;
            odd0 = (oddB >>> 32) ^ odd1 ^ key0;
            odd2 = (oddA >>> 32) ^ odd3 ^ key1;
            odd1 = oddB;
            odd3 = oddA;
            nextEven0 = (nextEvenB >>> 32) ^ nextEven1 ^ key0;
            nextEven2 = (nextEvenA >>> 32) ^ nextEven3 ^ key1;
            nextEven1 = nextEvenB;
            nextEven3 = nextEvenA;
            nextOdd0 = (nextOddB >>> 32) ^ nextOdd1 ^ key0;
            nextOdd2 = (nextOddA >>> 32) ^ nextOdd3 ^ key1;
            nextOdd1 = nextOddB;
            nextOdd3 = nextOddA;
            key0 += keyStep0;
            key1 += keyStep1;
        }

        var low = Vector256.Create(0xFFFFFFFFUL);
        words[0] = (even0 & low) | (odd0 << 32);
        words[1] = (even1 & low) | (odd1 << 32);
        words[2] = (even2 & low) | (odd2 << 32);
        words[3] = (even3 & low) | (odd3 << 32);
        words[4] = (nextEven0 & low) | (nextOdd0 << 32);
        words[5] = (nextEven1 & low) | (nextOdd1 << 32);
        words[6] = (nextEven2 & low) | (nextOdd2 << 32);
        words[7] = (nextEven3 & low) | (nextOdd3 << 32);
    }

    /// <summary>One draw of four patients; a browser's registers hold no more.</summary>
    private static void Draw4(RandomStream stream, uint step, uint draw, Vector128<ulong> patients, Vector128<ulong>* words)
    {
        var multiplier0 = Vector128.Create((ulong)Philox.Multiplier0);
        var multiplier1 = Vector128.Create((ulong)Philox.Multiplier1);
        var low = Vector128.Create(0xFFFFFFFFUL);
        var keyStep0 = Vector128.Create((ulong)Philox.KeyStep0);
        var keyStep1 = Vector128.Create((ulong)Philox.KeyStep1);
        var key0 = Vector128.Create((ulong)stream.Seed);
        var key1 = Vector128.Create((ulong)(uint)stream.Purpose);
        var even0 = Vector128.Create((ulong)step);
        var even1 = Vector128.Create((ulong)draw);
        var even2 = patients & low;
        var even3 = Vector128.Create((ulong)stream.Replicate);
        var (odd0, odd1, odd2, odd3) = (even0, even1, Vector128.ShiftRightLogical(patients, 32), even3);
        for (var round = 0; round < Rounds; round++)
        {
            var evenA = even0 * multiplier0;
            var evenB = even2 * multiplier1;
            var oddA = odd0 * multiplier0;
            var oddB = odd2 * multiplier1;
            even0 = Vector128.ShiftRightLogical(evenB, 32) ^ (even1 & low) ^ key0;
            even2 = Vector128.ShiftRightLogical(evenA, 32) ^ (even3 & low) ^ key1;
            even1 = evenB;
            even3 = evenA;
            odd0 = Vector128.ShiftRightLogical(oddB, 32) ^ (odd1 & low) ^ key0;
            odd2 = Vector128.ShiftRightLogical(oddA, 32) ^ (odd3 & low) ^ key1;
            odd1 = oddB;
            odd3 = oddA;
            key0 = (key0 + keyStep0) & low;
            key1 = (key1 + keyStep1) & low;
        }

        words[0] = even0 | Vector128.ShiftLeft(odd0, 32);
        words[1] = (even1 & low) | Vector128.ShiftLeft(odd1, 32);
        words[2] = even2 | Vector128.ShiftLeft(odd2, 32);
        words[3] = (even3 & low) | Vector128.ShiftLeft(odd3, 32);
    }
}
