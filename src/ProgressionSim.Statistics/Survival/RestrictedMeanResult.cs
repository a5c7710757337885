namespace ProgressionSim.Statistics.Survival;

/// <summary>Restricted mean event-free times of two groups and their difference.</summary>
/// <param name="Reference">Group 0; value and standard error NaN when the group is empty.</param>
/// <param name="Compared">Group 1; likewise.</param>
/// <param name="Difference">Group 1 minus group 0, tested against the normal distribution; above 0 when group 1 lives longer.
/// Not estimable when a group is empty or neither has an event, with patients left at risk, before the horizon.</param>
/// <param name="Extrapolated">Whether a curve had to be carried forward: the last patient of a group was censored before the horizon.</param>
public readonly record struct RestrictedMeanResult(RestrictedMean Reference, RestrictedMean Compared, EffectEstimate Difference, bool Extrapolated);
