using ProgressionSim.Engine.Running;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Model.Lanes;

namespace ProgressionSim.Benchmarks.Workloads;

/// <summary>A lane type with the sampler that goes with it. A new sampler is measured by naming it here.</summary>
/// <param name="Lanes">Number of lanes.</param>
/// <param name="Paths">Makes a run without recording.</param>
/// <param name="Recorded">Makes a run with recording.</param>
internal sealed record Width(int Lanes, Func<RunPlan, IPatientRun> Paths, Func<RunPlan, IPatientRun> Recorded)
{
    /// <summary>Gets the widths this machine can work with, the widest last.</summary>
    public static IReadOnlyList<Width> Supported { get; } = [.. All().Where(width => width.IsSupported).Select(width => width.Width)];

    public string Name => Lanes == 1 ? "1 lane" : $"{Lanes} lanes";

    private static IEnumerable<(bool IsSupported, Width Width)> All() =>
    [
        (true, Of<Lane1, BinomialTransitions<Lane1>>()),
        (Lane8.IsSupported, Of<Lane8, BinomialTransitions<Lane8>>()),
        (Lane16.IsSupported, Of<Lane16, BinomialTransitions<Lane16>>()),
    ];

    private static Width Of<T, TSampler>()
        where T : unmanaged, ILanes<T>
        where TSampler : ITransitionSampler<T> =>
        new(T.Count, plan => new PathRun<T, TSampler>(plan), plan => new RecordedRun<T, TSampler>(plan));
}
