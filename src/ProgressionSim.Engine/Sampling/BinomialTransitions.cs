using System.Numerics;
using System.Runtime.CompilerServices;
using ProgressionSim.Engine.Random;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Sampling;

/// <summary>
/// Binomial transitions of a block of patients. One block of random bits holds the upper halves of a patient's four uniforms, one a region; the lower halves,
/// in a block of their own, are only looked at where the upper ones cannot decide.
/// </summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>
/// Tiers that agree to the integer: <see cref="InversionLanes{T}"/> for all lanes at once; for a lane it leaves undecided or that is outside its range
/// <see cref="BinomialExpansion"/> if the variance is large, else <see cref="BinomialInversion"/>; and the definition, <see cref="BinomialQuantile"/>. One lane goes without the first tier, so that it can be held
/// against it.
/// </remarks>
public readonly unsafe struct BinomialTransitions<T> : ITransitionSampler<T>
    where T : unmanaged, ILanes<T>
{
    private const uint LowerHalves = 0x8000_0000;
    private const int Regions = 4;
    private const ulong OneLane = 0b1111;

    /// <inheritdoc/>
    public static void Prepare(RandomStream stream, uint step, uint draw, uint* patients, uint* words) => PhiloxLanes.TwoDraws<T>(stream, step, draw, patients, words);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void DrawRegions(in RandomStream stream, uint step, uint draw, uint* patients, uint* words, T* counts, T* hazards, T* drawn)
    {
        if (T.Count == 1)
        {
            Decide(OneLane, in stream, step, draw, patients, words, counts, hazards, drawn);
            return;
        }

        var zero = T.Of(0f);
        var hazard = T.Max(T.Max(hazards[0], hazards[1]), T.Max(hazards[2], hazards[3]));
        var mean = T.Max(T.Max(counts[0] * hazards[0], counts[1] * hazards[1]), T.Max(counts[2] * hazards[2], counts[3] * hazards[3]));
        if (T.LessMask(zero, mean) == 0)
        {
            // Nobody can move: empty pools, or a transition no patient of the block has.
            (drawn[0], drawn[1], drawn[2], drawn[3]) = (zero, zero, zero, zero);
            return;
        }

        var outside = T.LessMask(T.Of(InversionLanes<T>.LargestMean), mean) | T.LessMask(T.Of(InversionLanes<T>.LargestHazard), hazard);
        var undecided = outside == 0 ? InversionLanes<T>.Draw<InversionLanes<T>.SmallOdds>(words, counts, hazards, drawn) : DrawInside(words, counts, hazards, drawn);
        if (undecided != 0)
        {
            Decide(undecided, in stream, step, draw, patients, words, counts, hazards, drawn);
        }
    }

    /// <summary>Inverts the lanes that are inside the wide range and reports the others undecided.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong DrawInside(uint* words, T* counts, T* hazards, T* drawn)
    {
        var inside = stackalloc T[Regions];
        var lowered = stackalloc T[Regions];
        var outside = 0UL;
        var zero = T.Of(0f);
        for (var region = 0; region < Regions; region++)
        {
            var (n, h) = (counts[region], hazards[region]);
            outside |= (ulong)(T.LessMask(T.Of(InversionLanes<T>.LargestMean), n * h) | T.LessMask(T.Of(InversionLanes<T>.LargestWideHazard), h)) << (region * T.Count);
            n = T.IfLess(T.Of(InversionLanes<T>.LargestMean), n * h, zero, n);
            inside[region] = T.IfLess(T.Of(InversionLanes<T>.LargestWideHazard), h, zero, n);
            lowered[region] = T.Min(h, T.Of(InversionLanes<T>.LargestWideHazard));
        }

        return InversionLanes<T>.Draw<InversionLanes<T>.WideOdds>(words, inside, lowered, drawn) | outside;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Decide(ulong undecided, in RandomStream stream, uint step, uint draw, uint* patients, uint* words, T* counts, T* hazards, T* drawn)
    {
        var n = (float*)counts;
        var h = (float*)hazards;
        var result = (float*)drawn;
        for (; undecided != 0; undecided &= undecided - 1)
        {
            var i = BitOperations.TrailingZeroCount(undecided);
            if (n[i] <= 0 || !(h[i] > 0))
            {
                result[i] = 0;
                continue;
            }

            var trials = (int)n[i];
            var count = BinomialExpansion.TryDraw(words[i], trials, h[i]);
            count = count >= 0 ? count : BinomialInversion.TryDraw(words[i], trials, h[i]);
            result[i] = count >= 0 ? count : DrawExactly(in stream, step, draw, patients[i % T.Count], i / T.Count, words[i], trials, h[i]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int DrawExactly(in RandomStream stream, uint step, uint draw, uint patient, int region, uint upperBits, int n, float h)
    {
        var lower = Philox.Block(stream, step, draw | LowerHalves, patient);
        return BinomialQuantile.Draw(((ulong)upperBits << 32) | ((uint*)&lower)[region], n, h);
    }
}
