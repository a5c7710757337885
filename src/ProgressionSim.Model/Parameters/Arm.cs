namespace ProgressionSim.Model.Parameters;

/// <summary>Patients who share an assignment. Every arm holds the same virtual patients.</summary>
/// <param name="Name">Name, unique in the scenario.</param>
/// <param name="Treatments">Its treatments; empty for an untreated arm.</param>
public sealed record Arm(string Name, IReadOnlyList<ArmTreatment> Treatments);
