namespace ProgressionSim.Trials.Design;

/// <summary>Where a trial's patients come from.</summary>
public abstract record PatientModel;
