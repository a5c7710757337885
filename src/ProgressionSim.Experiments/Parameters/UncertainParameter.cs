using ProgressionSim.Engine.Sampling;

namespace ProgressionSim.Experiments.Parameters;

/// <summary>A setting of everyone whose value is not known, with what is believed about it.</summary>
/// <param name="Path">Path of the setting.</param>
/// <param name="Distribution">Distribution of its value, in the setting's own unit.</param>
public sealed record UncertainParameter(string Path, Distribution Distribution);
