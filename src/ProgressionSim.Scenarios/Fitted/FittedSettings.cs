using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Fitted;

/// <summary>Settings that were fitted to evidence, with how sure they are; written by the command that fits.</summary>
internal static class FittedSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "fitted";

    /// <summary>The group <c>fitted</c>.</summary>
    public static MapShape Shape { get; } = new(
        "Settings fitted to evidence, by the name of the fit. One counts as not known as long as the scenario leaves it at its fitted value.",
        new ObjectShape(
            "One fit.",
            [
                new("evidence", new Setting("File of the evidence it was fitted to.", SettingKind.Text, SettingUnit.Text)),
                new(ParameterSettings.List, ParameterSettings.Shape("Fitted settings, each with what is known about it after the fit."), Required: true),
                new("correlations", CorrelationSettings.Shape()),
            ]),
        "fit");
}
