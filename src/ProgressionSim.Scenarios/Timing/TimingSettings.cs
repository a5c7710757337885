using ProgressionSim.Scenarios.Arms;
using ProgressionSim.Scenarios.Questions;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Timing;

/// <summary>Settings of what a different start of treatment changes.</summary>
internal static class TimingSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "timing";

    /// <summary>Smallest number of starts.</summary>
    public const int FewestStarts = 2;

    /// <summary>Largest number of starts.</summary>
    public const int MostStarts = 200;

    /// <summary>What starts may be counted from: all that arms may, but an age, which is no moment of the disease.</summary>
    public static IReadOnlyList<string> Moments { get; } = [.. ArmSettings.Starts.Keys.Where(name => name != "age")];

    /// <summary>The group <c>timing</c>.</summary>
    public static ObjectShape Shape { get; } = new(
        "What a different start of an arm's treatment changes, in the same patients; absent or null: not asked.",
        [
            .. QuestionSettings.Members,
            new("offsetsMonths", new Setting(
                "Starts examined, months after (negative: before) the moment they are counted from; rising, 2 to 200.",
                SettingKind.Numbers,
                SettingUnit.OffsetMonths)
            {
                Range = NumberRange.Between(-1200, 1200),
                Advice = "For example [-12, -6, 0, 6, 12].",
            }, Required: true),
            new("at", new Setting("What starts are counted from; as the arm's own start when absent.", SettingKind.Choice, SettingUnit.Text)
            {
                Choices = Moments,
                Source = "As the arm's own start",
            }),
            new("pgPerMl", ArmSettings.Level),
            new("screeningIntervalMonths", ArmSettings.ScreeningInterval),
            new("windowKeeps", new Setting(
                "The window of opportunity ends at the latest start that keeps this share of the benefit of the earliest.",
                SettingKind.Number,
                SettingUnit.Share)
            {
                Range = NumberRange.Positive(1),
                Default = "0.8",
                Source = "Assumption: a loss of a fifth of the benefit is what one would not accept",
                Advice = "For four fifths, write 0.8.",
            }),
            new("smallestBenefit", new Setting(
                "Benefit below which none is said to be left, in the outcome's unit and counted as a gain; that of the outcome when absent.",
                SettingKind.Number,
                SettingUnit.Benefit)
            {
                Range = NumberRange.Positive(1e9),
                Source = "Assumption: the least of that outcome that matters to a patient",
            }),
            new("triggers", new ListShape("Rules that could start treatment in practice, compared with each other.", Trigger(), "trigger", 0, 20)
            {
                NameKey = "name",
                Default = "[]",
            }),
            new("fastAboveProgressionRate", new Setting(
                "Patients whose progression rate is above this are shown as fast, the others as slow; absent or null: the median of the population.",
                SettingKind.Number,
                SettingUnit.Factor)
            {
                Range = NumberRange.Positive(100),
                Source = "No default: the median of the population",
            }),
        ],
        StandsAlone: false);

    private static ObjectShape Trigger() => new(
        "A rule that could start treatment.",
        [
            new("name", new Setting("Name, unique among the triggers.", SettingKind.Name, SettingUnit.Text), Required: true),
            new("start", ArmSettings.Start(), Required: true),
        ]);
}
