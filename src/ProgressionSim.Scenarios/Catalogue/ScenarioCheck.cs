using ProgressionSim.Scenarios.Arms;
using ProgressionSim.Scenarios.Disease;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Paths;
using ProgressionSim.Scenarios.Population;
using ProgressionSim.Scenarios.Run;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Treatments;
using ProgressionSim.Scenarios.Trial;
using ProgressionSim.Scenarios.Validation;

namespace ProgressionSim.Scenarios.Catalogue;

/// <summary>Checks a complete scenario: first each setting by the catalogue, then what ties settings together, feature by feature.</summary>
internal static class ScenarioCheck
{
    /// <summary>Reports every problem.</summary>
    public static void Check(DocumentObject scenario, ProblemList problems)
    {
        ShapeCheck.Check(SettingCatalogue.Root, scenario, "", problems);
        CheckFeatures(scenario, problems);
        CheckSources(scenario, problems);
        ExperimentSections.Check(scenario, modelIsFine: problems.IsEmpty, problems);
    }

    /// <summary>Reports every problem of a scenario without experiments and sources.</summary>
    public static void CheckModel(DocumentObject model, ProblemList problems)
    {
        ShapeCheck.Check(SettingCatalogue.Model, model, "", problems);
        CheckFeatures(model, problems);
    }

    private static void CheckFeatures(DocumentObject scenario, ProblemList problems)
    {
        RunChecks.Check(scenario, problems);
        PopulationChecks.Check(scenario, problems);
        DiseaseChecks.Check(scenario, problems);
        TreatmentChecks.Check(scenario, problems);
        ArmChecks.Check(scenario, problems);
        TrialChecks.Check(scenario, problems);
    }

    private static void CheckSources(DocumentObject scenario, ProblemList problems)
    {
        foreach (var (path, node) in scenario.FindObject("sources")?.Members ?? [])
        {
            if (!node.IsNull && PathWalk.FirstUnknown(SettingCatalogue.Root, path, out var known) is { } unknown)
            {
                problems.Add(
                    node.Origin,
                    $"sources[{path}]",
                    $"sources has an entry for {path}, which is not a known setting",
                    "Keys of sources are paths of settings.",
                    NearestName.Suggest(unknown, known));
            }
        }
    }
}
