namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>A share of an output's variance, with its error from resampling.</summary>
/// <param name="Value">Estimate. Between 0 and 1 in truth; the estimate may lie slightly outside.</param>
/// <param name="StandardError">Standard deviation over the resamples, at least 0.</param>
/// <param name="Low">Lower 95 % limit.</param>
/// <param name="High">Upper 95 % limit.</param>
public readonly record struct SobolIndex(double Value, double StandardError, double Low, double High);
