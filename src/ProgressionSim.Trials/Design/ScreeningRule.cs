namespace ProgressionSim.Trials.Design;

/// <summary>A rule of eligibility: at least one of its alternatives must hold; an alternative holds when all its conditions do.</summary>
/// <param name="Alternatives">At least one, each with at least one condition on the baseline visit or on what is known at baseline.</param>
public sealed record ScreeningRule(IReadOnlyList<IReadOnlyList<MeasureCondition>> Alternatives);
