using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Questions;

namespace ProgressionSim.Scenarios.Sweep;

/// <summary>Fills gaps of the section whose defaults follow from other settings. Leaves alone what cannot be told.</summary>
internal static class SweepCompletion
{
    /// <summary>Fills every such gap.</summary>
    public static void Complete(DocumentObject scenario)
    {
        if (scenario.FindObject(SweepSettings.Section) is not { } sweep)
        {
            return;
        }

        QuestionCompletion.Complete(scenario, sweep, mayBeFirst: true);
        if (sweep.Find("outcomes") is null)
        {
            var outcomes = new DocumentArray(SettingOrigin.Default);

            // One that does not exist is reported where it was written, and not a second time as an item of a list that nobody wrote.
            outcomes.Items.Add(sweep.Find("outcome") is { Text: { } name } written && QuestionSettings.Outcome.Choices.Contains(name, StringComparer.Ordinal)
                ? written
                : DocumentValue.OfText(SettingOrigin.Default, QuestionSettings.DefaultOutcome));
            sweep.Members["outcomes"] = outcomes;
        }

        var arms = scenario.FindArray("arms")?.Items ?? [];
        var isFirst = arms.Count < 2 || (arms[0] as DocumentObject)?.Find("name")?.Text == sweep.Find("arm")?.Text;
        QuestionCompletion.Fill(sweep, "shows", DocumentValue.OfText(SettingOrigin.Default, isFirst ? SweepSettings.OutcomeItself : SweepSettings.Benefit));
    }
}
