namespace ProgressionSim.Statistics.Means;

/// <summary>Outcome of an analysis of covariance.</summary>
/// <param name="Effect">Adjusted mean of group 1 minus that of group 0, with its t test.</param>
/// <param name="Patients">Patients analysed: those with response and all covariates.</param>
/// <param name="ResidualStandardDeviation">Of the response about the fit, same unit; NaN when not estimable.</param>
public readonly record struct AncovaResult(EffectEstimate Effect, int Patients, double ResidualStandardDeviation);
