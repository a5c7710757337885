using Microsoft.Extensions.Configuration;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Disease;

/// <summary>Turns a checked scenario into disease parameters.</summary>
internal static class DiseaseMapping
{
    /// <summary>Maps the group <c>disease</c>.</summary>
    public static DiseaseParameters Map(IConfiguration disease) => new()
    {
        MotorNeuronsPerRegion = disease.Regions("motorNeuronsPerRegion"),
        FocusFraction = disease.Number("focusFraction"),
        MotorUnitTypes = [.. disease.Items("motorUnitTypes").Select(type => new MotorUnitType(type.Text("name"), type.Number("share"), type.Number("vulnerability")))],
        RegionVulnerability = disease.Regions("regionVulnerability"),
        Stress = Stress(disease.GetSection("stress")),
        Death = new DeathParameters
        {
            RatePerMonth = disease.Regions("death:ratePerMonth"),
            ProteinIndependentShare = disease.Number("death:proteinIndependentShare"),
            ProteinExponent = disease.Number("death:proteinExponent"),
        },
        SpontaneousRecoveryRatePerMonth = disease.Number("recovery:spontaneousRatePerMonth"),
        ToxicProteinHalfLifeMonths = disease.Number("toxicProtein:halfLifeMonths"),
        Compensation = new CompensationParameters
        {
            MaximumEnlargement = disease.Number("compensation:maximumEnlargement"),
            RatePerMonth = disease.Number("compensation:ratePerMonth"),
            StressedNeuronFunction = disease.Number("compensation:stressedNeuronFunction"),
        },
    };

    private static StressParameters Stress(IConfigurationSection stress) => new()
    {
        SpontaneousRatePerMonth = stress.Regions("spontaneousRatePerMonth"),
        WithinRegionRatePerMonth = stress.Regions("withinRegionRatePerMonth"),
        Contiguity = [.. Enumerable.Range(0, RegionValues.Count).Select(row => Row(stress.Numbers(FormattableString.Invariant($"contiguity:{row}"))))],
        ProteinIndependentShare = stress.Number("proteinIndependentShare"),
        ProteinExponent = stress.Number("proteinExponent"),
    };

    private static RegionValues Row(double[] numbers) => new(numbers[0], numbers[1], numbers[2], numbers[3]);
}
