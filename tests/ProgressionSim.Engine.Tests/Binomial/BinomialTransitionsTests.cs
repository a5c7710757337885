using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Binomial;

public sealed unsafe class BinomialTransitionsTests
{
    [Fact]
    [Trait("Evidence", "Statistical")]
    public void Draws_have_the_binomial_distribution()
    {
        // 240,000 draws; chi-square against critical value at 4e-6 (z 4.6, Wilson-Hilferty). A hazard 2 % off shifts the mean by 0.36, 42 standard errors.
        const float Hazard = 0.0184f;
        var drawn = Sample(Hazard, 60_000);
        ChiSquare(drawn, Hazard);
        StatAssert.Rejects("hazard 2 % too high", () => ChiSquare(drawn, Hazard * 1.02f));
        StatAssert.Rejects("hazard 0.5 % too low", () => ChiSquare(drawn, Hazard * 0.995f));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Each_region_uses_its_own_word_and_undecided_draws_all_64_bits()
    {
        Lane1* counts = stackalloc Lane1[4];
        Lane1* hazards = stackalloc Lane1[4];
        Lane1* drawn = stackalloc Lane1[4];
        uint* words = stackalloc uint[8];
        var stream = new RandomStream(12, StreamPurpose.Transitions);
        float[] n = [1000, 20_000, 1000, 7];
        float[] h = [0.01f, 0.5f, 9, 0.4f];
        for (uint patient = 0; patient < 500; patient++)
        {
            for (var i = 0; i < 4; i++)
            {
                (counts[i], hazards[i]) = (new Lane1(n[i]), new Lane1(h[i]));
            }

            BinomialTransitions<Lane1>.Prepare(stream, 5, 2, &patient, words);
            BinomialTransitions<Lane1>.DrawRegions(in stream, 5, 2, &patient, words, counts, hazards, drawn);
            var (upper, lower) = (Philox.Block(stream, 5, 2, patient), Philox.Block(stream, 5, 2 | 0x8000_0000, patient));
            Assert.Equal(BinomialQuantile.Draw(((ulong)upper.Word0 << 32) | lower.Word0, 1000, 0.01f), drawn[0].Value);
            Assert.Equal(BinomialQuantile.Draw(((ulong)upper.Word1 << 32) | lower.Word1, 20_000, 0.5f), drawn[1].Value);
            Assert.Equal(BinomialQuantile.Draw(((ulong)upper.Word2 << 32) | lower.Word2, 1000, 9), drawn[2].Value);
            Assert.Equal(BinomialQuantile.Draw(((ulong)upper.Word3 << 32) | lower.Word3, 7, 0.4f), drawn[3].Value);
        }
    }

    private static int[] Sample(float hazard, uint patients)
    {
        Lane1* counts = stackalloc Lane1[4];
        Lane1* hazards = stackalloc Lane1[4];
        Lane1* drawn = stackalloc Lane1[4];
        uint* words = stackalloc uint[8];
        var frequencies = new int[1001];
        for (uint patient = 0; patient < patients; patient++)
        {
            for (var i = 0; i < 4; i++)
            {
                (counts[i], hazards[i]) = (new Lane1(1000), new Lane1(hazard));
            }

            var stream = new RandomStream(31, StreamPurpose.Transitions);
            BinomialTransitions<Lane1>.Prepare(stream, 0, 0, &patient, words);
            BinomialTransitions<Lane1>.DrawRegions(in stream, 0, 0, &patient, words, counts, hazards, drawn);
            for (var i = 0; i < 4; i++)
            {
                frequencies[(int)drawn[i].Value]++;
            }
        }

        return frequencies;
    }

    private static void ChiSquare(int[] frequencies, float hazard)
    {
        var binomial = new MathNet.Numerics.Distributions.Binomial(1 - Math.Exp(-(double)hazard), 1000);
        double total = frequencies.Sum();
        double statistic = 0, expectedTail = 0, observedTail = 0;
        var cells = 0;
        for (var k = 0; k <= 1000; k++)
        {
            expectedTail += total * binomial.Probability(k);
            observedTail += frequencies[k];
            var left = total * (1 - binomial.CumulativeDistribution(k));
            if ((expectedTail >= 25 && left >= 25) || k == 1000)
            {
                statistic += (observedTail - expectedTail) * (observedTail - expectedTail) / expectedTail;
                cells++;
                (expectedTail, observedTail) = (0, 0);
            }
        }

        double freedom = cells - 1;
        var normal = (Math.Cbrt(statistic / freedom) - 1 + (2 / (9 * freedom))) / Math.Sqrt(2 / (9 * freedom));
        StatAssert.Mean("chi-square on the normal scale", Math.Max(normal, 0), 0, 1);
    }
}
