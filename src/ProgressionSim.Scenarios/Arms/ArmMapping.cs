using Microsoft.Extensions.Configuration;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Arms;

/// <summary>Turns a checked scenario into arms.</summary>
internal static class ArmMapping
{
    private const double DefaultScreeningIntervalMonths = 1;

    /// <summary>Maps one arm.</summary>
    /// <param name="section">The arm.</param>
    /// <param name="treatmentNames">Names of the plan's treatments by index.</param>
    public static Arm Map(IConfigurationSection section, IReadOnlyList<string> treatmentNames) =>
        new(section.Text("name"), [.. section.Items("treatments").Select(item => Treatment(item, section.GetSection("start"), treatmentNames))]);

    /// <summary>Maps a start.</summary>
    /// <param name="start">The start.</param>
    /// <param name="offsetMonths">Its offset; null for that of the group.</param>
    public static TreatmentStart Start(IConfigurationSection start, double? offsetMonths = null) => new()
    {
        At = ArmSettings.Starts[start.Text("at")],
        OffsetMonths = offsetMonths ?? start.Number("offsetMonths"),
        AgeYears = start.OptionalNumber("ageYears") ?? 0,
        NeurofilamentPgPerMl = start.OptionalNumber("pgPerMl") ?? 0,
        ScreeningIntervalMonths = start.OptionalNumber("screeningIntervalMonths") ?? DefaultScreeningIntervalMonths,
    };

    private static ArmTreatment Treatment(IConfigurationSection item, IConfigurationSection armStart, IReadOnlyList<string> treatmentNames)
    {
        var name = item.Value ?? item.Text("use");
        var own = item.GetSection("start");
        return new ArmTreatment(treatmentNames.ToList().IndexOf(name), Start(own.Exists() ? own : armStart), item.OptionalNumber("stopAfterMonths"));
    }
}
