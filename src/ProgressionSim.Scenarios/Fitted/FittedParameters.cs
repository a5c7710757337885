using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Fitted;

/// <summary>Fitted settings that a scenario leaves as they were fitted: only those are uncertain in it.</summary>
internal static class FittedParameters
{
    // Written with four digits, in both places.
    private const double SameValue = 1e-9;

    /// <summary>Finds them.</summary>
    /// <param name="view">The scenario.</param>
    /// <param name="own">Settings the scenario says more about itself; what overlaps with them is left out.</param>
    /// <returns>The parameters as written, and correlations between two of them.</returns>
    public static (IReadOnlyList<DocumentObject> Parameters, IReadOnlyList<DocumentObject> Correlations) InUse(ExperimentView view, IReadOnlyList<VariedSetting> own)
    {
        var parameters = new List<DocumentObject>();
        var correlations = new List<DocumentObject>();
        var settings = new List<VariedSetting>(own);
        foreach (var fit in view.Scenario.FindObject(FittedSettings.Section)?.Members.Values.OfType<DocumentObject>() ?? [])
        {
            var paths = new List<string>();
            foreach (var parameter in (fit.FindArray(ParameterSettings.List)?.Items ?? []).OfType<DocumentObject>())
            {
                if (VariedSetting.Find(view, parameter.Find(SettingCheck.PathKey), "", new ProblemList()) is { } setting
                    && !settings.Exists(setting.Overlaps)
                    && Center(parameter) is { } center
                    && setting.Value is { } value
                    && Math.Abs(value - center) <= SameValue * Math.Abs(center))
                {
                    settings.Add(setting);
                    parameters.Add(parameter);
                    paths.Add(setting.Path);
                }
            }

            correlations.AddRange((fit.FindArray("correlations")?.Items ?? []).OfType<DocumentObject>().Where(pair =>
                pair.Find("between") is DocumentArray { Items: [{ Text: { } first }, { Text: { } second }] } && paths.Contains(first) && paths.Contains(second)));
        }

        return (parameters, correlations);
    }

    private static double? Center(DocumentObject parameter) => (parameter.Find("median") ?? parameter.Find("mean"))?.Number;
}
