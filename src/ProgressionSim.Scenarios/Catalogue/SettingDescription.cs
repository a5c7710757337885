using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Catalogue;

/// <summary>One setting as documentation shows it.</summary>
/// <param name="Path">Path pattern; <c>*</c> stands for a name and <c>[]</c> for any item of a list.</param>
/// <param name="Kind">Shape of its value.</param>
/// <param name="Unit">Unit; empty for a pure number or text.</param>
/// <param name="Range">Allowed numbers in words; empty when any are.</param>
/// <param name="Default">Default in JSON; null when there is none.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
/// <param name="Source">Where the default comes from.</param>
/// <param name="Confidence">How far the default can be trusted.</param>
public sealed record SettingDescription(
    string Path,
    SettingKind Kind,
    string Unit,
    string Range,
    string? Default,
    string Meaning,
    string Source,
    Confidence Confidence);
