namespace ProgressionSim.Statistics.Survival;

/// <summary>Time by which a given share of patients had the event, with its confidence limits.</summary>
/// <param name="Value">Time in the unit of the curve; null when the curve stays above the level.</param>
/// <param name="Low">Where the lower confidence band meets the level; null when it does not.</param>
/// <param name="High">Where the upper confidence band meets the level; null when it does not, so the limit is beyond the data.</param>
/// <remarks>
/// Source: Brookmeyer and Crowley, Biometrics 38:29-41 (1982), doi:10.2307/2530286 (limits by inverting the pointwise band).
/// </remarks>
public readonly record struct SurvivalQuantile(double? Value, double? Low, double? High);
