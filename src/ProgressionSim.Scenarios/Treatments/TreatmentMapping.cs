using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Population;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Treatments;

/// <summary>Turns a checked scenario into treatments. Their order is that of their names, so it does not depend on how files are written or layered.</summary>
internal static class TreatmentMapping
{
    /// <summary>Sections of the treatments in the order of the plan.</summary>
    public static IReadOnlyList<IConfigurationSection> Sections(IConfiguration scenario) =>
        [.. scenario.Items("treatments").OrderBy(section => section.Key, StringComparer.Ordinal)];

    /// <summary>Maps one treatment.</summary>
    public static Treatment Map(IConfigurationSection section) => section.Text("kind") switch
    {
        TreatmentSettings.Antisense => Antisense(section),
        TreatmentSettings.Knockdown => new KnockdownTreatment(section.Key)
        {
            Knockdown = section.Number("knockdown"),
            RampMonths = section.Number("rampMonths"),
            StopAfterMonths = section.OptionalNumber("stopAfterMonths"),
        },
        _ => new RateRatioTreatment(section.Key)
        {
            StressRatio = section.Number("stressRatio"),
            DeathRatio = section.Number("deathRatio"),
            RampMonths = section.Number("rampMonths"),
            StopAfterMonths = section.OptionalNumber("stopAfterMonths"),
        },
    };

    /// <summary>How patients differ in their response to a treatment; null for a treatment without concentrations.</summary>
    public static DrugResponseVariation? Response(IConfigurationSection section) =>
        section.Text("kind") == TreatmentSettings.Antisense
            ? new DrugResponseVariation(
                section.Varying("pharmacodynamics:ec50MgPerL", TreatmentSettings.Ec50),
                section.Varying("pharmacokinetics:clearanceFactor", TreatmentSettings.ClearanceFactor))
            : null;

    private static AntisenseTreatment Antisense(IConfigurationSection section) => new(section.Key)
    {
        DoseMilligrams = section.Number("doseMilligrams"),
        Schedule = new DoseSchedule
        {
            LoadingDays = section.Numbers("schedule:loadingDays"),
            LoadingShares = section.GetSection("schedule:loadingMilligrams").Exists()
                ? [.. section.Numbers("schedule:loadingMilligrams").Select(amount => amount / section.Number("doseMilligrams"))]
                : null,
            MaintenanceIntervalDays = section.OptionalNumber("schedule:maintenanceIntervalDays"),
            MissedDoseProbability = section.Number("schedule:missedDoseProbability"),
        },
        StopAfterMonths = section.OptionalNumber("schedule:stopAfterMonths"),
        Pharmacokinetics = Pharmacokinetics(section.GetSection("pharmacokinetics")),
        MaximumKnockdown = section.Number("pharmacodynamics:maximumKnockdown"),
        Hill = section.Number("pharmacodynamics:hill"),
    };

    private static IntrathecalPharmacokinetics Pharmacokinetics(IConfigurationSection section)
    {
        var compartments = section.Items("compartments")
            .Select(item => new DrugCompartment(item.Text("name"), item.Number("volumeLiters"), item.Number("clearanceLitersPerHour")))
            .ToList();
        int Index(string name) => compartments.FindIndex(compartment => compartment.Name == name);
        return new IntrathecalPharmacokinetics
        {
            Compartments = compartments,
            Exchanges = [.. section.Items("exchanges").Select(item => new DrugExchange(Index(item.Text("between:0")), Index(item.Text("between:1")), item.Number("litersPerHour")))],
            EffectCompartment = Index(section.Text("effectCompartment")),
        };
    }
}
