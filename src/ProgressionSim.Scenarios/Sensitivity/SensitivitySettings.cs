using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Questions;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Sensitivity;

/// <summary>Settings of which parameters matter.</summary>
internal static class SensitivitySettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "sensitivity";

    /// <summary>Name of Sobol' indices.</summary>
    public const string Sobol = "sobol";

    /// <summary>Name of Morris screening.</summary>
    public const string Morris = "morris";

    /// <summary>Base points of Sobol' indices where none are said.</summary>
    public const double DefaultBasePoints = 1024;

    /// <summary>Trajectories of Morris screening where none are said.</summary>
    public const double DefaultTrajectories = 50;

    /// <summary>Methods by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, SensitivityMethod> Methods { get; } = new Dictionary<string, SensitivityMethod>(StringComparer.Ordinal)
    {
        [Sobol] = SensitivityMethod.Sobol,
        [Morris] = SensitivityMethod.Morris,
    };

    /// <summary>The group <c>sensitivity</c>.</summary>
    public static ObjectShape Shape { get; } = new(
        "Which settings an outcome, and the benefit of a treatment, depend on; absent or null: not asked.",
        [
            new("method", new Setting("Shares of the variance (sobol), or a ranking from fewer runs (morris).", SettingKind.Choice, SettingUnit.Text)
            {
                Choices = [.. Methods.Keys],
                Default = $"\"{Sobol}\"",
                Source = "Shares of the variance can be compared with each other",
            }),
            new(ParameterSettings.List, ParameterSettings.Shape("Settings that are not known, independent of each other."), Required: true),
            .. QuestionSettings.Members,
            new("basePoints", new Setting("Base points of sobol, a power of two; 1024 when absent.", SettingKind.WholeNumber, SettingUnit.BasePoints)
            {
                Range = NumberRange.Between(16, 65_536),
                Source = "Usual: first indices within a few hundredths",
                Advice = "Write 1024.",
            }),
            new("trajectories", new Setting("Trajectories of morris; 50 when absent.", SettingKind.WholeNumber, SettingUnit.Trajectories)
            {
                Range = NumberRange.Between(4, 10_000),
                Source = "Usual: enough for a ranking",
                Advice = "Write 50.",
            }),
            new("patients", new Setting("Patients simulated at each point, the same at all of them.", SettingKind.WholeNumber, SettingUnit.Patients)
            {
                Range = NumberRange.Between(1, 1_000_000),
                Default = "200",
                Source = "The same patients at every point, so few are enough",
                Advice = "For a first look, write 200.",
            }),
        ],
        StandsAlone: false);
}
