using ProgressionSim.Engine.Running;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Run;

/// <summary>Settings of the run as a whole.</summary>
internal static class RunSettings
{
    /// <summary>Largest number of patients of a run.</summary>
    public const long MaximumPatients = 2_000_000_000;

    /// <summary>Number of patients.</summary>
    public static Setting Patients { get; } = new("Virtual patients, each present in every arm.", SettingKind.WholeNumber, SettingUnit.Patients)
    {
        Range = NumberRange.Between(1, MaximumPatients),
        Default = "10000",
        Source = "Gives means standard errors of 1 % of the standard deviation between patients",
        Advice = "For a first look, write 1000.",
        ExplainsMaximum = true,
    };

    /// <summary>What month 0 may be, by the names of the scenario.</summary>
    public static IReadOnlyDictionary<string, ReportOrigin> Origins { get; } = new Dictionary<string, ReportOrigin>(StringComparer.Ordinal)
    {
        ["biologicalOnset"] = ReportOrigin.BiologicalOnset,
        ["symptomOnset"] = ReportOrigin.SymptomOnset,
        ["enrolment"] = ReportOrigin.Enrolment,
    };

    /// <summary>Settings that identify a scenario.</summary>
    public static IReadOnlyList<Member> Identity { get; } =
    [
        new("formatVersion", new Setting("Version of this format.", SettingKind.WholeNumber, new SettingUnit("", "a version"))
        {
            Range = NumberRange.Between(1, 1),
            Default = "1",
            Source = "The format described here",
        }),
        new("name", new Setting("Short name, shown in tables.", SettingKind.Name, SettingUnit.Text), Required: true),
        new("title", Text("Title for people; the name when absent.")),
        new("description", Text("The question the scenario asks.") with { Default = "\"\"", Source = "Empty unless the scenario asks one" }),
    ];

    /// <summary>Settings of size, time and seed.</summary>
    public static IReadOnlyList<Member> Size { get; } =
    [
        Whole("seed", "Seed of every random number; the same seed gives the same results.", new SettingUnit("", "a seed"), NumberRange.Between(0, uint.MaxValue), "1", "Any number will do"),
        new("patients", Patients),
        Whole("horizonMonths", "Months followed after the report origin.", SettingUnit.Months, NumberRange.Between(1, 600), "60", "Five years", "For five years, write 60."),
        new("monthsBeforeOrigin", new Setting("Months shown before the report origin; 24 when absent, 0 when reporting from biological onset.", SettingKind.WholeNumber, SettingUnit.Months)
        {
            Range = NumberRange.Between(0, 120),
            Source = "Two years, which show what precedes symptoms",
            Advice = "For two years, write 24.",
        }),
        Whole(
            "maximumMonthsToOrigin",
            "Months after biological onset within which the report origin must be reached, or the patient is left out and counted.",
            SettingUnit.Months,
            NumberRange.Between(1, 1200),
            "360",
            "Thirty years"),
        new("stepDays", new Setting("Length of a simulation step.", SettingKind.Number, SettingUnit.Days)
        {
            Range = NumberRange.Between(0.25, 31),
            Default = "7",
            Source = "Weekly steps keep means within 0.5 % of finely solved equations at the default rates; where a rate times the step exceeds about 0.1, take shorter steps",
            Advice = "For weekly steps, write 7.",
        }),
        new("reportFrom", new Setting("What month 0 of tables and figures is.", SettingKind.Choice, SettingUnit.Text)
        {
            Choices = [.. Origins.Keys],
            Default = "\"symptomOnset\"",
            Source = "Patients and trials count from symptoms",
        }),
    ];

    /// <summary>Keys of single files that guide reading.</summary>
    public static IReadOnlyList<Member> Layering { get; } =
    [
        new("$schema", new LayeringShape("Address of the JSON schema, for editors.", MayBeList: false)),
        new("extends", new LayeringShape("Files merged first, relative to this one.", MayBeList: true)),
    ];

    private static Setting Text(string meaning) => new(meaning, SettingKind.Text, SettingUnit.Text);

    private static Member Whole(string name, string meaning, SettingUnit unit, NumberRange range, string value, string source, string advice = "") =>
        new(name, new Setting(meaning, SettingKind.WholeNumber, unit) { Range = range, Default = value, Source = source, Advice = advice });
}
