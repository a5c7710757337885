using Microsoft.Extensions.Configuration;
using ProgressionSim.Experiments.Parameters;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Parameters;

/// <summary>Turns checked parameters into the strict ones.</summary>
internal static class ParameterMapping
{
    /// <summary>Maps the list of a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="view">The scenario.</param>
    public static IReadOnlyList<UncertainParameter> Map(IConfiguration section, ExperimentView view) => [.. section.Items(ParameterSettings.List).Select(item => Map(item, view))];

    /// <summary>Maps one parameter.</summary>
    /// <param name="item">The parameter.</param>
    /// <param name="view">The scenario.</param>
    public static UncertainParameter Map(IConfigurationSection item, ExperimentView view)
    {
        var path = item.Text(SettingCheck.PathKey);
        return new UncertainParameter(path, item.Distribution(Find(view, path).Setting.Range));
    }

    /// <summary>The setting of a checked path.</summary>
    public static VariedSetting Find(ExperimentView view, string path) =>
        VariedSetting.Find(view, DocumentValue.OfText(SettingOrigin.Default, path), "", new ProblemList())
        ?? throw new InvalidOperationException($"The path {path} leads nowhere after the check.");
}
