using ProgressionSim.Engine.Running;

namespace ProgressionSim.Trials.Design;

/// <summary>Patients of the disease model.</summary>
/// <param name="Run">
/// Disease, measures, population, treatments and arms; its origin is enrolment. Its number of patients, horizon and recorded measures are not used.
/// </param>
public sealed record MechanisticPatients(RunPlan Run) : PatientModel;
