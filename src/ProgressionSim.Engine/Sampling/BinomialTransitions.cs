using System.Runtime.CompilerServices;
using ProgressionSim.Engine.Random;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Sampling;

/// <summary>
/// Binomial transitions, lane by lane. One block of random bits holds the upper halves of the four regions' uniforms; the lower halves, in a block of
/// their own, are only looked at where the upper ones cannot decide.
/// </summary>
/// <typeparam name="T">The lane type.</typeparam>
public readonly unsafe struct BinomialTransitions<T> : ITransitionSampler<T>
    where T : unmanaged, ILanes<T>
{
    private const uint LowerHalves = 0x8000_0000;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void DrawRegions(RandomStream stream, uint step, uint draw, uint* patients, T* counts, T* hazards, T* drawn)
    {
        var n = (float*)counts;
        var h = (float*)hazards;
        var result = (float*)drawn;
        for (var lane = 0; lane < T.Count; lane++)
        {
            var patient = patients[lane];
            var upper = Philox.Block(stream, step, draw, patient);
            var words = (uint*)&upper;
            for (var region = 0; region < 4; region++)
            {
                var at = (region * T.Count) + lane;
                result[at] = n[at] <= 0 || !(h[at] > 0) ? 0 : DrawOne(stream, step, draw, patient, region, words[region], (int)n[at], h[at]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int DrawOne(RandomStream stream, uint step, uint draw, uint patient, int region, uint upperBits, int n, float h)
    {
        var count = BinomialInversion.TryDraw(upperBits, n, h);
        return count >= 0 ? count : DrawExactly(stream, step, draw, patient, region, upperBits, n, h);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int DrawExactly(RandomStream stream, uint step, uint draw, uint patient, int region, uint upperBits, int n, float h)
    {
        var lower = Philox.Block(stream, step, draw | LowerHalves, patient);
        return BinomialQuantile.Draw(((ulong)upperBits << 32) | ((uint*)&lower)[region], n, h);
    }
}
