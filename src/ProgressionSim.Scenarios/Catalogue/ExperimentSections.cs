using ProgressionSim.Scenarios.Calibration;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Evidence;
using ProgressionSim.Scenarios.Fitted;
using ProgressionSim.Scenarios.Parameters;
using ProgressionSim.Scenarios.Sensitivity;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Sweep;
using ProgressionSim.Scenarios.Timing;
using ProgressionSim.Scenarios.Uncertainty;

namespace ProgressionSim.Scenarios.Catalogue;

/// <summary>The sections of experiments, which ask about the rest of a scenario, the model.</summary>
internal static class ExperimentSections
{
    /// <summary>The sections, with what was fitted.</summary>
    public static IReadOnlyList<Member> Members { get; } =
    [
        new(TimingSettings.Section, TimingSettings.Shape),
        new(SweepSettings.Section, SweepSettings.Shape),
        new(SensitivitySettings.Section, SensitivitySettings.Shape),
        new(UncertaintySettings.Section, UncertaintySettings.Shape),
        new(EvidenceSettings.Section, EvidenceSettings.Shape),
        new(CalibrationSettings.Section, CalibrationSettings.Shape),
        new(FittedSettings.Section, FittedSettings.Shape),
    ];

    /// <summary>What a scenario has besides the model.</summary>
    public static IReadOnlyList<string> NotOfTheModel { get; } = [.. Members.Select(member => member.Name), "sources"];

    /// <summary>Fills gaps of the sections, after those of the model.</summary>
    public static void Complete(DocumentObject scenario)
    {
        TimingCompletion.Complete(scenario);
        SweepCompletion.Complete(scenario);
        SensitivityCompletion.Complete(scenario);
        UncertaintyCompletion.Complete(scenario, scenario.FindObject(TimingSettings.Section));
    }

    /// <summary>Reports every problem of the sections.</summary>
    /// <param name="scenario">The whole scenario.</param>
    /// <param name="modelIsFine">True when the rest of the scenario has no problem, so that changed values can be judged by all its rules.</param>
    /// <param name="problems">Receives the problems.</param>
    public static void Check(DocumentObject scenario, bool modelIsFine, ProblemList problems)
    {
        if (Members.All(section => scenario.Find(section.Name) is null))
        {
            return;
        }

        var view = View(scenario, modelIsFine);
        TimingChecks.Check(view, problems);
        SweepChecks.Check(view, problems);
        SensitivityChecks.Check(view, problems);
        UncertaintyChecks.Check(view, scenario.FindObject(TimingSettings.Section)?.FindArray("offsetsMonths")?.Items.Count ?? 0, problems);
        EvidenceChecks.Check(view, problems);
        CalibrationChecks.Check(view, problems);
        FittedChecks.Check(view, problems);
    }

    /// <summary>A scenario as checks and mappings read it.</summary>
    /// <param name="scenario">The whole scenario.</param>
    /// <param name="checksModel">True when changed copies are to be checked.</param>
    public static ExperimentView View(DocumentObject scenario, bool checksModel) => new(
        scenario,
        SettingCatalogue.Model,
        NotOfTheModel,
        checksModel
            ? (changed, problems) =>
            {
                ScenarioCompletion.CompleteModel(changed);
                ScenarioCheck.CheckModel(changed, problems);
            }
            : null);
}
