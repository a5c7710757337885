using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Run;

/// <summary>Settings that say where values of a file come from.</summary>
internal static class SourceSettings
{
    /// <summary>Confidence by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, Confidence> Confidences { get; } = new Dictionary<string, Confidence>(StringComparer.Ordinal)
    {
        ["high"] = Confidence.High,
        ["medium"] = Confidence.Medium,
        ["low"] = Confidence.Low,
        ["assumption"] = Confidence.Assumption,
    };

    /// <summary>The group <c>sources</c>.</summary>
    public static MapShape Shape { get; } = new(
        "Where values come from, by the path of the setting or of a group of settings.",
        new ObjectShape(
            "Source of a value.",
            [
                new("source", new Setting("Where the value comes from.", SettingKind.Text, SettingUnit.Text), Required: true),
                new("confidence", new Setting("How far it can be trusted.", SettingKind.Choice, SettingUnit.Text) { Choices = [.. Confidences.Keys] }, Required: true),
            ]),
        "source",
        KeysArePaths: true);
}
