using System.Text.Json;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Trial;

namespace ProgressionSim.Scenarios.Catalogue;

/// <summary>Completes a merged scenario with defaults, those that depend on other settings included.</summary>
internal static class ScenarioCompletion
{
    private const string MonthsShownBeforeOrigin = "24";

    /// <summary>Fills every gap.</summary>
    public static void Complete(DocumentObject scenario)
    {
        DefaultFiller.Fill(SettingCatalogue.Root, scenario);
        CompleteTiedGaps(scenario);
        ExperimentSections.Complete(scenario);
    }

    /// <summary>Fills every gap of a scenario without experiments and sources.</summary>
    public static void CompleteModel(DocumentObject model)
    {
        DefaultFiller.Fill(SettingCatalogue.Model, model);
        CompleteTiedGaps(model);
    }

    private static void CompleteTiedGaps(DocumentObject scenario)
    {
        TrialCompletion.Complete(scenario);
        if (scenario.Find("title") is null && scenario.Find("name")?.Text is { } name)
        {
            scenario.Members["title"] = DocumentValue.OfText(SettingOrigin.Default, name);
        }

        if (scenario.Find("monthsBeforeOrigin") is null)
        {
            var months = scenario.Find("reportFrom")?.Text == "biologicalOnset" ? "0" : MonthsShownBeforeOrigin;
            scenario.Members["monthsBeforeOrigin"] = new DocumentValue(SettingOrigin.Default, JsonValueKind.Number, months, null);
        }
    }
}
