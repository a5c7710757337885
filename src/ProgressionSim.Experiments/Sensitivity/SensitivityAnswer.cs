namespace ProgressionSim.Experiments.Sensitivity;

/// <summary>What one number depends on.</summary>
/// <param name="Of">Which number.</param>
/// <param name="Tornado">What each parameter alone does, between its 10 % and 90 % quantiles.</param>
/// <param name="Sobol">Shares of its variance; null with another method.</param>
/// <param name="Morris">Elementary effects; null with another method.</param>
public sealed record SensitivityAnswer(SensitivityOf Of, Tornado Tornado, SobolIndices? Sobol, MorrisEffects? Morris);
