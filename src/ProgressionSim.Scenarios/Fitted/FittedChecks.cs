using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Settings;

namespace ProgressionSim.Scenarios.Fitted;

/// <summary>Rules of what was fitted, for files that were edited: distributions that can be drawn from, correlations that can hold at once.</summary>
internal static class FittedChecks
{
    /// <summary>Reports every problem. A setting that the scenario does not have is none: it is not in use.</summary>
    /// <param name="view">The scenario.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void Check(ExperimentView view, ProblemList problems)
    {
        foreach (var (name, node) in view.Scenario.FindObject(FittedSettings.Section)?.Members ?? [])
        {
            if (node is DocumentObject fit)
            {
                var path = SettingPath.Member(FittedSettings.Section, name);
                CheckDistributions(view, fit, path, problems);
                CorrelationChecks.Check(fit, path, problems);
            }
        }
    }

    private static void CheckDistributions(ExperimentView view, DocumentObject fit, string path, ProblemList problems)
    {
        var parameters = fit.FindArray(ParameterSettings.List)?.Items ?? [];
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i] is DocumentObject parameter && VariedSetting.Find(view, parameter.Find(SettingCheck.PathKey), "", new ProblemList()) is { } setting)
            {
                DistributionCheck.Check(setting.Setting, parameter.CopyWithout([SettingCheck.PathKey]), SettingPath.Item($"{path}.{ParameterSettings.List}", i), problems);
            }
        }
    }
}
