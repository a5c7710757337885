namespace ProgressionSim.Scenarios.Settings;

/// <summary>A named place in an object.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Shape">What may stand there.</param>
/// <param name="Required">True when it must be written, because it has no default.</param>
internal sealed record Member(string Name, Shape Shape, bool Required = false);
