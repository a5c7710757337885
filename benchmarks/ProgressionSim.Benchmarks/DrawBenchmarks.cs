using BenchmarkDotNet.Attributes;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Benchmarks;

/// <summary>A binomial draw of n = 1000: ours at keyed uniforms against a general-purpose library's sampler. Times are per draw.</summary>
public unsafe class DrawBenchmarks
{
    private const int Neurons = 1000;
    private const int Regions = 4;
    private const int BlockDraws = 64;

    // So many that the processor cannot learn by heart how long each takes.
    private const int Blocks = 1024;

    private readonly Xoshiro256StarStar random = new(1, threadSafe: false);
    private readonly RandomStream stream = new(1, StreamPurpose.Transitions);
    private LaneBuffer<uint> patients = null!;
    private LaneBuffer<uint> words = null!;
    private LaneBuffer<Lane16> counts = null!;
    private LaneBuffer<Lane16> hazards = null!;
    private LaneBuffer<Lane16> drawn = null!;
    private uint counter;

    /// <summary>Mean of the draw; 1 and 18 bracket W1's.</summary>
    [Params(1.0, 4.0, 18.0)]
    public double ExpectedCount { get; set; }

    private float Hazard => (float)(ExpectedCount / Neurons);

    [GlobalSetup]
    public void FillBlock()
    {
        patients = new(Lane16.Count);
        words = new(Blocks * 2 * BlockDraws);
        (counts, hazards, drawn) = (new(Regions), new(Regions), new(Regions));
        for (uint lane = 0; lane < Lane16.Count; lane++)
        {
            patients.Start[lane] = lane;
        }

        for (uint block = 0; block < Blocks; block++)
        {
            BinomialTransitions<Lane16>.Prepare(stream, block, 0, patients.Start, Words(block));
        }

        new Span<float>(counts.Start, BlockDraws).Fill(Neurons);
        new Span<float>(hazards.Start, BlockDraws).Fill(Hazard);
    }

    [GlobalCleanup]
    public void GiveBack()
    {
        patients.Dispose();
        words.Dispose();
        counts.Dispose();
        hazards.Dispose();
        drawn.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int MathNetBinomial() => Binomial.Sample(random, ExpectedCount / Neurons, Neurons);

    [Benchmark]
    public int Definition()
    {
        var bits = Philox.Block(stream, counter++, 0, 0);
        return BinomialQuantile.Draw(((ulong)bits.Word0 << 32) | bits.Word1, Neurons, Hazard);
    }

    [Benchmark]
    public int Inversion() => BinomialInversion.TryDraw(Philox.Block(stream, counter++, 0, 0).Word0, Neurons, Hazard);

    /// <summary>Four regions of sixteen patients, as a step draws them, without the random bits.</summary>
    [Benchmark(OperationsPerInvoke = BlockDraws)]
    public void VectorInversion()
    {
        var block = counter++ % Blocks;
        BinomialTransitions<Lane16>.DrawRegions(in stream, block, 0, patients.Start, Words(block), counts.Start, hazards.Start, drawn.Start);
    }

    /// <summary>The random bits of two such draws.</summary>
    [Benchmark(OperationsPerInvoke = 2 * BlockDraws)]
    public void VectorRandomBits() => BinomialTransitions<Lane16>.Prepare(stream, counter++, 0, patients.Start, words.Start);

    private uint* Words(uint block) => words.Start + (block * 2 * BlockDraws);
}
