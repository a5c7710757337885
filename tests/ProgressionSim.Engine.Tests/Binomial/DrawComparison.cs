using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Binomial;

/// <summary>Trials and hazard of one draw.</summary>
internal readonly record struct DrawCase(int Trials, float Hazard);

/// <summary>Chooses a draw. The 64 bits it will meet are known beforehand, so it can stand wherever it likes beside the steps of the distribution.</summary>
internal delegate DrawCase DrawChoice(SplitMix64 random, ulong bits);

/// <summary>What a comparison saw.</summary>
/// <param name="Draws">Draws compared.</param>
/// <param name="LargeDraws">Those of a mean n h above 100.</param>
/// <param name="Differences">Those that are another integer than the definition's.</param>
/// <param name="First">The first of them, with everything that repeats it.</param>
internal readonly record struct DrawOutcome(long Draws, long LargeDraws, long Differences, string? First);

/// <summary>Compares a sampler with the definition: <see cref="BinomialQuantile"/> with all 64 bits, one Philox block for the upper halves and one for the lower.</summary>
internal static unsafe class DrawComparison
{
    private const uint LowerHalves = 0x8000_0000;

    /// <summary>Compares the product's sampler at a width.</summary>
    /// <param name="lanes">1, 4, 8 or 16.</param>
    /// <param name="random">Chooses streams, addresses, patients and cases.</param>
    /// <param name="draws">Number of draws, rounded up to whole blocks of four times the lanes.</param>
    /// <param name="choose">Asked once a block for how its draws are chosen.</param>
    public static DrawOutcome OfLanes(int lanes, SplitMix64 random, int draws, Func<SplitMix64, DrawChoice> choose) => lanes switch
    {
        16 => Of<Lane16, BinomialTransitions<Lane16>>(random, draws, choose),
        8 => Of<Lane8, BinomialTransitions<Lane8>>(random, draws, choose),
        4 => Of<Lane4, BinomialTransitions<Lane4>>(random, draws, choose),
        _ => Of<Lane1, BinomialTransitions<Lane1>>(random, draws, choose),
    };

    /// <summary>Compares a sampler.</summary>
    /// <typeparam name="T">The lane type.</typeparam>
    /// <typeparam name="TSampler">The sampler.</typeparam>
    /// <param name="random">As in <see cref="OfLanes"/>.</param>
    /// <param name="draws">As in <see cref="OfLanes"/>.</param>
    /// <param name="choose">As in <see cref="OfLanes"/>.</param>
    public static DrawOutcome Of<T, TSampler>(SplitMix64 random, int draws, Func<SplitMix64, DrawChoice> choose)
        where T : unmanaged, ILanes<T>
        where TSampler : ITransitionSampler<T>
    {
        using var patients = new LaneBuffer<uint>(T.Count);
        using var counts = new LaneBuffer<T>(4);
        using var hazards = new LaneBuffer<T>(4);
        using var drawn = new LaneBuffer<T>(4);
        using var words = new LaneBuffer<uint>(8 * T.Count);
        var bits = stackalloc ulong[4 * T.Count];
        var outcome = default(DrawOutcome);
        while (outcome.Draws < draws)
        {
            var stream = new RandomStream((uint)random.NextBits(), StreamPurpose.Transitions, (uint)random.NextBelow(3));
            var step = (uint)random.NextBelow(6000);
            var draw = (uint)random.NextBelow(random.Chance(0.9) ? 16 : int.MaxValue);
            var next = choose(random);
            for (var lane = 0; lane < T.Count; lane++)
            {
                patients.Start[lane] = (uint)random.NextBits();
                var upper = Philox.Block(stream, step, draw, patients.Start[lane]);
                var lower = Philox.Block(stream, step, draw | LowerHalves, patients.Start[lane]);
                for (var region = 0; region < 4; region++)
                {
                    var at = (region * T.Count) + lane;
                    bits[at] = ((ulong)((uint*)&upper)[region] << 32) | ((uint*)&lower)[region];
                    var one = next(random, bits[at]);
                    ((float*)counts.Start)[at] = one.Trials;
                    ((float*)hazards.Start)[at] = one.Hazard;
                    ((float*)drawn.Start)[at] = float.NaN;
                }
            }

            TSampler.Prepare(stream, step, draw, patients.Start, words.Start);
            TSampler.DrawRegions(in stream, step, draw, patients.Start, words.Start, counts.Start, hazards.Start, drawn.Start);
            for (var at = 0; at < 4 * T.Count; at++)
            {
                var (n, h) = ((int)((float*)counts.Start)[at], ((float*)hazards.Start)[at]);
                var (expected, actual) = (BinomialQuantile.Draw(bits[at], n, h), ((float*)drawn.Start)[at]);
                outcome = outcome with { Draws = outcome.Draws + 1, LargeDraws = outcome.LargeDraws + (n * (double)h > 100 ? 1 : 0) };
                if (actual != expected)
                {
                    var where = $"{T.Count} lanes, {stream}, step {step}, draw {draw}, patient {patients.Start[at % T.Count]}, lane {at % T.Count}, region {at / T.Count}";
                    outcome = outcome with { Differences = outcome.Differences + 1, First = outcome.First ?? $"n {n}, h {h:R}, bits {bits[at]}: {actual} instead of {expected} ({where})" };
                }
            }
        }

        return outcome;
    }
}
