namespace ProgressionSim.Scenarios.Loading;

/// <summary>A value that wins over every file.</summary>
/// <param name="Path">Path of the setting; list items by number or name, for example <c>arms[late].start.offsetMonths</c>.</param>
/// <param name="Value">The value: JSON if it is that, text otherwise.</param>
/// <param name="Label">What the user typed, for messages, for example <c>--seed 7</c>.</param>
public sealed record ScenarioOverride(string Path, string Value, string Label);
