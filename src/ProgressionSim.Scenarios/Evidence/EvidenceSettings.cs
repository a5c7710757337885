using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Scenarios.Run;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Evidence;

/// <summary>Settings of published quantities that the scenario is held against.</summary>
internal static class EvidenceSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "evidence";

    /// <summary>Name of the list of quantities.</summary>
    public const string Quantities = "quantities";

    /// <summary>What quantities are for, by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, EvidenceUse> Uses { get; } = new Dictionary<string, EvidenceUse>(StringComparer.Ordinal)
    {
        ["fit"] = EvidenceUse.Fit,
        ["check"] = EvidenceUse.Check,
        ["context"] = EvidenceUse.Context,
    };

    /// <summary>The group <c>evidence</c>.</summary>
    public static ObjectShape Shape { get; } = new(
        "Published quantities that the scenario's patients are held against; absent or null: none.",
        [
            new(Quantities, new ListShape("Published quantities.", Quantity(), "quantity", 1, 200) { NameKey = "name" }, Required: true),
            Patients("patients", "Patients simulated for the predictions.", "6000", "Gives most predictions a standard error of a few per cent"),
            new("draws", new Setting("Draws of the scenario's uncertain parameters for the interval of each prediction.", SettingKind.WholeNumber, SettingUnit.Draws)
            {
                Range = NumberRange.Between(10, 10_000),
                Default = "100",
                Source = "Gives the ends of an interval within a tenth of its width",
            }),
            Patients("patientsOfDraw", "Patients simulated for each draw, the same for all.", "1000", "The same patients for every draw, so few are enough"),
            new("limits", new Setting("What the model cannot do, a sentence each.", SettingKind.Texts, SettingUnit.Text)),
        ],
        StandsAlone: false);

    private static Member Patients(string name, string meaning, string value, string source) => new(name, new Setting(meaning, SettingKind.WholeNumber, SettingUnit.Patients)
    {
        Range = NumberRange.Between(100, 1_000_000),
        Default = value,
        Source = source,
        Advice = "For a first look, write 1000.",
    });

    private static ObjectShape Quantity() => new(
        "A published quantity.",
        [
            new("name", new Setting("Short name, shown in tables.", SettingKind.Name, SettingUnit.Text), Required: true),
            new("title", Text("What it is, for people, without its value."), Required: true),
            new("unit", Text("Unit of value and interval; absent for a pure number.")),
            new("population", Text("Whom it was measured in."), Required: true),
            new("use", new Setting("Whether parameters are fitted to it, whether it checks the fit, or neither.", SettingKind.Choice, SettingUnit.Text) { Choices = [.. Uses.Keys] }, Required: true),
            new("value", Number("Published value; absent where none is.")),
            new("low", Number("Lower end of the interval.")),
            new("high", Number("Upper end of the interval.")),
            new("intervalIs", Text("What the interval is: printed by the source, or how it was derived.")),
            new("patients", new Setting("Number of people it was measured in; absent where unknown.", SettingKind.WholeNumber, SettingUnit.Patients) { Range = NumberRange.Between(1, 10_000_000) }),
            new("source", Text("Where it was published, with DOI or another identifier."), Required: true),
            new("confidence", new Setting("How far the source can be trusted for it.", SettingKind.Choice, SettingUnit.Text) { Choices = [.. SourceSettings.Confidences.Keys] }, Required: true),
            new("remark", Text("What a reader should know: conflicts with other sources, what the comparison leaves out.")),
            new("estimator", EstimatorSettings.Shape, Required: true),
        ]);

    private static Setting Text(string meaning) => new(meaning, SettingKind.Text, SettingUnit.Text);

    private static Setting Number(string meaning) => new(meaning, SettingKind.Number, SettingUnit.QuantityUnit);
}
