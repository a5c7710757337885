using ProgressionSim.Model.Parameters;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Treatments;

namespace ProgressionSim.Scenarios.Arms;

/// <summary>Settings of the arms: who is treated with what, from when.</summary>
internal static class ArmSettings
{
    /// <summary>What a start may be counted from, by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, StartAt> Starts { get; } = new Dictionary<string, StartAt>(StringComparer.Ordinal)
    {
        ["biologicalOnset"] = StartAt.BiologicalOnset,
        ["electromyographicChange"] = StartAt.ElectromyographicChange,
        ["neurofilamentAbove"] = StartAt.NeurofilamentAbove,
        ["symptomOnset"] = StartAt.SymptomOnset,
        ["diagnosis"] = StartAt.Diagnosis,
        ["age"] = StartAt.Age,
        ["enrolment"] = StartAt.Enrolment,
    };

    /// <summary>Level of neurofilament that starts treatment.</summary>
    public static Setting Level { get; } = new("Level in cerebrospinal fluid; counts only with neurofilamentAbove.", SettingKind.Number, SettingUnit.PgPerMl)
    {
        Range = NumberRange.NonNegative(1e6),
    };

    /// <summary>Months between samples of neurofilament.</summary>
    public static Setting ScreeningInterval { get; } = new("Months between samples (1 when absent); counts only with neurofilamentAbove.", SettingKind.Number, SettingUnit.Months)
    {
        Range = NumberRange.Positive(1200),
    };

    /// <summary>The list <c>arms</c>.</summary>
    public static ListShape Shape { get; } = new(
        "Arms; each holds the same virtual patients, and the first is the reference of every contrast.",
        new ObjectShape(
            "An arm.",
            [
                new("name", new Setting("Name, unique in the scenario.", SettingKind.Name, SettingUnit.Text), Required: true),
                new("treatments", new ListShape("Treatments of the arm; none for an untreated arm.", ArmTreatment(), "treatment", 0, 32) { Default = "[]" }),
                new("start", Start()),
            ]),
        "arm",
        1,
        20)
    {
        NameKey = "name",
        Example = """For the natural course alone, write [ { "name": "untreated" } ].""",
    };

    /// <summary>The group <c>start</c> of an arm, a treatment or a trigger.</summary>
    public static ObjectShape Start() => new(
        "When treatment starts.",
        [
            new("at", new Setting("What the start is counted from.", SettingKind.Choice, SettingUnit.Text) { Choices = [.. Starts.Keys] }, Required: true),
            new("offsetMonths", new Setting("Months after that moment; negative: before it, counted on the patient's untreated twin.", SettingKind.Number, SettingUnit.OffsetMonths)
            {
                Range = NumberRange.Between(-1200, 1200),
                Default = "0",
                Source = "Assumption: at that moment unless the scenario shifts it",
            }),
            new("ageYears", new Setting("Age at the start; counts only with age.", SettingKind.Number, SettingUnit.AgeYears) { Range = NumberRange.Between(0, 120) }),
            new("pgPerMl", Level),
            new("screeningIntervalMonths", ScreeningInterval),
        ],
        StandsAlone: false);

    private static NameOrObjectShape ArmTreatment() => new(
        "A treatment's name, or the name with a start and stop of its own.",
        "use",
        new ObjectShape(
            "A treatment with a start and stop of its own.",
            [
                new("use", new Setting("Name of the treatment.", SettingKind.Name, SettingUnit.Text), Required: true),
                new("start", Start()),
                new("stopAfterMonths", TreatmentSettings.StopAfterMonths),
            ]));
}
