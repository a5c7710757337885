namespace ProgressionSim.Trials.Design;

/// <summary>When a look stops the trial because success has become unlikely; not binding: the boundary for success does not count on it.</summary>
/// <param name="ConditionalPowerBelow">Conditional power under the current trend below which the trial stops, 0-1; null for beta spending.</param>
/// <param name="Spending">Spending of the type II error, when by spending.</param>
/// <param name="SpendingParameter">Its parameter.</param>
/// <param name="Power">Power the type II error is 1 minus of, when by spending; 0-1.</param>
public sealed record FutilityRule(double? ConditionalPowerBelow, SpendingFunction Spending, double SpendingParameter, double Power);
