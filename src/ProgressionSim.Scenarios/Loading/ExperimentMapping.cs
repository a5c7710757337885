using Microsoft.Extensions.Configuration;
using ProgressionSim.Engine.Running;
using ProgressionSim.Scenarios.Calibration;
using ProgressionSim.Scenarios.Catalogue;
using ProgressionSim.Scenarios.Documents;
using ProgressionSim.Scenarios.Evidence;
using ProgressionSim.Scenarios.Questions;
using ProgressionSim.Scenarios.Sensitivity;
using ProgressionSim.Scenarios.Settings;
using ProgressionSim.Scenarios.Sweep;
using ProgressionSim.Scenarios.Timing;
using ProgressionSim.Scenarios.Uncertainty;

namespace ProgressionSim.Scenarios.Loading;

/// <summary>Turns the sections of experiments of a resolved and checked scenario into their plans.</summary>
internal static class ExperimentMapping
{
    /// <summary>Maps the sections that are there.</summary>
    /// <param name="scenario">Settings of the scenario, complete with defaults.</param>
    /// <param name="document">The same as a document.</param>
    /// <param name="run">The scenario's plan.</param>
    public static ScenarioExperiments Map(IConfiguration scenario, DocumentObject document, RunPlan run)
    {
        if (ExperimentSections.Members.All(member => document.Find(member.Name) is null))
        {
            return new ScenarioExperiments();
        }

        var view = ExperimentSections.View(document, checksModel: false);
        var uncertainty = scenario.Group(UncertaintySettings.Section);
        var evidence = scenario.Group(EvidenceSettings.Section) is { } quantities ? EvidenceMapping.Map(quantities, run) : null;
        return new ScenarioExperiments
        {
            Timing = scenario.Group(TimingSettings.Section) is null ? null : TimingMapping.Map(scenario, With(run, document, TimingSettings.Section)),
            Sweep = scenario.Group(SweepSettings.Section) is { } sweep ? SweepMapping.Map(sweep, With(run, document, SweepSettings.Section), view) : null,
            Sensitivity = scenario.Group(SensitivitySettings.Section) is { } sensitivity
                ? SensitivityMapping.Map(sensitivity, With(run, document, SensitivitySettings.Section), view)
                : null,
            Uncertainty = uncertainty is null ? null : UncertaintyMapping.Map(uncertainty, view),
            Evidence = evidence,
            EvidenceUncertainty = evidence is null ? null : UncertaintyMapping.OfEvidence(uncertainty, view, evidence.Draws, evidence.PatientsOfDraw),
            Calibration = evidence is not null && scenario.Group(CalibrationSettings.Section) is { } calibration ? CalibrationMapping.Map(calibration, evidence, view) : null,
            UncertaintyQuestion = uncertainty is null ? null : QuestionMapping.Map(uncertainty, run),
        };
    }

    private static RunPlan With(RunPlan run, DocumentObject document, string section) =>
        run with { Assumptions = [.. run.Assumptions, .. AssumptionTable.OfExperiment(document, section)] };
}
