using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Sampling;

/// <summary>
/// Binomial inversion from 0 in single precision, four regions of a block of patients at once. It says which draws single precision cannot decide; all
/// others are the integers of <see cref="BinomialQuantile"/>.
/// </summary>
/// <typeparam name="T">The lane type.</typeparam>
/// <remarks>
/// u = U - F(k) falls by P(k) each round: P(0) = e^(-n h), P(k) = P(k - 1) (q / k - r) with r = e^h - 1 and q = (n + 1) r. A draw is the number of rounds
/// with u not negative. Four vectors are in flight because a round's operations wait for each other.
/// <para>
/// Error bound. Let e = 2^-24, c e the relative error of r. The factor q / k - r, computed as one FMA from rounded q and 1 / k, has relative error
/// c e + e + 2 e (n + 1) / (n + 1 - k); P(k) one rounding more. Summed with weights P(k): the first part gives (c + 2) e E[K] with E[K] below n h, the
/// second 2 e (n + 1) E[K / (n + 1 - K)], and that expectation is below r for a binomial K. P(0) has relative error n h e from its argument and 7 e from
/// the exponential (3 e for the terms left out, the rest roundings). All of n h and (n + 1) r are at most q, which leaves (c + 5) q e + 7 e. Terms after the n-th, which only rounding
/// keeps from 0, add less than 3 e q P(n), the share of the second part that P(n) leaves unused. The uniform is cut to 24 bits (e / 2), the first difference rounds twice (3 e / 2) and each of K further ones once (e / 2). So |u - exact| is below
/// e ((c + 5) q + K / 2 + 9), used with 5 % more for products of errors. c is 3 for the polynomial (1 e for the terms left out) and 16 where e^h - 1 is a difference. Where every |u| met is larger, every sign was right.
/// </para>
/// </remarks>
internal static unsafe class InversionLanes<T>
    where T : unmanaged, ILanes<T>
{
    /// <summary>Largest n h inverted here: e^(-n h) stays far from the smallest number, and rounds stay few.</summary>
    public const float LargestMean = 64;

    /// <summary>Largest h of <see cref="SmallOdds"/>.</summary>
    public const float LargestHazard = 0.25f;

    /// <summary>Largest h of <see cref="WideOdds"/>: with r below 1 the terms after the n-th, which only rounding keeps from 0, shrink.</summary>
    public const float LargestWideHazard = 0.6f;

    // 64 + 15 standard deviations; a lane that needs more is undecided.
    private const int MostRounds = 192;

    // A round too many costs less than an exit the processor did not foresee.
    private const int RoundsBetweenLooks = 3;

    private const float Unit = 1f / (1 << 24);
    private const float Slack = 1.05f * Unit;

    private static readonly float* Reciprocals = MakeReciprocals();

    /// <summary>e^h - 1, and how far off it is.</summary>
    internal interface IOdds
    {
        /// <summary>Gets the largest relative error in units of 2^-24: c of the error bound.</summary>
        static abstract float Error { get; }

        /// <summary>e^h - 1.</summary>
        /// <param name="h">Hazard.</param>
        static abstract T Of(T h);
    }

    /// <summary>Draws four regions.</summary>
    /// <typeparam name="TOdds">Which hazards may occur.</typeparam>
    /// <param name="words">Upper 32 bits of the uniforms: [region * lanes + lane].</param>
    /// <param name="counts">Numbers of trials by region, 0 to 20,000.</param>
    /// <param name="hazards">h by region, in the range of <typeparamref name="TOdds"/>; n h at most <see cref="LargestMean"/>.</param>
    /// <param name="drawn">Receives the counts drawn, by region; of no meaning where undecided.</param>
    /// <returns>Bit [region * lanes + lane] is set where the draw is undecided.</returns>
    /// <remarks>Without a call inside, the 24 vectors of the loop stay in AVX-512's 32 registers.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ulong Draw<TOdds>(uint* words, T* counts, T* hazards, T* drawn)
        where TOdds : IOdds
    {
        var next = Reciprocals + 1;
        var end = next + MostRounds;
        var r0 = TOdds.Of(hazards[0]);
        var r1 = TOdds.Of(hazards[1]);
        var r2 = TOdds.Of(hazards[2]);
        var r3 = TOdds.Of(hazards[3]);
        var q0 = T.Fma(counts[0], r0, r0);
        var q1 = T.Fma(counts[1], r1, r1);
        var q2 = T.Fma(counts[2], r2, r2);
        var q3 = T.Fma(counts[3], r3, r3);
        var p0 = NoneMoves(counts[0], hazards[0]);
        var p1 = NoneMoves(counts[1], hazards[1]);
        var p2 = NoneMoves(counts[2], hazards[2]);
        var p3 = NoneMoves(counts[3], hazards[3]);
        var u0 = T.Fma(T.OfUpperBits(words), T.Of(Unit), T.Of(0.5f * Unit) - p0);
        var u1 = T.Fma(T.OfUpperBits(words + T.Count), T.Of(Unit), T.Of(0.5f * Unit) - p1);
        var u2 = T.Fma(T.OfUpperBits(words + (2 * T.Count)), T.Of(Unit), T.Of(0.5f * Unit) - p2);
        var u3 = T.Fma(T.OfUpperBits(words + (3 * T.Count)), T.Of(Unit), T.Of(0.5f * Unit) - p3);
        var m0 = T.SmallerMagnitude(T.Of(1f), u0);
        var m1 = T.SmallerMagnitude(T.Of(1f), u1);
        var m2 = T.SmallerMagnitude(T.Of(1f), u2);
        var m3 = T.SmallerMagnitude(T.Of(1f), u3);
        T c0 = default, c1 = default, c2 = default, c3 = default;
        while (!T.AllNegative(u0, u1, u2, u3) && next < end)
        {
            for (var look = next + RoundsBetweenLooks; next < look; next++)
            {
                var reciprocal = T.Of(*next);
                c0 = T.CountNegative(c0, u0);
                c1 = T.CountNegative(c1, u1);
                c2 = T.CountNegative(c2, u2);
                c3 = T.CountNegative(c3, u3);
                p0 *= T.FmaMinus(q0, reciprocal, r0);
                p1 *= T.FmaMinus(q1, reciprocal, r1);
                p2 *= T.FmaMinus(q2, reciprocal, r2);
                p3 *= T.FmaMinus(q3, reciprocal, r3);
                u0 -= p0;
                u1 -= p1;
                u2 -= p2;
                u3 -= p3;
                m0 = T.SmallerMagnitude(m0, u0);
                m1 = T.SmallerMagnitude(m1, u1);
                m2 = T.SmallerMagnitude(m2, u2);
                m3 = T.SmallerMagnitude(m3, u3);
            }
        }

        var rounds = (float)(next - Reciprocals - 1);
        var all = T.Of(rounds);
        drawn[0] = all - T.NumberOfCount(c0);
        drawn[1] = all - T.NumberOfCount(c1);
        drawn[2] = all - T.NumberOfCount(c2);
        drawn[3] = all - T.NumberOfCount(c3);
        var perOdds = T.Of((TOdds.Error + 5) * Slack);
        var rest = T.Of(((0.5f * rounds) + 9) * Slack);
        m0 -= T.Fma(q0, perOdds, rest);
        m1 -= T.Fma(q1, perOdds, rest);
        m2 -= T.Fma(q2, perOdds, rest);
        m3 -= T.Fma(q3, perOdds, rest);
        if (next < end && T.LessMask(T.Min(T.Min(m0, m1), T.Min(m2, m3)), T.Of(0f)) == 0)
        {
            return 0;
        }

        return Undecided(u0, m0) | (Undecided(u1, m1) << T.Count) | (Undecided(u2, m2) << (2 * T.Count)) | (Undecided(u3, m3) << (3 * T.Count));
    }

    /// <summary>
    /// P(0) = e^(-n h) = 2^k e^-s with s = n h + k ln 2, the exponential by its Taylor polynomial of degree 6, split in two so that fewer operations wait for
    /// each other.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T NoneMoves(T n, T h)
    {
        var mean = n * h;
        var shifted = T.Fma(mean, T.Of(-1.44269504f), T.Of(12582912f));
        var k = shifted - T.Of(12582912f);
        var s = T.Fma(k, T.Of(1.42860677e-6f), T.Fma(k, T.Of(0.693145752f), mean));
        var square = s * s;
        var upper = T.Fma(s, T.Of(-1f / 120), T.Of(1f / 24));
        upper = T.Fma(square, T.Of(1f / 720), upper);
        var p = T.Fma(square, T.Fma(square, upper, T.Fma(s, T.Of(-1f / 6), T.Of(0.5f))), T.Of(1f) - s);
        return T.ScaleByPowerOfTwo(p, shifted);
    }

    /// <summary>Lanes whose u came too close to 0 or has not become negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Undecided(T u, T beyondDoubt) => (T.LessMask(beyondDoubt, T.Of(0f)) | ~T.LessMask(u, T.Of(0f))) & ((1UL << T.Count) - 1);

    private static float* MakeReciprocals()
    {
        var values = (float*)NativeMemory.AlignedAlloc((MostRounds + 1) * sizeof(float), 64);
        for (var k = 0; k < MostRounds + 1; k++)
        {
            values[k] = 1f / k;
        }

        return values;
    }

    /// <summary>Hazards up to <see cref="LargestHazard"/>: the Taylor polynomial of degree 6.</summary>
    internal readonly struct SmallOdds : IOdds
    {
        public static float Error => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of(T h)
        {
            var square = h * h;
            var upper = T.Fma(h, T.Of(1f / 120), T.Of(1f / 24));
            upper = T.Fma(square, T.Of(1f / 720), upper);
            return T.Fma(square, T.Fma(square, upper, T.Fma(h, T.Of(1f / 6), T.Of(0.5f))), h);
        }
    }

    /// <summary>Hazards up to <see cref="LargestWideHazard"/>: a difference beyond the polynomial's range.</summary>
    internal readonly struct WideOdds : IOdds
    {
        public static float Error => 16;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Of(T h) => T.IfLess(T.Of(LargestHazard), h, LaneMath<T>.Exp(h) - T.Of(1f), SmallOdds.Of(h));
    }
}
