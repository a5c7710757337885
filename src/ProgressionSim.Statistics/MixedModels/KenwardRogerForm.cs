namespace ProgressionSim.Statistics.MixedModels;

/// <summary>
/// Parameters in which the small-sample correction of Kenward and Roger is worked out; it depends on them where the covariance is not linear in them.
/// </summary>
public enum KenwardRogerForm
{
    /// <summary>The variances and covariances themselves, as SAS does for an unstructured covariance ("Kenward-Roger-Linear" in the R package mmrm).</summary>
    Linear = 0,

    /// <summary>
    /// Logarithms of the diagonal of the Cholesky factor and its rows over their diagonal ("Kenward-Roger" in mmrm); of no effect for compound
    /// symmetry.
    /// </summary>
    LogCholesky = 1,
}
