using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Population;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Scenarios.Measures;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Population;

/// <summary>Turns a checked scenario into a population.</summary>
internal static class PopulationMapping
{
    private static readonly PatientQuantity[] Vulnerabilities =
    [
        PatientQuantity.BulbarVulnerability,
        PatientQuantity.CervicalVulnerability,
        PatientQuantity.RespiratoryVulnerability,
        PatientQuantity.LumbosacralVulnerability,
    ];

    /// <summary>The quantities a name in a scenario stands for; four for the regional factor, one for every other.</summary>
    public static IReadOnlyDictionary<string, PatientQuantity[]> QuantitiesByName { get; } = new Dictionary<string, PatientQuantity[]>(StringComparer.Ordinal)
    {
        ["progressionRate"] = [PatientQuantity.ProgressionRate],
        ["ageAtBiologicalOnsetYears"] = [PatientQuantity.AgeAtBiologicalOnsetYears],
        ["onsetRegion"] = [PatientQuantity.OnsetRegion],
        ["diagnosticDelayMonths"] = [PatientQuantity.DiagnosticDelayMonths],
        ["enrolmentMonths"] = [PatientQuantity.EnrolmentMonths],
        ["regionVulnerabilityFactor"] = Vulnerabilities,
        ["baselineSvcPercent"] = [PatientQuantity.BaselineSvcPercent],
        [PopulationSettings.BetweenRegionRate] = [PatientQuantity.BetweenRegionRatePerMonth],
        [PopulationSettings.TreatedRecoveryRate] = [PatientQuantity.TreatedRecoveryRatePerMonth],
    };

    /// <summary>Maps the population.</summary>
    /// <param name="scenario">The whole scenario.</param>
    /// <param name="drugResponse">Drug response by treatment.</param>
    public static PatientPopulation Map(IConfiguration scenario, IReadOnlyList<DrugResponseVariation?> drugResponse)
    {
        var population = scenario.GetSection("population");
        var quantities = new Distribution[PatientPopulation.QuantityCount];
        quantities[(int)PatientQuantity.AlsfrsVisitNoiseSd] = scenario.Varying("measures:alsfrs:visitNoiseSd", MeasureSettings.VisitNoise);
        quantities[(int)PatientQuantity.BetweenRegionRatePerMonth] = scenario.Varying("disease:stress:betweenRegionRatePerMonth", PopulationSettings.BetweenRegion);
        quantities[(int)PatientQuantity.TreatedRecoveryRatePerMonth] = scenario.Varying("disease:recovery:treatedRatePerMonth", PopulationSettings.TreatedRecovery);

        // Nothing asks for enrolment when the scenario does not say when it is.
        quantities[(int)PatientQuantity.EnrolmentMonths] = new ConstantDistribution(0);
        foreach (var (quantity, distribution) in Distributions(population))
        {
            quantities[(int)quantity] = distribution;
        }

        return new PatientPopulation
        {
            Quantities = quantities,
            Correlations = [.. population.Items("correlations").SelectMany(Correlations)],
            Subgroups = [.. population.Items("subgroups").Select(Subgroup)],
            DrugResponse = drugResponse,
        };
    }

    private static IEnumerable<(PatientQuantity Quantity, Distribution Distribution)> Distributions(IConfiguration section)
    {
        foreach (var (name, quantities) in QuantitiesByName)
        {
            if (!section.GetSection(name).Exists())
            {
                continue;
            }

            var distribution = name == "onsetRegion" ? section.OnsetRegion(name) : section.Varying(name, SettingOf(name));
            foreach (var quantity in quantities)
            {
                yield return (quantity, distribution);
            }
        }
    }

    private static Setting SettingOf(string name) => name switch
    {
        PopulationSettings.BetweenRegionRate => PopulationSettings.BetweenRegion,
        PopulationSettings.TreatedRecoveryRate => PopulationSettings.TreatedRecovery,
        _ => (Setting)PopulationSettings.Quantities.First(quantity => quantity.Name == name).Shape,
    };

    private static Subgroup Subgroup(IConfigurationSection section) =>
        new(section.Text("name"), section.Number("share"), Distributions(section).ToDictionary(pair => pair.Quantity, pair => pair.Distribution));

    private static IEnumerable<QuantityCorrelation> Correlations(IConfigurationSection section)
    {
        var value = section.Number("value");
        return from first in QuantitiesByName[section.Text("between:0")]
               from second in QuantitiesByName[section.Text("between:1")]
               select new QuantityCorrelation(first, second, value);
    }
}
