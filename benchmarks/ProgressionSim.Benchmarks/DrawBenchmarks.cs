using BenchmarkDotNet.Attributes;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using ProgressionSim.Engine.Random;
using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Benchmarks;

/// <summary>One binomial draw of n = 1000: ours at a keyed uniform against a general-purpose library's sampler.</summary>
public class DrawBenchmarks
{
    private const int Neurons = 1000;
    private readonly Xoshiro256StarStar random = new(1, threadSafe: false);
    private uint counter;

    /// <summary>Mean of the draw: 1 and 18 bracket W1's.</summary>
    [Params(1.0, 4.0, 18.0)]
    public double Mean { get; set; }

    [Benchmark(Baseline = true)]
    public int MathNetBinomial() => Binomial.Sample(random, Mean / Neurons, Neurons);

    [Benchmark]
    public int Inversion()
    {
        var bits = Philox.Block(counter++, 0, 0, 0, 1, 2).Word0;
        return BinomialInversion.TryDraw(bits, Neurons, (float)(Mean / Neurons));
    }

    [Benchmark]
    public int Definition()
    {
        var bits = Philox.Block(counter++, 0, 0, 0, 1, 2);
        return BinomialQuantile.Draw(((ulong)bits.Word0 << 32) | bits.Word1, Neurons, (float)(Mean / Neurons));
    }
}
