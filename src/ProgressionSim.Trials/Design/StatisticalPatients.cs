namespace ProgressionSim.Trials.Design;

/// <summary>
/// Patients of a statistical generator. One class without association is a random-slope model with survival, one with association a shared-parameter joint
/// model, several classes are latent classes.
/// </summary>
/// <param name="Classes">At least one.</param>
/// <param name="Effects">What each model arm changes; the first changes nothing.</param>
/// <param name="Lowest">Lowest score: lower ones are set to it; null for no limit.</param>
/// <param name="Highest">Highest score likewise.</param>
/// <param name="WholePoints">True when scores are rounded to whole points.</param>
public sealed record StatisticalPatients(
    IReadOnlyList<PatientClass> Classes, IReadOnlyList<ArmEffect> Effects, double? Lowest, double? Highest, bool WholePoints) : PatientModel;
