namespace ProgressionSim.Experiments.Timing;

/// <summary>The course of one patient in one arm.</summary>
/// <param name="OffsetMonths">The examined start; null for the reference.</param>
/// <param name="StartMonths">When treatment really started, months from the report origin; null for never.</param>
/// <param name="DeathMonths">Death or permanent ventilation, months from the report origin; null when alive at month M.</param>
/// <param name="Scores">ALSFRS-R that the patient's function stands for, without the noise of visits, at months 0, 1, 2, ... lived.</param>
public sealed record PatientCourse(double? OffsetMonths, double? StartMonths, double? DeathMonths, IReadOnlyList<double> Scores);
