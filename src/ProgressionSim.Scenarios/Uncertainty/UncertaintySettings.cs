using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Questions;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Uncertainty;

/// <summary>Settings of what is not known about settings of everyone.</summary>
internal static class UncertaintySettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "uncertainty";

    /// <summary>The group <c>uncertainty</c>.</summary>
    public static ObjectShape Shape { get; } = new(
        "Settings of everyone that are not known, drawn together for each outer replicate; absent or null: all are taken as known.",
        [
            new(ParameterSettings.List, ParameterSettings.Shape("Settings that are not known; absent: those fitted to evidence alone.")),
            new("correlations", CorrelationSettings.Shape()),
            new("fitted", new Setting("True: settings fitted to evidence are not known either, as far as the scenario leaves them as fitted.", SettingKind.Flag, SettingUnit.Switch)
            {
                Default = "true",
                Source = "A fit leaves its parameters uncertain",
            }),
            new("outerReplicates", new Setting("Draws of the parameters.", SettingKind.WholeNumber, SettingUnit.Draws)
            {
                Range = NumberRange.Between(10, 10_000),
                Default = "200",
                Source = "Gives the variance of the parameters within about a tenth",
                Advice = "For a first look, write 50.",
            }),
            new("patients", new Setting("Patients simulated for each draw, the same for all.", SettingKind.WholeNumber, SettingUnit.Patients)
            {
                Range = NumberRange.Between(10, 1_000_000),
                Default = "500",
                Source = "The same patients for every draw, so few are enough",
                Advice = "For a first look, write 200.",
            }),
            .. QuestionSettings.Members,
        ],
        StandsAlone: false);
}
