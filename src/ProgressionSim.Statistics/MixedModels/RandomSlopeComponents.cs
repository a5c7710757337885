namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Variance components of a random intercept and slope model. Units: y is the unit of the measurements, t that of the times.</summary>
/// <param name="Intercept">Variance of the random intercept, in y squared; at least 0.</param>
/// <param name="Slope">Variance of the random slope, in y squared per t squared; at least 0.</param>
/// <param name="Covariance">Covariance of the two, in y squared per t.</param>
/// <param name="Residual">Variance of a single measurement around its patient's line, in y squared; above 0.</param>
public readonly record struct RandomSlopeComponents(double Intercept, double Slope, double Covariance, double Residual)
{
    /// <summary>Correlation of random intercept and slope, -1 to 1; NaN where one of the variances is 0.</summary>
    public double Correlation => Intercept > 0 && Slope > 0 ? Math.Clamp(Covariance / Math.Sqrt(Intercept * Slope), -1, 1) : double.NaN;
}
