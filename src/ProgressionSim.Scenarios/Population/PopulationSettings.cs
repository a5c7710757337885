using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Population;

/// <summary>Settings of where virtual patients come from.</summary>
internal static class PopulationSettings
{
    /// <summary>Name of the between-region rate in subgroups and correlations.</summary>
    public const string BetweenRegionRate = "betweenRegionRatePerMonth";

    /// <summary>Name of the treated recovery rate in subgroups and correlations.</summary>
    public const string TreatedRecoveryRate = "treatedRecoveryRatePerMonth";

    private const string SpreadSource = "Starting value, set by hand towards the interval to the second region, 12.8 months, Fujimura-Kiyono 2011, n=150; it gives about 16";

    /// <summary>Rate of spread between regions; stands in <c>disease.stress</c>.</summary>
    public static Setting BetweenRegion { get; } = Varying(
        "Rate of spread from one region to another, before contiguity; differs between patients.",
        SettingUnit.PerNeuronPerMonth,
        NumberRange.NonNegative(100),
        """{ "distribution": "logNormal", "median": 0.0013, "cv": 1.2 }""",
        SpreadSource,
        Confidence.Low);

    /// <summary>Recovery without toxic protein; stands in <c>disease.recovery</c>.</summary>
    public static Setting TreatedRecovery { get; } = Varying(
        "Recovery of a stressed neuron when the toxic protein is gone; differs widely between patients.",
        SettingUnit.PerNeuronPerMonth,
        NumberRange.NonNegative(100),
        """{ "distribution": "logNormal", "median": 0.01, "cv": 1.5 }""",
        "Assumption: makes recovery possible and rare, as in the ulefnersen case series (one of 12), Lancet 2025, doi 10.1016/S0140-6736(25)00513-6",
        Confidence.Assumption);

    /// <summary>Quantities in the order documentation shows them.</summary>
    public static IReadOnlyList<Member> Quantities { get; } =
    [
        new("progressionRate", Varying(
            "The patient's factor on the rates of stress and death; 1 is the median patient.",
            SettingUnit.Factor,
            NumberRange.NonNegative(100),
            """{ "distribution": "logNormal", "median": 1, "cv": 0.47 }""",
            "Starting value: gives an ALSFRS-R slope SD near 0.5 points per month, PRECISION-ALS 2025, n=7,030 (published SDs range from 0.49 to 1.13)",
            Confidence.Low)),
        new("ageAtBiologicalOnsetYears", Varying(
            "Age at which the first motor neurons become stressed.",
            SettingUnit.AgeYears,
            NumberRange.Between(0, 120),
            """{ "distribution": "normal", "mean": 60, "sd": 12, "min": 18, "max": 95 }""",
            "Assumption: adult ALS of usual age",
            Confidence.Assumption)),
        new("onsetRegion", new Setting("Region in which the disease begins.", SettingKind.OnsetRegion, SettingUnit.Weight)
        {
            Default = """{ "distribution": "categorical", "weights": { "bulbar": 0.31, "cervical": 0.345, "respiratory": 0, "lumbosacral": 0.345 } }""",
            Source = "Irish ALS register: 30.8 % bulbar; assumption: the rest begins in arms and legs alike",
            Confidence = Confidence.Medium,
        }),
        new("diagnosticDelayMonths", Varying(
            "Time from symptom onset to diagnosis.",
            SettingUnit.Months,
            NumberRange.NonNegative(600),
            """{ "distribution": "logNormal", "median": 10.7, "cv": 0.9 }""",
            "Irish ALS register: log-normal with meanlog 2.37 and sdlog 0.768",
            Confidence.Medium)),
        new("enrolmentMonths", new Setting("Time from symptom onset to enrolment, for runs outside a trial.", SettingKind.Varying, SettingUnit.Months)
        {
            Range = NumberRange.NonNegative(600),
        }),
        new("regionVulnerabilityFactor", Varying(
            "The patient's own factor on the stress rate of a region; drawn for each region.",
            SettingUnit.Factor,
            NumberRange.NonNegative(100),
            """{ "distribution": "logNormal", "median": 1, "cv": 0.2 }""",
            "Starting value: spread of regional courses in a mean-field population",
            Confidence.Low)),
        new("baselineSvcPercent", Varying(
            "Slow vital capacity with healthy respiratory motor neurons.",
            SettingUnit.PercentPredicted,
            NumberRange.Between(1, 200),
            """{ "distribution": "normal", "mean": 98, "sd": 12 }""",
            "Assumption: near the predicted value; EMPOWER patients had 90.5 (SD 17.1) at entry, Andrews 2018 PMC5833488, n=893",
            Confidence.Low)),
    ];

    /// <summary>Names that correlations may pair and subgroups may override.</summary>
    public static IReadOnlyList<string> QuantityNames { get; } = [.. Quantities.Select(quantity => quantity.Name), BetweenRegionRate, TreatedRecoveryRate];

    /// <summary>The group <c>population</c>.</summary>
    public static ObjectShape Shape { get; } = new(
        "Where virtual patients come from.",
        [
            .. Quantities,
            new("correlations", new ListShape("Correlations between quantities, on the normal scale of a Gaussian copula.", Correlation(), "correlation", 0, 100) { Default = "[]" }),
            new("subgroups", new ListShape("Shares of the population with distributions of their own; the rest has the population's.", Subgroup(), "subgroup", 0, 100)
            {
                NameKey = "name",
                Default = "[]",
            }),
        ]);

    private static ObjectShape Correlation() => new(
        "Correlation of two quantities.",
        [
            new("between", new Setting("The two quantities.", SettingKind.Pair, SettingUnit.Text) { Choices = QuantityNames }, Required: true),
            new("value", new Setting("Correlation of the two on the normal scale.", SettingKind.Number, SettingUnit.Correlation)
            {
                Range = new NumberRange(-1, 1, MinimumIsOpen: true, MaximumIsOpen: true),
            }, Required: true),
        ]);

    private static ObjectShape Subgroup() => new(
        "A share of the population.",
        [
            new("name", new Setting("Name, unique in the scenario.", SettingKind.Name, SettingUnit.Text), Required: true),
            new("share", new Setting("Share of all patients.", SettingKind.Number, SettingUnit.Share) { Range = NumberRange.Positive(1) }, Required: true),
            .. Quantities.Select(quantity => new Member(quantity.Name, WithoutDefault((Setting)quantity.Shape))),
            new(BetweenRegionRate, WithoutDefault(BetweenRegion)),
            new(TreatedRecoveryRate, WithoutDefault(TreatedRecovery)),
        ]);

    private static Setting WithoutDefault(Setting setting) => setting with { Default = null, Source = "No default: the population's own unless a subgroup says otherwise." };

    private static Setting Varying(string meaning, SettingUnit unit, NumberRange range, string value, string source, Confidence confidence) =>
        new(meaning, SettingKind.Varying, unit) { Range = range, Default = value, Source = source, Confidence = confidence };
}
