namespace ProgressionSim.Statistics.MixedModels;

/// <summary>
/// Estimates of a random intercept and slope model for two groups, and the test of equal slopes. Units: y is the unit of the measurements, t that of the times.
/// All numbers are NaN where the status is <see cref="FitStatus.NotEstimable"/>.
/// </summary>
/// <param name="Status">Whether the numbers may be used. An optimum on the boundary of the permitted covariances counts as estimated.</param>
/// <param name="Boundary">Where the covariance of the random effects lies; on the boundary the degrees of freedom take the rank as known.</param>
/// <param name="Estimate">Slope of group 1 less that of group 0, in y per t.</param>
/// <param name="StandardError">Of the estimate; above 0. Inflated where the test is that of Kenward and Roger.</param>
/// <param name="DegreesOfFreedom">Of the t distribution the statistic is compared with; above 0, at most 1e10.</param>
/// <param name="Statistic">Estimate over standard error.</param>
/// <param name="PValue">Two-sided.</param>
/// <param name="FixedEffects">Means of the groups.</param>
/// <param name="FixedEffectsCovariance">Their covariance matrix, without inflation.</param>
/// <param name="Components">Variances within and between patients.</param>
/// <param name="MinusTwoLogLikelihood">
/// Restricted: log|V| + log|X'V^-1 X| + r'V^-1 r + (N - p) log 2 pi; full: log|V| + r'V^-1 r + N log 2 pi. As lme4 and nlme define them.
/// </param>
/// <param name="Observations">Measurements used.</param>
/// <param name="Patients">Patients with at least one measurement.</param>
/// <param name="Iterations">Times the derivatives of the likelihood were formed.</param>
public readonly record struct RandomSlopeFit(
    FitStatus Status,
    RandomSlopeBoundary Boundary,
    double Estimate,
    double StandardError,
    double DegreesOfFreedom,
    double Statistic,
    double PValue,
    RandomSlopeFixedEffects FixedEffects,
    RandomSlopeCovariance FixedEffectsCovariance,
    RandomSlopeComponents Components,
    double MinusTwoLogLikelihood,
    int Observations,
    int Patients,
    int Iterations);
