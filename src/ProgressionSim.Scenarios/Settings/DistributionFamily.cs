using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Scenarios.Settings;

/// <summary>A kind of distribution.</summary>
/// <param name="Name">Name in scenarios.</param>
/// <param name="Forms">Alternative sets of parameters; every parameter of one set is needed.</param>
/// <param name="MayBeLimited">True when <c>min</c> and <c>max</c> may limit it.</param>
/// <param name="Build">Makes it from its parameters.</param>
internal sealed record DistributionFamily(
    string Name,
    IReadOnlyList<IReadOnlyList<DistributionParameter>> Forms,
    bool MayBeLimited,
    Func<Func<string, double?>, Distribution> Build);
