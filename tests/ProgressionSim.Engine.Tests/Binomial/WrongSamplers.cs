using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Engine.Tests.Binomial;

/// <summary>Samplers that are wrong on purpose, each by one of the mistakes a fast one can make.</summary>
internal static unsafe class WrongSamplers
{
    /// <summary>Inversion from 0 in single precision with the upper half of the bits; the definition within a doubt of a step and for large means.</summary>
    private static int InSinglePrecision(uint upper, uint lower, int n, float h, float doubt)
    {
        if (n == 0 || h == 0 || n * h > 60 || h > 8)
        {
            return BinomialQuantile.Draw(((ulong)upper << 32) | lower, n, h);
        }

        var uniform = ((upper >> 8) + 0.5f) * (1f / (1 << 24));
        var (term, odds, k) = (MathF.Exp(-n * h), (float)(Math.Exp(h) - 1), 0);
        var (below, cumulative) = (-1f, term);
        while (cumulative < uniform && k < n)
        {
            term *= (n - k) * odds / (k + 1);
            below = cumulative;
            cumulative += term;
            k++;
        }

        return MathF.Min(MathF.Abs(uniform - below), MathF.Abs(cumulative - uniform)) < doubt ? BinomialQuantile.Draw(((ulong)upper << 32) | lower, n, h) : k;
    }

    private delegate int One(uint upper, uint lower, int n, float h);

    private static void Each(One one, in RandomStream stream, uint step, uint draw, uint patient, Lane1* counts, Lane1* hazards, Lane1* drawn)
    {
        var (upper, lower) = (Philox.Block(stream, step, draw, patient), Philox.Block(stream, step, draw | 0x8000_0000, patient));
        for (var region = 0; region < 4; region++)
        {
            drawn[region] = new Lane1(one(((uint*)&upper)[region], ((uint*)&lower)[region], (int)counts[region].Value, hazards[region].Value));
        }
    }

    /// <summary>The definition with hazards 1 in 10,000 too high.</summary>
    internal readonly struct HazardTooHigh : ITransitionSampler<Lane1>
    {
        public static void Prepare(RandomStream stream, uint step, uint draw, uint* patients, uint* words)
        {
            // Makes its own bits.
        }

        public static void DrawRegions(in RandomStream stream, uint step, uint draw, uint* patients, uint* words, Lane1* counts, Lane1* hazards, Lane1* drawn) =>
            Each(static (upper, lower, n, h) => BinomialQuantile.Draw(((ulong)upper << 32) | lower, n, h * 1.0001f), in stream, step, draw, *patients, counts, hazards, drawn);
    }

    /// <summary>Single precision without a second look.</summary>
    internal readonly struct SinglePrecision : ITransitionSampler<Lane1>
    {
        public static void Prepare(RandomStream stream, uint step, uint draw, uint* patients, uint* words)
        {
            // Makes its own bits.
        }

        public static void DrawRegions(in RandomStream stream, uint step, uint draw, uint* patients, uint* words, Lane1* counts, Lane1* hazards, Lane1* drawn) =>
            Each(static (upper, lower, n, h) => InSinglePrecision(upper, lower, n, h, 0), in stream, step, draw, *patients, counts, hazards, drawn);
    }

    /// <summary>Single precision with a second look within 2^-22 of a step: right far more often than not.</summary>
    internal readonly struct TooLittleDoubt : ITransitionSampler<Lane1>
    {
        public static void Prepare(RandomStream stream, uint step, uint draw, uint* patients, uint* words)
        {
            // Makes its own bits.
        }

        public static void DrawRegions(in RandomStream stream, uint step, uint draw, uint* patients, uint* words, Lane1* counts, Lane1* hazards, Lane1* drawn) =>
            Each(static (upper, lower, n, h) => InSinglePrecision(upper, lower, n, h, 1f / (1 << 22)), in stream, step, draw, *patients, counts, hazards, drawn);
    }

    /// <summary>The definition, but with the lower half of the bits left at its middle.</summary>
    internal readonly struct UpperHalvesOnly : ITransitionSampler<Lane1>
    {
        public static void Prepare(RandomStream stream, uint step, uint draw, uint* patients, uint* words)
        {
            // Makes its own bits.
        }

        public static void DrawRegions(in RandomStream stream, uint step, uint draw, uint* patients, uint* words, Lane1* counts, Lane1* hazards, Lane1* drawn) =>
            Each(static (upper, lower, n, h) => BinomialQuantile.Draw(((ulong)upper << 32) | 0x8000_0000, n, h), in stream, step, draw, *patients, counts, hazards, drawn);
    }
}
