namespace ProgressionSim.Statistics.Survival;

/// <summary>Outcome of a log-rank test of group 1 against group 0.</summary>
/// <param name="Status">Not estimable when no event time has both groups at risk; then z, chi-square and p-value are NaN.</param>
/// <param name="ReferenceObserved">Events in group 0.</param>
/// <param name="ReferenceExpected">Events expected in group 0 if the hazards were the same.</param>
/// <param name="Observed">Events in group 1.</param>
/// <param name="Expected">Events expected in group 1 if the hazards were the same.</param>
/// <param name="Variance">Hypergeometric variance of observed minus expected.</param>
/// <param name="Z">(Observed - Expected)/sqrt(Variance); below 0 when group 1 has fewer events than expected.</param>
/// <param name="ChiSquare">Z squared, 1 degree of freedom.</param>
/// <param name="PValue">Two-sided.</param>
public readonly record struct LogRankResult(
    FitStatus Status,
    double ReferenceObserved,
    double ReferenceExpected,
    double Observed,
    double Expected,
    double Variance,
    double Z,
    double ChiSquare,
    double PValue);
