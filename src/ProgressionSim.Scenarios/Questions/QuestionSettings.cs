using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Questions;

/// <summary>Settings of which number of a run an experiment follows.</summary>
internal static class QuestionSettings
{
    /// <summary>Outcome where none is named.</summary>
    public static string DefaultOutcome { get; } = OutcomeCatalogue.All[OutcomeCatalogue.SurvivalMonths].Name;

    /// <summary>Name of an outcome.</summary>
    public static Setting Outcome { get; } = new("What is counted of each patient's course.", SettingKind.Choice, SettingUnit.Text)
    {
        Choices = [.. OutcomeCatalogue.All.Select(outcome => outcome.Name)],
        Default = $"\"{DefaultOutcome}\"",
        Source = "Survival: what matters most, and needs no scale",
    };

    /// <summary>The arm asked about.</summary>
    public static Member Arm { get; } = new("arm", new Setting(
        "Arm asked about, compared with the first arm; when absent, the only arm with treatments after the first.",
        SettingKind.Name,
        SettingUnit.Text)
    {
        Source = "No default where several arms have treatments",
    });

    /// <summary>Month up to which outcomes are counted.</summary>
    public static Member OutcomeAtMonths { get; } = new("outcomeAtMonths", new Setting(
        "Month of the report up to which outcomes are counted; horizonMonths when absent.",
        SettingKind.WholeNumber,
        SettingUnit.Months)
    {
        Range = NumberRange.Between(1, 600),
        Source = "The whole time followed",
    });

    /// <summary>What counts as a recovery.</summary>
    public static Member Recovery { get; } = new("recovery", new ObjectShape(
        "What counts as a recovery of function.",
        [
            new("points", new Setting("Points of ALSFRS-R regained above the lowest score so far.", SettingKind.Number, SettingUnit.Points)
            {
                Range = new NumberRange(0, 48, MinimumIsOpen: true),
                Default = "4",
                Source = "Assumption: the gain by which reversals of ALS have been defined",
            }),
            new("heldMonths", new Setting("Months for which they are held.", SettingKind.WholeNumber, SettingUnit.Months)
            {
                Range = NumberRange.Between(1, 24),
                Default = "3",
                Source = "Assumption: longer than scores wander by chance",
            }),
        ]));

    /// <summary>The settings of a section that asks about one outcome.</summary>
    public static IReadOnlyList<Member> Members { get; } = [Arm, new("outcome", Outcome), OutcomeAtMonths, Recovery];
}
