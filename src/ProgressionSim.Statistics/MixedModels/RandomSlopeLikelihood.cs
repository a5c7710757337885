namespace ProgressionSim.Statistics.MixedModels;

/// <summary>What a random intercept and slope model maximises.</summary>
public enum RandomSlopeLikelihood
{
    /// <summary>Restricted likelihood (REML): variance components allow for the estimated fixed effects.</summary>
    Restricted = 0,

    /// <summary>Full likelihood (ML): variance components are biased towards 0, but likelihoods of models with different fixed effects can be compared.</summary>
    Full = 1,
}
