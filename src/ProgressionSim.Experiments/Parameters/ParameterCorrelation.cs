namespace ProgressionSim.Experiments.Parameters;

/// <summary>Correlation of two uncertain parameters: of the normal scores of a Gaussian copula.</summary>
/// <param name="First">Index of one.</param>
/// <param name="Second">Index of the other.</param>
/// <param name="Value">Correlation, between -1 and 1.</param>
public readonly record struct ParameterCorrelation(int First, int Second, double Value);
