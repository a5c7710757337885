namespace ProgressionSim.Experiments.Evidence;

/// <summary>One curve of a visual predictive check, by month.</summary>
/// <param name="Percentile">5, 50 or 95; 0 for the share alive.</param>
/// <param name="Value">With the scenario's own values; NaN where fewer than 20 patients are alive.</param>
/// <param name="Low">2.5 % over draws of the uncertain parameters; equal to the value where nothing is uncertain.</param>
/// <param name="High">97.5 % over them.</param>
public sealed record PredictiveCurve(int Percentile, IReadOnlyList<double> Value, IReadOnlyList<double> Low, IReadOnlyList<double> High);
