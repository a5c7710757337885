using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Questions;

namespace ProgressionSim.Scenarios.Timing;

/// <summary>Fills gaps of the section whose defaults follow from other settings. Leaves alone what cannot be told.</summary>
internal static class TimingCompletion
{
    /// <summary>Fills every such gap.</summary>
    public static void Complete(DocumentObject scenario)
    {
        if (scenario.FindObject(TimingSettings.Section) is not { } timing)
        {
            return;
        }

        QuestionCompletion.Complete(scenario, timing, mayBeFirst: false);
        if (QuestionCompletion.Arm(scenario, timing) is { } arm && MovedTreatments.Of(arm) is { Start: var start })
        {
            CompleteStart(timing, start);
        }

        if (timing.Find("outcome")?.Text is { } name && OutcomeCatalogue.IndexOf(name) is var outcome and >= 0)
        {
            QuestionCompletion.Fill(timing, "smallestBenefit", DocumentValue.OfNumber(SettingOrigin.Default, OutcomeCatalogue.All[outcome].SmallestBenefit));
        }
    }

    private static void CompleteStart(DocumentObject timing, DocumentObject start)
    {
        if (start.Find("at")?.Text is { } own && TimingSettings.Moments.Contains(own, StringComparer.Ordinal))
        {
            QuestionCompletion.Fill(timing, "at", start.Find("at"));
            if (own == "neurofilamentAbove" && timing.Find("at")?.Text == own)
            {
                QuestionCompletion.Fill(timing, "pgPerMl", start.Find("pgPerMl"));
                QuestionCompletion.Fill(timing, "screeningIntervalMonths", start.Find("screeningIntervalMonths"));
            }
        }
    }
}
