namespace ProgressionSim.Statistics.MixedModels;

/// <summary>
/// Fixed effects of a random intercept and slope model. Units: y is the unit of the measurements, t that of the times.
/// </summary>
/// <param name="Intercept">Mean at time 0 (of group 0, where the groups may differ), in y.</param>
/// <param name="Slope">Mean slope of group 0, in y per t.</param>
/// <param name="InterceptDifference">Mean at time 0 of group 1 less that of group 0, in y; 0 where the baseline is constrained to be equal.</param>
/// <param name="SlopeDifference">Mean slope of group 1 less that of group 0, in y per t.</param>
public readonly record struct RandomSlopeFixedEffects(double Intercept, double Slope, double InterceptDifference, double SlopeDifference)
{
    /// <summary>Mean at time 0 of one group, in y.</summary>
    /// <param name="group">0 or 1.</param>
    public double InterceptOf(int group) => group == 0 ? Intercept : Intercept + InterceptDifference;

    /// <summary>Mean slope of one group, in y per t.</summary>
    /// <param name="group">0 or 1.</param>
    public double SlopeOf(int group) => group == 0 ? Slope : Slope + SlopeDifference;
}
