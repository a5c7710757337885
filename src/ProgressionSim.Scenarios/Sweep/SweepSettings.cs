using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Scenarios.Questions;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Sweep;

/// <summary>Settings of runs over a grid.</summary>
internal static class SweepSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "sweep";

    /// <summary>Largest number of cells of a grid.</summary>
    public const int MostCells = 10_000;

    /// <summary>Shows what the arm gains over the first.</summary>
    public const string Benefit = "benefit";

    /// <summary>Shows the arm's outcome itself.</summary>
    public const string OutcomeItself = "outcome";

    /// <summary>The group <c>sweep</c>.</summary>
    public static ObjectShape Shape { get; } = new(
        "Runs over a grid of one or two settings, with the same patients in every cell; absent or null: not asked.",
        [
            new("axes", new ListShape("The axes of the grid, the second the slower.", Axis(), "axis", 1, 2)
            {
                Example = """For example [ { "path": "disease.death.ratePerMonth", "from": 0.05, "to": 0.1, "count": 6 } ].""",
            }, Required: true),
            QuestionSettings.Arm,
            new("outcome", QuestionSettings.Outcome with { Default = null, Source = "Survival, unless outcomes lists others" }),
            new("outcomes", new ListShape(
                "Outcomes shown, one panel each; the one of outcome when absent.",
                QuestionSettings.Outcome with { Default = null },
                "outcome",
                1,
                OutcomeCatalogue.Count)),
            QuestionSettings.OutcomeAtMonths,
            new("shows", new Setting(
                "Whether the benefit is shown or the arm's outcome itself; the benefit when there is one and this is absent.",
                SettingKind.Choice,
                SettingUnit.Text)
            {
                Choices = [Benefit, OutcomeItself],
                Source = "The benefit, where there is one",
            }),
            QuestionSettings.Recovery,
        ],
        StandsAlone: false);

    private static ObjectShape Axis() => new(
        "An axis: a setting, with a list of values or a range that is cut evenly.",
        [
            new("path", new Setting("Path of the setting.", SettingKind.Text, SettingUnit.Text), Required: true),
            new("values", new Setting("Its values, rising.", SettingKind.Numbers, SettingUnit.SettingValue) { Advice = "For example [0.2, 0.4, 0.6, 0.8]." }),
            new("from", new Setting("First of evenly spaced values.", SettingKind.Number, SettingUnit.SettingValue)),
            new("to", new Setting("Last of evenly spaced values.", SettingKind.Number, SettingUnit.SettingValue)),
            new("count", new Setting("Number of evenly spaced values.", SettingKind.WholeNumber, SettingUnit.Values)
            {
                Range = NumberRange.Between(2, MostCells),
                ExplainsMaximum = true,
                Advice = "For ten, write 10.",
            }),
            new("logarithmic", new Setting("True for an even spacing of the logarithms; false when absent.", SettingKind.Flag, SettingUnit.Switch)),
            new("label", new Setting("What it is, with its unit, for figures; made from the path when absent.", SettingKind.Text, SettingUnit.Text)),
        ]);
}
