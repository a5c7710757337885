using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Calibration;

/// <summary>Settings of a fit to evidence.</summary>
internal static class CalibrationSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "calibration";

    /// <summary>Name of the setting that names the file of evidence.</summary>
    public const string Targets = "targets";

    /// <summary>The group <c>calibration</c>.</summary>
    public static ObjectShape Shape { get; } = new(
        "Settings to fit to the evidence; absent or null: none.",
        [
            new(Targets, new Setting("File of evidence, relative to this one, merged before everything else.", SettingKind.Text, SettingUnit.Text), Required: true),
            new(ParameterSettings.List, ParameterSettings.Shape("Settings to fit, each with what is believed about it beforehand: normal or logNormal.") with
            {
                Example = """For example [ { "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.07, "cv": 0.3 } ].""",
            }, Required: true),
            Patients("patients", "Patients simulated for each set of values, the same with the same chance in all.", "3000", "Differences between sets of values are those of the same patients"),
            Patients("patientsOfPosterior", "Patients simulated around the best values, for the intervals.", "10000", "Derivatives need less noise than the search"),
            new("generations", new Setting("Most generations of the search.", SettingKind.WholeNumber, new SettingUnit("", "a number of generations"))
            {
                Range = NumberRange.Between(1, 1000),
                Default = "150",
                Source = "Enough for some 16 parameters; the search stops by itself when it has settled",
            }),
            new("candidates", new Setting("Sets of values tried in each generation.", SettingKind.WholeNumber, new SettingUnit("", "a number of candidates"))
            {
                Range = NumberRange.Between(4, 256),
                Default = "14",
                Source = "Usual for 8 to 20 parameters, Hansen 2016, arXiv:1604.00772",
            }),
        ],
        StandsAlone: false);

    private static Member Patients(string name, string meaning, string value, string source) => new(name, new Setting(meaning, SettingKind.WholeNumber, SettingUnit.Patients)
    {
        Range = NumberRange.Between(100, 1_000_000),
        Default = value,
        Source = source,
        Advice = "For a first look, write 500.",
    });
}
