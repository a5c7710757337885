namespace ProgressionSim.Trials.Power;

/// <summary>A sample size by formula, to hold against the simulated one.</summary>
/// <param name="Patients">Patients, all arms together.</param>
/// <param name="Formula">Which formula with which inputs, in a sentence; says what it leaves out.</param>
public sealed record ClosedFormSize(double Patients, string Formula);
