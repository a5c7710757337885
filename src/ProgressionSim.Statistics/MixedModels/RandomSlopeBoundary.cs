namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Where the estimated covariance of random intercept and slope lies among the permitted ones.</summary>
public enum RandomSlopeBoundary
{
    /// <summary>Both variances are above 0 and the correlation is strictly between -1 and 1.</summary>
    Interior = 0,

    /// <summary>The covariance has rank 1: the correlation is -1 or 1, or one of the variances is 0.</summary>
    RankOne = 1,

    /// <summary>Patients do not differ: both variances are 0.</summary>
    NoVariation = 2,
}
