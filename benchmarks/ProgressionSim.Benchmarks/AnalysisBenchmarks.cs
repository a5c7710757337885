using BenchmarkDotNet.Attributes;
using ProgressionSim.Benchmarks.Analyses;

namespace ProgressionSim.Benchmarks;

/// <summary>The analyses of a trial of 200 patients and 7 visits, from raw data to the p-value. Times are per analysis.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    // So many that the processor cannot learn by heart how their branches go.
    private const int Trials = 100;

    private readonly AnalysisSet set = new();
    private SimulatedTrial[] trials = null!;
    private int next;

    [GlobalSetup]
    public void DrawTrials()
    {
        var generator = new TrialGenerator();
        trials = [.. Enumerable.Range(0, Trials).Select(_ => generator.Next())];
    }

    [Benchmark]
    public double LogRank() => set.LogRank(Next());

    [Benchmark]
    public double RandomSlope() => set.RandomSlope(Next());

    [Benchmark]
    public double RepeatedMeasures() => set.RepeatedMeasures(Next());

    [Benchmark]
    public double JointRank() => set.JointRank(Next());

    [Benchmark]
    public double Cox() => set.Cox(Next());

    [Benchmark]
    public double RestrictedMean() => set.RestrictedMean(Next());

    private SimulatedTrial Next()
    {
        next = next == Trials - 1 ? 0 : next + 1;
        return trials[next];
    }
}
