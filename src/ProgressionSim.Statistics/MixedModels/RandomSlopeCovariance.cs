namespace ProgressionSim.Statistics.MixedModels;

/// <summary>
/// Covariance matrix of the estimated fixed effects, (X'V^-1 X)^-1 at the estimated variance components, not adjusted for their uncertainty.
/// Entries with the difference of intercepts are 0 where the baseline is constrained to be equal.
/// </summary>
/// <param name="Intercept">Variance of the intercept.</param>
/// <param name="Slope">Variance of the slope of group 0.</param>
/// <param name="InterceptDifference">Variance of the difference of intercepts.</param>
/// <param name="SlopeDifference">Variance of the difference of slopes.</param>
/// <param name="InterceptAndSlope">Covariance of intercept and slope.</param>
/// <param name="InterceptAndInterceptDifference">Covariance of intercept and difference of intercepts.</param>
/// <param name="InterceptAndSlopeDifference">Covariance of intercept and difference of slopes.</param>
/// <param name="SlopeAndInterceptDifference">Covariance of slope and difference of intercepts.</param>
/// <param name="SlopeAndSlopeDifference">Covariance of slope and difference of slopes.</param>
/// <param name="InterceptDifferenceAndSlopeDifference">Covariance of the two differences.</param>
public readonly record struct RandomSlopeCovariance(
    double Intercept,
    double Slope,
    double InterceptDifference,
    double SlopeDifference,
    double InterceptAndSlope,
    double InterceptAndInterceptDifference,
    double InterceptAndSlopeDifference,
    double SlopeAndInterceptDifference,
    double SlopeAndSlopeDifference,
    double InterceptDifferenceAndSlopeDifference);
