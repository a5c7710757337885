using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Questions;

namespace ProgressionSim.Scenarios.Sensitivity;

/// <summary>Fills gaps of the section whose defaults follow from other settings. Leaves alone what cannot be told.</summary>
internal static class SensitivityCompletion
{
    /// <summary>Fills every such gap.</summary>
    public static void Complete(DocumentObject scenario)
    {
        if (scenario.FindObject(SensitivitySettings.Section) is not { } section)
        {
            return;
        }

        QuestionCompletion.Complete(scenario, section, mayBeFirst: true);
        switch (section.Find("method")?.Text)
        {
            case SensitivitySettings.Sobol:
                QuestionCompletion.Fill(section, "basePoints", DocumentValue.OfNumber(SettingOrigin.Default, SensitivitySettings.DefaultBasePoints));
                break;
            case SensitivitySettings.Morris:
                QuestionCompletion.Fill(section, "trajectories", DocumentValue.OfNumber(SettingOrigin.Default, SensitivitySettings.DefaultTrajectories));
                break;
        }
    }
}
