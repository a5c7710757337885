namespace ProgressionSim.Scenarios.Settings;

/// <summary>A number a distribution needs.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Range">Allowed numbers.</param>
/// <param name="IsValue">True when it is a value of the quantity itself, so the quantity's own range holds too.</param>
internal sealed record DistributionParameter(string Name, NumberRange Range, bool IsValue = false);
