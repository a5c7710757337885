namespace ProgressionSim.Statistics.Tables;

/// <summary>Outcome of a chi-square test of a two by two table.</summary>
/// <param name="Status">Not estimable when a group is empty or an outcome does not occur; the numbers are NaN then.</param>
/// <param name="ChiSquare">At least 0, 1 degree of freedom.</param>
/// <param name="Z">Its root; above 0 when yes is more frequent in group 1.</param>
/// <param name="PValue">Two-sided.</param>
public readonly record struct ChiSquareResult(FitStatus Status, double ChiSquare, double Z, double PValue);
