using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Parameters;

/// <summary>Settings of what is not known about settings of everyone.</summary>
internal static class ParameterSettings
{
    /// <summary>Name of the list.</summary>
    public const string List = "parameters";

    /// <summary>Largest number of parameters.</summary>
    public const int Maximum = 32;

    /// <summary>The list <c>parameters</c>.</summary>
    /// <param name="meaning">What it holds.</param>
    public static ListShape Shape(string meaning) => new(
        meaning,
        new Setting(
            "A setting's path with what is believed about its value; a number drawn for it replaces what stands there, distributions between patients included.",
            SettingKind.Parameter,
            SettingUnit.SettingValue),
        "parameter",
        1,
        Maximum)
    {
        Example = """For example [ { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.05, "max": 0.1 } ].""",
    };
}
