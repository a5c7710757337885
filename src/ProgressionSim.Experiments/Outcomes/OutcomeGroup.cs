namespace ProgressionSim.Experiments.Outcomes;

/// <summary>A group of patients that results are also given for.</summary>
/// <param name="Name">Name: <c>all</c>, a subgroup of the scenario, <c>slow</c> or <c>fast</c>.</param>
/// <param name="Kind">What defines it.</param>
public sealed record OutcomeGroup(string Name, OutcomeGroupKind Kind);
