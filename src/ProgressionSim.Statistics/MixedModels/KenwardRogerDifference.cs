namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Difference between groups at a visit with the small-sample correction of Kenward and Roger.</summary>
/// <param name="Status">Whether there is an answer.</param>
/// <param name="Covariance">Covariance that was fitted.</param>
/// <param name="Visit">Visit, from 0.</param>
/// <param name="Difference">Group 1 less group 0 at equal covariates, in the unit of the responses.</param>
/// <param name="StandardError">Corrected standard error.</param>
/// <param name="DegreesOfFreedom">For one contrast those of Satterthwaite.</param>
/// <param name="T">Difference over standard error.</param>
/// <param name="PValue">Two-sided, from Student's t.</param>
public readonly record struct KenwardRogerDifference(
    FitStatus Status, VisitCovariance Covariance, int Visit, double Difference, double StandardError, double DegreesOfFreedom, double T, double PValue);
