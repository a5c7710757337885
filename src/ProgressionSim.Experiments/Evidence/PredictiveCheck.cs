namespace ProgressionSim.Experiments.Evidence;

/// <summary>A measure over time in one arm, for a visual predictive check.</summary>
/// <param name="Arm">Index of the arm.</param>
/// <param name="Measure">Number of the measure; -1 for the share alive.</param>
/// <param name="Months">Months from symptom onset.</param>
/// <param name="Curves">Over patients alive: the 5th, 50th and 95th percentile; for the share alive one curve.</param>
public sealed record PredictiveCheck(int Arm, int Measure, IReadOnlyList<double> Months, IReadOnlyList<PredictiveCurve> Curves);
