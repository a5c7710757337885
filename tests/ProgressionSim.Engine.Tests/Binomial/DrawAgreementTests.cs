using System.Globalization;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;
using ProgressionSim.TestKit;

namespace ProgressionSim.Engine.Tests.Binomial;

/// <summary>The sampler of the simulation draws the definition's integer at every width, from everywhere in its range.</summary>
/// <remarks>
/// What the tests can see: of draws at random places, one in 1 / e shows an error e of F near its step, so 60,000 of them reach every regime and mixture but
/// see no error of F below some 5e-5. Beside the steps each draw stands within some 1e-7 of one, relative to the mean where that is below 1: there single
/// precision shows even with a second look within 2^-22, and so does a sampler that never looks at the lower 32 bits.
/// </remarks>
public sealed class DrawAgreementTests(ITestOutputHelper output)
{
    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Draws_anywhere_are_those_of_the_definition(int lanes) => Agrees(lanes, 0xD1_00, 60_000, DrawCases.Anywhere);

    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Draws_beside_the_steps_are_those_of_the_definition(int lanes) => Agrees(lanes, 0xD2_00, 20_000, DrawCases.BesideAStep);

    [Theory]
    [Trait("Evidence", "Oracle")]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Draws_of_one_kind_are_those_of_the_definition(int lanes)
    {
        var series = 0xD3_00UL;
        foreach (var (n, h) in Structured())
        {
            Agrees(lanes, series++, 256, DrawCases.Same(n, h));
            Agrees(lanes, series++, 128, DrawCases.Sparse(n, h));
        }
    }

    /// <summary>
    /// Means n h of 0.001 to 3 in 60 % of the draws, 3 to 30 in 30 %, 30 to 100 in 8 %, 100 to 20,000 in 2 %, which are two million: most are small, as in a
    /// simulation, since the definition's time grows with the mean. Half of the blocks mix them, see <see cref="DrawCases.ByBand"/>.
    /// </summary>
    [Fact]
    [Trait("Evidence", "Oracle")]
    [Trait("Category", "Long")]
    public void A_hundred_million_draws_of_the_widest_vector_are_those_of_the_definition()
    {
        const int Chunks = 1024;
        const int DrawsPerChunk = 100_000;
        var lanes = Array.Find([16, 8, 1], Records.Supports);
        var outcomes = new DrawOutcome[Chunks];
        Parallel.For(0, Chunks, new ParallelOptions { MaxDegreeOfParallelism = 2 }, chunk =>
            outcomes[chunk] = DrawComparison.OfLanes(lanes, new SplitMix64(0xD4_00, (ulong)chunk), DrawsPerChunk, DrawCases.ByBand));
        var (draws, large) = (outcomes.Sum(outcome => outcome.Draws), outcomes.Sum(outcome => outcome.LargeDraws));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{draws} draws at {lanes} lanes, {large} of a mean above 100"));
        Assert.Null(Array.Find(outcomes, outcome => outcome.First is not null).First);
        Assert.True(draws >= 100_000_000 && large >= 1_000_000, $"{draws} draws, {large} of a mean above 100");
    }

    /// <summary>Wrong samplers meet the short tests' own draws.</summary>
    [Fact]
    [Trait("Evidence", "Oracle")]
    public void Wrong_samplers_are_rejected()
    {
        Rejected<WrongSamplers.HazardTooHigh>(0xD1_00, 60_000, DrawCases.Anywhere);
        Rejected<WrongSamplers.SinglePrecision>(0xD2_00, 20_000, DrawCases.BesideAStep);
        Rejected<WrongSamplers.TooLittleDoubt>(0xD2_00, 20_000, DrawCases.BesideAStep);
        Rejected<WrongSamplers.UpperHalvesOnly>(0xD2_00, 20_000, DrawCases.BesideAStep);
    }

    private static IEnumerable<DrawCase> Structured()
    {
        // 63.9 and 64.1 are either side of where vectors stop, 50 of where the expansion begins.
        foreach (var mean in (float[])[0.01f, 1, 10, 49.9f, 50.1f, 63.9f, 64.1f, 100, 300, 599, 601, 5000])
        {
            foreach (var n in (int[])[1, 10, 100, 1000, 20_000])
            {
                if (mean / n <= 10)
                {
                    yield return new(n, mean / n);
                }
            }
        }

        foreach (var limit in (float[])[0.25f, 0.6f, 8])
        {
            foreach (var n in (int[])[1, 2, 17, 240, 1000, 20_000])
            {
                yield return new(n, MathF.BitDecrement(limit));
                yield return new(n, limit);
                yield return new(n, MathF.BitIncrement(limit));
            }
        }

        foreach (var h in (float[])[1e-30f, 1e-9f, 1e-5f, 0.1f, 1, 3, 10, 20, 60, 90, 700, 720, 1e6f, float.MaxValue])
        {
            foreach (var n in (int[])[1, 2, 20_000])
            {
                yield return new(n, h);
            }
        }
    }

    private static void Agrees(int lanes, ulong series, int draws, Func<SplitMix64, DrawChoice> choose)
    {
        Assert.SkipUnless(Records.Supports(lanes), $"no {lanes} lanes here");
        Assert.Null(DrawComparison.OfLanes(lanes, new SplitMix64(series, (ulong)lanes), draws, choose).First);
    }

    private void Rejected<TWrong>(ulong series, int draws, Func<SplitMix64, DrawChoice> choose)
        where TWrong : ITransitionSampler<Lane1>
    {
        var outcome = DrawComparison.Of<Lane1, TWrong>(new SplitMix64(series, 1), draws, choose);
        output.WriteLine($"{typeof(TWrong).Name}: {outcome.Differences} of {outcome.Draws} draws differ");
        Assert.True(outcome.Differences > 0, $"{typeof(TWrong).Name} is not told apart");
    }
}
