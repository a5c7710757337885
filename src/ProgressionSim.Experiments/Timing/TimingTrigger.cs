using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Timing;

/// <summary>A rule that could start treatment in practice, compared with others.</summary>
/// <param name="Name">Name, unique among the triggers.</param>
/// <param name="Start">When it starts treatment.</param>
public sealed record TimingTrigger(string Name, TreatmentStart Start);
