namespace ProgressionSim.Benchmarks.Analyses;

/// <summary>A row of the table.</summary>
/// <param name="Name">Name.</param>
/// <param name="Target">Analyses a second that were asked for; null where none were.</param>
/// <param name="InR">Analyses a second of R on a machine of the kind that the target was set for; null where not measured.</param>
/// <param name="PValue">The analysis.</param>
/// <param name="Trials">Data sets in turn: so many that the processor cannot learn by heart how their branches go, fewer where each takes long.</param>
internal sealed record NamedAnalysis(string Name, double? Target, double? InR, Func<SimulatedTrial, double> PValue, int Trials = 100);
