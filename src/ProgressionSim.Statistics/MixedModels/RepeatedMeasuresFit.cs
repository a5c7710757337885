namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Difference between groups at one visit by a mixed model for repeated measures.</summary>
/// <param name="Status">Whether there is an answer.</param>
/// <param name="Covariance">Covariance that was fitted; CompoundSymmetry tells that the unstructured one could not be.</param>
/// <param name="Visit">Visit of the difference, from 0.</param>
/// <param name="Difference">Group 1 less group 0 at equal covariates, in the unit of the responses.</param>
/// <param name="StandardError">Standard error from the covariance of generalised least squares, without small-sample correction.</param>
/// <param name="DegreesOfFreedom">Satterthwaite's, above 0.</param>
/// <param name="T">Difference over standard error.</param>
/// <param name="PValue">Two-sided, from Student's t.</param>
/// <param name="MinusTwoLogLikelihood">-2 log restricted likelihood with constants, as nlme and mmrm state it for treatment coding.</param>
/// <param name="Iterations">Newton steps of the fit that is reported.</param>
/// <param name="Patients">Patients with at least one response and all covariates.</param>
/// <param name="Observations">Responses used.</param>
public readonly record struct RepeatedMeasuresFit(
    FitStatus Status,
    VisitCovariance Covariance,
    int Visit,
    double Difference,
    double StandardError,
    double DegreesOfFreedom,
    double T,
    double PValue,
    double MinusTwoLogLikelihood,
    int Iterations,
    int Patients,
    int Observations);
