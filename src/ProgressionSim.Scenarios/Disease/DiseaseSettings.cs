using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Population;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Disease;

/// <summary>Settings of how motor neurons become stressed, recover and die.</summary>
internal static class DiseaseSettings
{
    private const string MeanField = "Starting value, set by hand so that general ALS loses about 0.9 ALSFRS-R points a month and half of the patients live about 31 months from symptoms";

    private static readonly NumberRange Rate = NumberRange.NonNegative(100);

    /// <summary>The group <c>disease</c>.</summary>
    public static ObjectShape Shape { get; } = new(
        "How motor neurons become stressed, recover and die.",
        [
            new("motorNeuronsPerRegion", new Setting("Motor neurons of a region at biological onset.", SettingKind.WholeRegions, SettingUnit.Neurons)
            {
                Range = NumberRange.Between(100, DiseaseParameters.MaximumMotorNeuronsPerRegion),
                Default = "1000",
                Source = "Assumption: enough that chance within a patient stays small; true numbers are larger and differ by region",
            }),
            Number("focusFraction", "Fraction of the onset region's neurons that are stressed at biological onset.", SettingUnit.Fraction, NumberRange.Fraction, "0.005", MeanField),
            new("motorUnitTypes", MotorUnitTypes()),
            new("stress", Stress()),
            new("regionVulnerability", new Setting("Factor of each region on the stress rate.", SettingKind.Regions, SettingUnit.Factor)
            {
                Range = NumberRange.NonNegative(100),
                Default = """{ "bulbar": 1, "cervical": 1, "respiratory": 0.82, "lumbosacral": 1 }""",
                Source = $"{MeanField}; the respiratory subscore falls least steeply, Thakore 2018, n=3,367",
                Confidence = Confidence.Low,
            }),
            new("death", Death()),
            new("recovery", new ObjectShape(
                "Stressed back to healthy.",
                [
                    Number("spontaneousRatePerMonth", "Recovery of a stressed neuron without treatment.", SettingUnit.PerNeuronPerMonth, Rate, "0", "Assumption: without treatment nothing recovers", Confidence.Assumption),
                    new("treatedRatePerMonth", PopulationSettings.TreatedRecovery),
                ])),
            new("toxicProtein", new ObjectShape(
                "The protein that drives the disease and that silencing lowers.",
                [
                    Number(
                        "halfLifeMonths",
                        "Half-life of the toxic protein.",
                        SettingUnit.Months,
                        NumberRange.Between(0.001, 1200),
                        "0.75",
                        "Assumption: weeks; the half-life of human FUS in the nervous system was not found",
                        Confidence.Assumption),
                ])),
            new("compensation", Compensation()),
        ]);

    private static ListShape MotorUnitTypes() => new(
        "Kinds of motor unit that make up every region.",
        new ObjectShape(
            "A kind of motor unit.",
            [
                new("name", new Setting("Name, unique in the scenario.", SettingKind.Name, SettingUnit.Text), Required: true),
                new("share", TypeSetting("Share of a region's motor neurons; the shares of all types add to 1.", SettingUnit.Share, NumberRange.Positive(1)), Required: true),
                new("vulnerability", TypeSetting("Factor on the stress and death rates of this type.", SettingUnit.Factor, NumberRange.NonNegative(100)), Required: true),
            ]),
        "motor-unit type",
        1,
        16)
    {
        NameKey = "name",
        Default = """[ { "name": "all", "share": 1, "vulnerability": 1 } ]""",
        Example = """For one kind, write [ { "name": "all", "share": 1, "vulnerability": 1 } ].""",
    };

    private static Setting TypeSetting(string meaning, SettingUnit unit, NumberRange range) =>
        new(meaning, SettingKind.Number, unit) { Range = range, Source = "Assumption: one kind of motor unit unless a scenario splits them" };

