using System.Text.Json.Nodes;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Catalogue;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Tests.Catalogue;

/// <summary>What the catalogue says about each setting. Invariant, and pinned defaults.</summary>
public sealed class SettingCatalogueTests
{
    [Fact]
    public void Every_setting_has_a_meaning_and_a_source() =>
        Assert.All(SettingCatalogue.All, setting =>
        {
            Assert.EndsWith(".", setting.Meaning, StringComparison.Ordinal);
            Assert.NotEmpty(setting.Source);
        });

    [Fact]
    public void Every_default_has_a_source_of_its_own() =>
        Assert.Empty(SettingCatalogue.All
            .Where(setting => setting.Default is not null && (string.IsNullOrWhiteSpace(setting.Source) || setting.Source.StartsWith("No default", StringComparison.Ordinal)))
            .Select(setting => setting.Path));

    [Fact]
    public void A_name_that_carries_a_unit_has_that_unit()
    {
        var units = new (string Ending, string[] Units)[]
        {
            ("RatePerMonth", ["per month", "per neuron per month"]),
            ("ratePerMonth", ["per month", "per neuron per month"]),
            ("PgPerMl", ["pg/mL"]),
            ("pgPerMl", ["pg/mL"]),
            ("PgPerMlMonths", ["pg/mL x months"]),
            ("MgPerL", ["mg/L"]),
            ("LitersPerHour", ["L/h"]),
            ("litersPerHour", ["L/h"]),
            ("Liters", ["L"]),
            ("Milligrams", ["mg"]),
            ("Months", ["months", "pg/mL x months"]),
            ("Days", ["days"]),
            ("AgeYears", ["years"]),
            ("Percent", ["% of predicted"]),
            ("Probability", ["probability"]),
            ("Fraction", ["fraction"]),
            ("share", ["fraction"]),
            ("Share", ["fraction"]),
            ("cv", ["fraction"]),
        };
        Assert.All(SettingCatalogue.All, setting =>
        {
            var expected = units.FirstOrDefault(unit => setting.Path.EndsWith(unit.Ending, StringComparison.Ordinal));
            Assert.True(expected.Units?.Contains(setting.Unit, StringComparer.Ordinal) ?? true, $"{setting.Path} is in {setting.Unit}");
        });
    }

    [Fact]
    public void No_path_is_listed_twice() => Assert.Distinct(SettingCatalogue.All.Select(setting => setting.Path), StringComparer.Ordinal);

    [Fact]
    public void Every_default_is_JSON() => Assert.All(SettingCatalogue.All.Where(setting => setting.Default is not null), setting => JsonNode.Parse(setting.Default!));

    [Theory]
    [InlineData("disease.death.ratePerMonth", "0.072", Confidence.Low)]
    [InlineData("disease.stress.withinRegionRatePerMonth", "0.276", Confidence.Low)]
    [InlineData("disease.compensation.maximumEnlargement", "2.9", Confidence.Low)]
    [InlineData("disease.toxicProtein.halfLifeMonths", "0.75", Confidence.Assumption)]
    [InlineData("measures.survival.maximumRatePerMonth", "0.41", Confidence.Low)]
    [InlineData("measures.motorUnitNumber.cv", "0.09", Confidence.Medium)]
    [InlineData("measures.neurofilament.releasePgPerMlMonths", "150000", Confidence.Low)]
    [InlineData("measures.milestones.symptomOnsetFunction", "0.85", Confidence.Assumption)]
    public void Biological_defaults_are_pinned(string path, string value, Confidence confidence)
    {
        var setting = Assert.Single(SettingCatalogue.All, setting => setting.Path == path);
        Assert.Equal((value, confidence), (setting.Default, setting.Confidence));
    }

    [Fact]
    public void Paths_are_patterns()
    {
        Assert.Equal(SettingKind.Varying, Assert.Single(SettingCatalogue.All, setting => setting.Path == "treatments.*.pharmacodynamics.ec50MgPerL").Kind);
        Assert.Equal(SettingKind.Number, Assert.Single(SettingCatalogue.All, setting => setting.Path == "arms[].start.offsetMonths").Kind);
    }
}
