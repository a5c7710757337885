namespace ProgressionSim.Statistics.Survival;

/// <summary>A survival curve read at one time.</summary>
/// <param name="Time">Time asked for, in the unit of the curve.</param>
/// <param name="AtRisk">Patients whose time is this one or later; see <see cref="SurvivalCurve.AtRiskAt"/>.</param>
/// <param name="Survival">S(t), 0 to 1; a step at exactly this time is included.</param>
/// <param name="StandardError">Greenwood standard error of S(t), at least 0; NaN where S is 0.</param>
/// <param name="Low">Lower confidence limit, 0 to 1; NaN where undefined.</param>
/// <param name="High">Upper confidence limit, 0 to 1; NaN where undefined.</param>
public readonly record struct SurvivalPoint(double Time, long AtRisk, double Survival, double StandardError, double Low, double High);
