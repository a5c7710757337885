namespace ProgressionSim.Scenarios.Settings;

/// <summary>An object whose keys are names the scenario chooses.</summary>
/// <param name="Meaning">What it holds.</param>
/// <param name="Item">What each name stands for.</param>
/// <param name="Noun">What one entry is called.</param>
/// <param name="KeysArePaths">True when keys are paths of settings rather than names.</param>
internal sealed record MapShape(string Meaning, Shape Item, string Noun, bool KeysArePaths = false) : Shape(Meaning);
