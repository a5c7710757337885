namespace ProgressionSim.Scenarios.Settings;

/// <summary>A key of a single file that guides reading and is not part of the resolved scenario.</summary>
/// <param name="Meaning">What it does.</param>
/// <param name="MayBeList">True when a list of texts is allowed besides one text.</param>
internal sealed record LayeringShape(string Meaning, bool MayBeList) : Shape(Meaning);
