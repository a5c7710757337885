namespace ProgressionSim.Experiments.Uncertainty;

/// <summary>One source's part of an output's variance.</summary>
/// <param name="Variance">Unbiased estimate, in the output's unit squared; a small one may come out below 0.</param>
/// <param name="StandardError">Standard error of the estimate, at least 0; covers both which draws of the parameters and which patients were taken.</param>
/// <param name="ShareOfTotal">Part of the sum of all three, 0 to 1, with those below 0 taken for 0; the three shares add up to 1.</param>
public readonly record struct VarianceComponent(double Variance, double StandardError, double ShareOfTotal);
