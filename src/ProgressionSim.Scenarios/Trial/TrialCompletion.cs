using System.Globalization;
using System.Text.Json;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Scenarios.Documents;

namespace ProgressionSim.Scenarios.Trial;

/// <summary>Fills gaps of a trial whose defaults follow from its other settings. Leaves alone what cannot be told.</summary>
internal static class TrialCompletion
{
    private const string NaturalCourse = "untreated";

    /// <summary>Fills every such gap.</summary>
    public static void Complete(DocumentObject scenario)
    {
        if (scenario.FindObject(TrialSettings.Section) is not { } trial)
        {
            return;
        }

        // Statistical patients have no arms of the disease model, and a plan always has one.
        if (trial.FindObject("generator") is not null && scenario.Find("arms") is null)
        {
            var arm = new DocumentObject(SettingOrigin.Default);
            arm.Members["name"] = Text(NaturalCourse);
            arm.Members["treatments"] = new DocumentArray(SettingOrigin.Default);
            var arms = new DocumentArray(SettingOrigin.Default);
            arms.Items.Add(arm);
            scenario.Members["arms"] = arms;
        }

        var lastArm = (trial.FindArray("arms")?.Items.LastOrDefault() as DocumentObject)?.Find("name")?.Text;
        Fill(trial.FindObject("rescue"), "to", lastArm);
        Fill(trial.FindObject("openLabel"), "to", lastArm);
        var endpoints = trial.FindArray("endpoints")?.Items.OfType<DocumentObject>().ToList() ?? [];
        Fill(trial, "primary", endpoints.FirstOrDefault()?.Find("name")?.Text);
        foreach (var endpoint in endpoints)
        {
            CompleteEndpoint(trial, endpoint);
        }
    }

    private static void CompleteEndpoint(DocumentObject trial, DocumentObject endpoint)
    {
        if (endpoint.Find("logarithm") is null)
        {
            var isNeurofilament = TrialMeasureNames.Find(endpoint.Find("measure")?.Text) is { Number: MeasureCatalogue.Neurofilament };
            endpoint.Members["logarithm"] = isNeurofilament
                ? new DocumentValue(SettingOrigin.Default, JsonValueKind.True, "true", null)
                : new DocumentValue(SettingOrigin.Default, JsonValueKind.False, "false", null);
        }

        if (endpoint.Find("atWeek") is null && trial.FindObject("visits")?.FindArray("weeks")?.Items.LastOrDefault()?.Number is > 0 and { } last)
        {
            endpoint.Members["atWeek"] = new DocumentValue(SettingOrigin.Default, JsonValueKind.Number, last.ToString("R", CultureInfo.InvariantCulture), null);
        }
    }

    private static void Fill(DocumentObject? group, string name, string? value)
    {
        if (group is not null && group.Find(name) is null && value is not null)
        {
            group.Members[name] = Text(value);
        }
    }

    private static DocumentValue Text(string text) => new(SettingOrigin.Default, JsonValueKind.String, $"\"{text}\"", text);
}
