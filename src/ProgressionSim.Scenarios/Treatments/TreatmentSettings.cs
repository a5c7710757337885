using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Treatments;

/// <summary>Settings of what drugs do.</summary>
internal static class TreatmentSettings
{
    /// <summary>Dosed into the cerebrospinal fluid, with concentration and effect.</summary>
    public const string Antisense = "antisense";

    /// <summary>A given knock-down.</summary>
    public const string Knockdown = "knockdown";

    /// <summary>Ratios of the rates of stress and death.</summary>
    public const string RateRatio = "rateRatio";

    private const string NoEffect = "Assumption: no effect unless the scenario says one";

    /// <summary>EC50, which varies between patients.</summary>
    public static Setting Ec50 { get; } = new("Effect-compartment concentration of half-maximal knock-down; may differ between patients.", SettingKind.Varying, SettingUnit.MgPerL)
    {
        Range = NumberRange.Positive(1e6),
    };

    /// <summary>Factor on clearance, which varies between patients.</summary>
    public static Setting ClearanceFactor { get; } = new("Factor on every clearance of the drug; may differ between patients.", SettingKind.Varying, SettingUnit.Factor)
    {
        Range = NumberRange.Positive(100),
        Default = "1",
        Source = "Assumption: no differences between patients unless the scenario says some",
    };

    /// <summary>Months after the start at which a treatment stops; no default means never.</summary>
    public static Setting StopAfterMonths { get; } = new("Months after its start at which the treatment stops; absent or null: never.", SettingKind.Number, SettingUnit.Months)
    {
        Range = NumberRange.Positive(1200),
        Advice = "For treatment without end, leave it out.",
    };

    /// <summary>The group <c>treatments</c>.</summary>
    public static MapShape Shape { get; } = new(
        "Treatments that arms may use, each under its name.",
        new KindShape(
            "A treatment.",
            new Dictionary<string, ObjectShape>(StringComparer.Ordinal)
            {
                [Antisense] = new("An antisense drug dosed into the cerebrospinal fluid.", [Kind(), .. AntisenseMembers()]),
                [Knockdown] = new(
                    "An idealised silencing drug.",
                    [
                        Kind(),
                        new("knockdown", Number("Fraction by which production of the toxic protein is lowered.", SettingUnit.Fraction, NumberRange.Fraction), Required: true),
                        Ramp(),
                        new("stopAfterMonths", StopAfterMonths),
                    ]),
                [RateRatio] = new(
                    "A drug that acts directly on the rates of stress and death.",
                    [
                        Kind(),
                        new("stressRatio", Number("Treated over untreated rate of stress.", SettingUnit.Ratio, NumberRange.NonNegative(100), "1", NoEffect)),
                        new("deathRatio", Number("Treated over untreated rate of death.", SettingUnit.Ratio, NumberRange.NonNegative(100), "1", NoEffect)),
                        Ramp(),
                        new("stopAfterMonths", StopAfterMonths),
                    ]),
            }),
        "treatment");

    private static Member Kind() => new("kind", new Setting("What sort of treatment it is.", SettingKind.Choice, SettingUnit.Text) { Choices = [Antisense, Knockdown, RateRatio] }, Required: true);

    private static Member Ramp() =>
        new("rampMonths", Number("Months over which the effect grows from none to full.", SettingUnit.Months, NumberRange.NonNegative(1200), "0", "Assumption: the effect is there at once"));

    private static Member[] AntisenseMembers() =>
    [
        new("doseMilligrams", Number("Amount of one dose.", SettingUnit.Milligrams, NumberRange.Positive(10_000)), Required: true),
        new("schedule", new ObjectShape(
            "When doses are given: loading doses, then maintenance counted from the last of them.",
            [
                new("loadingDays", new Setting("Days of the loading doses.", SettingKind.RisingNumbers, SettingUnit.DayOfTreatment)
                {
                    Range = NumberRange.Between(0, 36_525),
                    Default = "[0]",
                    Source = "Assumption: one dose at the start unless the scenario says more",
                }),
                new("loadingMilligrams", new Setting("Amounts of the loading doses, rising, one for each loading day: dose escalation; absent or null: each is doseMilligrams.", SettingKind.RisingNumbers, SettingUnit.Milligrams)
                {
                    Range = NumberRange.Positive(100_000),
                    Advice = "For whole doses from the start, leave it out.",
                }),
                new("maintenanceIntervalDays", new Setting("Days between maintenance doses; absent or null: none after loading.", SettingKind.Number, SettingUnit.Days)
                {
                    Range = NumberRange.Between(1, 36_525),
                    Advice = "For no doses after loading, leave it out.",
                }),
                new("stopAfterMonths", StopAfterMonths),
                new("missedDoseProbability", Number("Probability that a dose is missed, each independently.", SettingUnit.Probability, NumberRange.Fraction, "0", "Assumption: every dose is given")),
            ])),
        new("pharmacokinetics", new ObjectShape("Where the drug goes.", PharmacokineticMembers()), Required: true),
        new("pharmacodynamics", new ObjectShape(
            "Knock-down from the concentration in the effect compartment.",
            [
                new("maximumKnockdown", Number("Largest knock-down.", SettingUnit.Fraction, NumberRange.Fraction), Required: true),
                new("ec50MgPerL", Ec50, Required: true),
                new("hill", Number("Hill exponent.", SettingUnit.Exponent, NumberRange.Positive(20), "1", "Assumption: a plain saturation curve")),
            ]), Required: true),
    ];

    private static Member[] PharmacokineticMembers() =>
    [
        new("model", new Setting("Sort of model.", SettingKind.Choice, SettingUnit.Text)
        {
            Choices = ["intrathecal"],
            Default = "\"intrathecal\"",
            Source = "The only model there is",
        }),
        new("compartments", new ListShape(
            "Compartments, the dosed one first.",
            new ObjectShape(
                "A well-mixed compartment.",
                [
                    new("name", new Setting("Name, unique in the treatment.", SettingKind.Name, SettingUnit.Text), Required: true),
                    new("volumeLiters", Number("Volume of distribution.", SettingUnit.Liters, NumberRange.Between(1e-6, 1e6)), Required: true),
                    new("clearanceLitersPerHour", Number("Clearance out of the modelled system.", SettingUnit.LitersPerHour, NumberRange.NonNegative(1e6), "0", "No clearance unless the scenario says one")),
                ]),
            "compartment",
            1,
            IntrathecalPharmacokinetics.MaximumCompartments)
        {
            NameKey = "name",
        }, Required: true),
        new("exchanges", new ListShape(
            "Passive exchange between compartments, the same flow both ways.",
            new ObjectShape(
                "An exchange.",
                [
                    new("between", new Setting("The two compartments.", SettingKind.Pair, SettingUnit.Text), Required: true),
                    new("litersPerHour", Number("Exchange flow.", SettingUnit.LitersPerHour, NumberRange.Positive(1e6)), Required: true),
                ]),
            "exchange",
            0,
            15)
        {
            Default = "[]",
        }),
        new("effectCompartment", new Setting("Compartment whose concentration drives knock-down.", SettingKind.Name, SettingUnit.Text), Required: true),
        new("clearanceFactor", ClearanceFactor),
    ];

    private static Setting Number(string meaning, SettingUnit unit, NumberRange range, string? value = null, string? source = null)
    {
        var setting = new Setting(meaning, SettingKind.Number, unit) { Range = range, Default = value };
        return source is null ? setting : setting with { Source = source };
    }
}
