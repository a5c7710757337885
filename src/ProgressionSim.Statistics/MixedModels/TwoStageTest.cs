namespace ProgressionSim.Statistics.MixedModels;

/// <summary>A t test of equal mean slopes.</summary>
/// <param name="StandardError">Of the difference of means; above 0.</param>
/// <param name="DegreesOfFreedom">Above 0.</param>
/// <param name="Statistic">Difference over standard error, group 1 less group 0.</param>
/// <param name="PValue">Two-sided.</param>
public readonly record struct TwoStageTest(double StandardError, double DegreesOfFreedom, double Statistic, double PValue);
