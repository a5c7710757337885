namespace ProgressionSim.Trials.Power;

/// <summary>A value estimated by simulation.</summary>
/// <param name="Value">The estimate; NaN when no trial gave one.</param>
/// <param name="StandardError">Its Monte Carlo standard error; NaN when it cannot be told.</param>
/// <param name="Low">Lower limit of its 95 % Monte Carlo interval.</param>
/// <param name="High">Upper limit.</param>
public readonly record struct SimulatedValue(double Value, double StandardError, double Low, double High);
