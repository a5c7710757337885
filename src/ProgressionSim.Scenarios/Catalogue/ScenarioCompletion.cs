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
        TrialCompletion.Complete(scenario);
        if (scenario.Find("title") is null && scenario.Find("name")?.Text is { } name)
        {
            scenario.Members["title"] = DefaultText(name);
        }

        if (scenario.Find("monthsBeforeOrigin") is null)
        {
            var months = scenario.Find("reportFrom")?.Text == "biologicalOnset" ? "0" : MonthsShownBeforeOrigin;
            scenario.Members["monthsBeforeOrigin"] = new DocumentValue(SettingOrigin.Default, JsonValueKind.Number, months, null);
        }
    }

    private static DocumentValue DefaultText(string text) => new(SettingOrigin.Default, JsonValueKind.String, $"\"{text}\"", text);
}
