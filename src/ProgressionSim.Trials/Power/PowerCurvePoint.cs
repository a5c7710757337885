namespace ProgressionSim.Trials.Power;

/// <summary>A point of the fitted power curve.</summary>
/// <param name="Patients">Patients randomised.</param>
/// <param name="Power">Fitted power.</param>
/// <param name="Low">Lower limit of its 95 % interval.</param>
/// <param name="High">Upper limit.</param>
public readonly record struct PowerCurvePoint(int Patients, double Power, double Low, double High);
