namespace ProgressionSim.Experiments.Evidence;

/// <summary>A published quantity beside its prediction.</summary>
/// <param name="Quantity">The published quantity.</param>
/// <param name="Predicted">Prediction with the scenario's own values; NaN when the cohort does not give one.</param>
/// <param name="StandardError">Monte Carlo standard error of the prediction; NaN for series.</param>
/// <param name="Low">
/// Lower end of the predicted interval: 95 % of series where it is about series, else of draws of the uncertain parameters, or Monte Carlo alone where there
/// are neither.
/// </param>
/// <param name="High">Its upper end.</param>
/// <param name="Verdict">Where the prediction lies.</param>
/// <param name="Distribution">For series: the statistic of each, sorted; empty otherwise.</param>
public sealed record QuantityResult(
    EvidenceQuantity Quantity, double Predicted, double StandardError, double Low, double High, EvidenceVerdict Verdict, IReadOnlyList<double> Distribution);
