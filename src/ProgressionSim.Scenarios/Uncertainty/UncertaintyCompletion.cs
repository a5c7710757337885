using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Questions;

namespace ProgressionSim.Scenarios.Uncertainty;

/// <summary>Fills gaps of the section whose defaults follow from other settings. Leaves alone what cannot be told.</summary>
internal static class UncertaintyCompletion
{
    /// <summary>Fills every such gap.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="timing">The completed section of starts, whose arm is asked about where this section names none; null without one.</param>
    public static void Complete(DocumentObject scenario, DocumentObject? timing)
    {
        if (scenario.FindObject(UncertaintySettings.Section) is { } section)
        {
            QuestionCompletion.Fill(section, "arm", timing?.Find("arm"));
            QuestionCompletion.Complete(scenario, section, mayBeFirst: true);
        }
    }
}
