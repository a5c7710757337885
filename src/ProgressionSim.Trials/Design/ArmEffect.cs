namespace ProgressionSim.Trials.Design;

/// <summary>What an arm changes in statistical patients, by class.</summary>
/// <param name="Name">Name of the arm.</param>
/// <param name="SlopeDifferencePerMonth">Added to b1 by class, points per month.</param>
/// <param name="HazardRatio">Factor on the hazard of death by class, more than 0.</param>
public sealed record ArmEffect(string Name, IReadOnlyList<double> SlopeDifferencePerMonth, IReadOnlyList<double> HazardRatio);
