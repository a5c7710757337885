namespace ProgressionSim.Experiments.Uncertainty;

/// <summary>Where the variance of an outcome comes from in one arm.</summary>
/// <param name="Arm">Arm.</param>
/// <param name="Outcome">Number of the outcome.</param>
/// <param name="Split">The variance of one patient's outcome, split.</param>
/// <param name="Patients">Number of patients it rests on: those with an origin in every replicate.</param>
public sealed record ArmVariance(int Arm, int Outcome, VarianceSplit Split, int Patients);
