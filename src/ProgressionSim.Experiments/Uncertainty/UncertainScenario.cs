using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Experiments.Work;

namespace ProgressionSim.Experiments.Uncertainty;

/// <summary>A scenario whose parameters are uncertain.</summary>
/// <param name="Plan">The parameters and how often they are drawn.</param>
/// <param name="Source">Makes plans of the scenario.</param>
/// <param name="Finished">Replicates done before; null for none.</param>
public sealed record UncertainScenario(UncertaintyPlan Plan, IPlanSource Source, IFinishedWork? Finished);
