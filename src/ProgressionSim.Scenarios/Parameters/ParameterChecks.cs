using System.Globalization;
using ProgressionSim.Engine.Sampling;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Parameters;

/// <summary>Rules of parameters: their settings exist and are numbers, their distributions stay within what the scenario allows.</summary>
internal static class ParameterChecks
{
    // Draws beyond these quantiles are so rare that a job of ten thousand seldom meets one.
    private const double LowEnd = 1e-6;

    /// <summary>Reports every problem; parts the catalogue has already refused are passed over.</summary>
    /// <param name="view">The scenario.</param>
    /// <param name="section">The section with the list.</param>
    /// <param name="sectionPath">Its path.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void Check(ExperimentView view, DocumentObject section, string sectionPath, ProblemList problems)
    {
        var items = section.FindArray(ParameterSettings.List)?.Items ?? [];
        var earlier = new List<(VariedSetting Setting, string Path)>();
        for (var i = 0; i < Math.Min(items.Count, ParameterSettings.Maximum); i++)
        {
            var path = SettingPath.Item(SettingPath.Member(sectionPath, ParameterSettings.List), i);
            if (items[i] is not DocumentObject parameter
                || VariedSetting.Find(view, parameter.Find(SettingCheck.PathKey), $"{path}.path", problems) is not { } setting)
            {
                continue;
            }

            CheckOverlap(setting, earlier, parameter.Find(SettingCheck.PathKey)!, $"{path}.path", problems);
            earlier.Add((setting, $"{path}.path"));
            CheckDistribution(setting, parameter, path, problems);
        }
    }

    /// <summary>Reports a setting that changes what an earlier one changes.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="earlier">The earlier ones, with where their paths are written.</param>
    /// <param name="node">Its path as written.</param>
    /// <param name="path">Where that is written.</param>
    /// <param name="problems">Receives the problem.</param>
    public static void CheckOverlap(
        VariedSetting setting,
        IEnumerable<(VariedSetting Setting, string Path)> earlier,
        DocumentNode node,
        string path,
        ProblemList problems)
    {
        if (earlier.FirstOrDefault(each => each.Setting.Overlaps(setting)) is { Path: { } other })
        {
            problems.Wrong(node, path, $"{other} changes that already, and a number can only have one value.", "Keep one of the two.");
        }
    }

    private static void CheckDistribution(VariedSetting setting, DocumentObject parameter, string path, ProblemList problems)
    {
        var found = new ProblemList();
        var distribution = parameter.CopyWithout([SettingCheck.PathKey]);
        DistributionCheck.Check(setting.Setting, distribution, path, found);
        found.CopyTo(problems);
        if (!found.IsEmpty)
        {
            return;
        }

        foreach (var value in Ends(new DocumentConfiguration(distribution).Distribution(setting.Setting.Range)))
        {
            if (setting.Refusal(value, parameter.Origin, byAllRules: true) is { } rule)
            {
                problems.Add(parameter.Origin, path, string.Create(CultureInfo.InvariantCulture, $"{path} can be {value}"), rule);
                return;
            }
        }
    }

    private static IEnumerable<double> Ends(Distribution distribution) => distribution switch
    {
        EmpiricalDistribution observed => observed.Values.Distinct(),
        ConstantDistribution => [distribution.Median],
        _ => [distribution.Quantile(LowEnd), distribution.Quantile(1 - LowEnd)],
    };
}