    private static ObjectShape Stress() => new(
        "Healthy to stressed.",
        [
            new("spontaneousRatePerMonth", Regions("Stress that arises by itself.", "0", "Assumption: stress comes by spread from the focus", Confidence.Assumption)),
            new("withinRegionRatePerMonth", Regions("Spread within a region, at an affected fraction of 1.", "0.276", MeanField, Confidence.Low)),
            new("betweenRegionRatePerMonth", PopulationSettings.BetweenRegion),
            new("contiguity", new Setting("Relative strength of spread from one region (column) to another (row).", SettingKind.RegionMatrix, SettingUnit.Factor)
            {
                Range = NumberRange.NonNegative(100),
                Default = "[[0, 1, 0.4, 0.15], [0.8, 0, 1, 0.4], [0.3, 0.8, 0, 0.6], [0.15, 0.5, 0.6, 0]]",
                Source = "Starting value: spread is mostly to neighbours, Gromicho 2020 PMC7359118, n=1,376; the numbers are an assumption",
                Confidence = Confidence.Low,
            }),
            Number(
                "proteinIndependentShare",
                "Share of stress that no longer depends on the toxic protein: 0 silencing stops all of it, 1 it does nothing.",
                SettingUnit.Share,
                NumberRange.Fraction,
                "0.3",
                "Assumption: leaves most patients declining under silencing, as in the ulefnersen case series, Lancet 2025",
                Confidence.Assumption),
            Exponent(),
        ]);

    private static ObjectShape Death() => new(
        "Stressed to lost.",
        [
            new("ratePerMonth", Regions("Death of a stressed neuron.", "0.072", MeanField, Confidence.Low)),
            Number(
                "proteinIndependentShare",
                "Share of death that no longer depends on the toxic protein: 0 silencing stops all of it, 1 it does nothing.",
                SettingUnit.Share,
                NumberRange.Fraction,
                "0.15",
                "Assumption: leaves most patients declining under silencing, as in the ulefnersen case series, Lancet 2025",
                Confidence.Assumption),
            Exponent(),
        ]);

    private static ObjectShape Compensation() => new(
        "Collateral sprouting: surviving motor units enlarge and hide losses until they reach a limit.",
        [
            Number(
                "maximumEnlargement",
                "Largest enlargement of a motor unit; 1 switches compensation off.",
                SettingUnit.Factor,
                NumberRange.Between(1, 1000),
                "2.9",
                "Starting value: disputed between about 1 (Aggarwal and Nicholson 2001; Hegedus 2007) and 5 to 8 (PMC6579668); vary it and report both",
                Confidence.Low,
                "For no compensation, write 1."),
            Number("ratePerMonth", "Rate at which enlargement approaches its target.", SettingUnit.PerMonth, Rate, "0.5", "Assumption: sprouting takes some two months", Confidence.Assumption),
            Number("stressedNeuronFunction", "Share of its function that a stressed neuron keeps.", SettingUnit.Share, NumberRange.Fraction, "0.12", MeanField),
        ]);

    private static Member Exponent() => Number(
        "proteinExponent",
        "Exponent on the toxic-protein level.",
        SettingUnit.Exponent,
        NumberRange.Positive(20),
        "1",
        "Assumption: in proportion to the protein; FUS toxicity depends on dose, Korobeynikov 2022, doi 10.1038/s41591-021-01615-z",
        Confidence.Assumption);

    private static Setting Regions(string meaning, string value, string source, Confidence confidence) =>
        new(meaning, SettingKind.Regions, SettingUnit.PerNeuronPerMonth) { Range = Rate, Default = value, Source = source, Confidence = confidence };

    private static Member Number(
        string name, string meaning, SettingUnit unit, NumberRange range, string value, string source, Confidence confidence = Confidence.Low, string advice = "") =>
        new(name, new Setting(meaning, SettingKind.Number, unit) { Range = range, Default = value, Source = source, Confidence = confidence, Advice = advice });
}
