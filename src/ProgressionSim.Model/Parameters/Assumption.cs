namespace ProgressionSim.Model.Parameters;

/// <summary>One setting of a run with where it comes from, as reports show it.</summary>
/// <param name="Path">Path in the scenario, for example <c>disease.death.ratePerMonth</c>.</param>
/// <param name="Value">Value as it would stand in a scenario file.</param>
/// <param name="Unit">Unit; empty for a pure number.</param>
/// <param name="Meaning">What the setting means, in a sentence.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="Confidence">How far it can be trusted.</param>
public sealed record Assumption(string Path, string Value, string Unit, string Meaning, string Source, Confidence Confidence);
