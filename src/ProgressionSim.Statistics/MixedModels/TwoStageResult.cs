namespace ProgressionSim.Statistics.MixedModels;

/// <summary>Comparison of the patients' own least-squares slopes between two groups. Numbers are NaN where the status is not estimated.</summary>
/// <param name="Status">Estimated, or not estimable where a group has fewer than two patients with a slope or all slopes of a group are alike.</param>
/// <param name="Patients0">Patients of group 0 with a slope, that is, with measurements at two times or more.</param>
/// <param name="Patients1">Patients of group 1 with a slope.</param>
/// <param name="MeanSlope0">Unweighted mean slope of group 0.</param>
/// <param name="MeanSlope1">Unweighted mean slope of group 1.</param>
/// <param name="Estimate">Mean of group 1 less that of group 0.</param>
/// <param name="Pooled">Student's test, which assumes equal variances.</param>
/// <param name="Welch">Welch's test, which does not.</param>
public readonly record struct TwoStageResult(
    FitStatus Status,
    int Patients0,
    int Patients1,
    double MeanSlope0,
    double MeanSlope1,
    double Estimate,
    TwoStageTest Pooled,
    TwoStageTest Welch);
