namespace ProgressionSim.Experiments.Parameters;

/// <summary>A value of one setting of a scenario.</summary>
/// <param name="Path">Path of the setting, for example <c>treatments.ideal80.knockdown</c>.</param>
/// <param name="Value">Its value, in the setting's own unit; finite.</param>
public readonly record struct ParameterValue(string Path, double Value);
