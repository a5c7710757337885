namespace ProgressionSim.Statistics.JointModels;

/// <summary>A fitted shared-parameter joint model of a line and of death; see <see cref="JointModel"/> for the model.</summary>
/// <param name="Status">Whether the numbers stand. Without any death the line alone is fitted: the effects on death are NaN and the status is
/// Estimated.</param>
/// <param name="Intercept">Mean of the lines at time 0, both groups.</param>
/// <param name="Slope">Mean slope of group 0, per unit of time.</param>
/// <param name="SlopeEffect">Slope of group 1 minus that of group 0, per unit of time.</param>
/// <param name="LogHazard">g0: log hazard of group 0 at time 1 for a line at 0.</param>
/// <param name="DirectEffect">gamma: log hazard ratio of group 1 to group 0 between patients with the same line.</param>
/// <param name="Association">alpha: change of the log hazard for one unit of the line.</param>
/// <param name="LogShape">log rho; 0 without standard error for a constant hazard.</param>
/// <param name="OverallEffect">gamma + alpha * slope effect * t at the mean time t of the observed deaths: direct effect plus what the slope effect has
/// brought by then.</param>
/// <param name="GlobalStatistic">Wald chi-square of no slope effect and no direct effect, 2 degrees of freedom.</param>
/// <param name="InterceptVariance">Variance of the intercepts between patients.</param>
/// <param name="InterceptSlopeCovariance">Covariance of intercept and slope.</param>
/// <param name="SlopeVariance">Variance of the slopes between patients.</param>
/// <param name="ResidualVariance">Variance around a patient's line.</param>
/// <param name="LogLikelihood">Maximum of the log likelihood.</param>
/// <param name="Iterations">Steps taken.</param>
public readonly record struct JointModelFit(
    FitStatus Status,
    JointEffect Intercept,
    JointEffect Slope,
    JointEffect SlopeEffect,
    JointEffect LogHazard,
    JointEffect DirectEffect,
    JointEffect Association,
    JointEffect LogShape,
    JointEffect OverallEffect,
    double GlobalStatistic,
    double InterceptVariance,
    double InterceptSlopeCovariance,
    double SlopeVariance,
    double ResidualVariance,
    double LogLikelihood,
    int Iterations)
{
    /// <summary>p-value of the global test, 0 to 1: the upper tail of chi-square with 2 degrees of freedom.</summary>
    public double GlobalPValue => Math.Exp(-GlobalStatistic / 2);
}
