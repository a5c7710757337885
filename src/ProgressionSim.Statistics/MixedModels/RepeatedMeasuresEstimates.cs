namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Fixed effects and covariance of a fitted repeated measures model with K visits.</summary>
/// <param name="FixedEffects">
/// Intercept by visit, group effect by visit, each covariate with an effect by visit (K numbers), each other covariate (one number); covariates of a kind
/// in the order they were given.
/// </param>
/// <param name="FixedCovariance">Their covariance [effect * effects + effect], without small-sample correction.</param>
/// <param name="Sigma">Covariance of the responses of a patient [visit * K + visit].</param>
public sealed record RepeatedMeasuresEstimates(
    IReadOnlyList<double> FixedEffects, IReadOnlyList<double> FixedCovariance, IReadOnlyList<double> Sigma);
