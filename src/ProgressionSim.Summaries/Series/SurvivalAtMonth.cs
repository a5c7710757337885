namespace ProgressionSim.Summaries.Series;

/// <summary>Share alive at a month after the report origin, by Kaplan-Meier.</summary>
/// <param name="Month">Months after the origin.</param>
/// <param name="AtRisk">Patients followed up to this month.</param>
/// <param name="Value">Share alive, 0 to 1.</param>
/// <param name="Low">Lower 95 % Monte Carlo limit (log-log); NaN where all or none are alive.</param>
/// <param name="High">Upper limit; NaN likewise.</param>
public sealed record SurvivalAtMonth(int Month, long AtRisk, double Value, double Low, double High);
