namespace ProgressionSim.Trials.Power;

/// <summary>What becomes of the patients of one arm, means over trials.</summary>
/// <param name="Arm">Index of the arm.</param>
/// <param name="Randomised">Patients randomised.</param>
/// <param name="Deaths">Deaths or permanent ventilation of patients still in the trial, within the planned follow-up.</param>
/// <param name="Dropouts">Patients who left.</param>
/// <param name="Rescued">Patients rescued.</param>
public sealed record ArmConduct(int Arm, SimulatedValue Randomised, SimulatedValue Deaths, SimulatedValue Dropouts, SimulatedValue Rescued);
