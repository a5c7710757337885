using ProgressionSim.Experiments.Evidence;

namespace ProgressionSim.Experiments.Calibration;

/// <summary>A quantity before and after the fit.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Before">Prediction at the centre of the beliefs.</param>
/// <param name="After">Prediction at the fitted values.</param>
/// <param name="StandardError">Monte Carlo standard error of the latter.</param>
public sealed record QuantityFit(EvidenceQuantity Quantity, double Before, double After, double StandardError);
