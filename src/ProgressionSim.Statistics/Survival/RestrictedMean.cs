namespace ProgressionSim.Statistics.Survival;

/// <summary>Mean event-free time up to a horizon: the area under the survival curve from 0 to that horizon.</summary>
/// <param name="Horizon">The horizon, in the unit of the curve; at least 0.</param>
/// <param name="Value">Restricted mean, 0 to the horizon, in the same unit.</param>
/// <param name="StandardError">Standard error, at least 0, in the same unit; without the factor m/(m-1) some texts add for m events.</param>
/// <remarks>
/// Variance: sum over event times before the horizon of (area from there to the horizon)^2 d / (n (n - d)); a time at which
/// everyone left at risk has the event adds 0, since no area follows it.
/// Source: Klein and Moeschberger, Survival Analysis, 2nd ed. (2003), section 4.5, doi:10.1007/b97377.
/// </remarks>
public readonly record struct RestrictedMean(double Horizon, double Value, double StandardError);
