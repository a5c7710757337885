using ProgressionSim.Engine.Running;
using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Experiments.Sweeps;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Scenarios.Loading;
using ProgressionSim.Summaries;
using ProgressionSim.Summaries.Calibration;
using ProgressionSim.Summaries.Evidence;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Sensitivity;
using ProgressionSim.Summaries.Sweeps;
using ProgressionSim.Summaries.Timing;
using ProgressionSim.Summaries.Trials;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Cli.Tests.Expected;

/// <summary>What a shipped scenario asks, on a small scale, in this process and without figures, which take most of a small job's time.</summary>
internal static class SmallJob
{
    private const string Version = "test";

    /// <summary>Content of summary.json.</summary>
    /// <param name="path">Path of the scenario below the folder of scenarios.</param>
    public static byte[] Summary(string path)
    {
        var scenario = ScenarioLoader.Load(Checkout.At("scenarios/" + path), []);
        Assert.True(scenario.Succeeded, path);
        var (trial, experiments) = (scenario.Trial, scenario.Experiments);
        if (trial is not null)
        {
            return OfTrial(Load(path, "trial.replicates=40", "trial.patientBank=6000").Trial!);
        }

        if (experiments.Timing is not null)
        {
            return OfTiming(Load(path, ["patients=60", .. experiments.Uncertainty is null ? Array.Empty<string>() : ["uncertainty.outerReplicates=10", "uncertainty.patients=20"]]));
        }

        if (experiments.Sweep is not null)
        {
            return OfSweep(Load(path, "patients=20", "sweep.axes[0].count=3", "sweep.axes[1].count=2"));
        }

        if (experiments.Calibration is not null)
        {
            return OfCalibration(Load(path, "calibration.patients=100", "calibration.patientsOfPosterior=200", "calibration.generations=2", "calibration.candidates=4"));
        }

        if (experiments.Evidence is not null)
        {
            return OfEvidence(Load(path, "evidence.patients=400", "evidence.draws=10", "evidence.patientsOfDraw=100"));
        }

        return experiments.Sensitivity is not null
            ? OfSensitivity(Load(path, "sensitivity.patients=10", "sensitivity.basePoints=16"))
            : SummaryJson.Write(RunSummary.Of(Simulation.Run(Load(path, "patients=200").Plan!), Version));
    }

    private static ScenarioResult Load(string path, params string[] sets)
    {
        var scenario = ScenarioLoader.Load(Checkout.At("scenarios/" + path), sets);
        Assert.True(scenario.Succeeded, string.Join('\n', scenario.Problems.Select(problem => problem.ToString())));
        return scenario;
    }

    private static byte[] OfTrial(TrialDesign design)
    {
        var simulation = new TrialSimulation(design, design.Patients);
        var found = OperatingCharacteristicsRun.Run(simulation);
        return TrialReports.OfTrial(found, simulation.Replay(0, design.Patients, Hypothesis.Alternative), Version).SummaryJson;
    }

    private static byte[] OfTiming(ScenarioResult scenario)
    {
        var uncertain = scenario.Experiments.Uncertainty is { } uncertainty ? new UncertainScenario(uncertainty, scenario.Plans!, null) : null;
        return TimingReports.Of(TimingRun.Run(scenario.Experiments.Timing!, uncertain), Version).SummaryJson;
    }

    private static byte[] OfSweep(ScenarioResult scenario) => SweepReports.Of(SweepRun.Run(scenario.Experiments.Sweep!, scenario.Plans!, null), Version).SummaryJson;

    private static byte[] OfEvidence(ScenarioResult scenario) =>
        EvidenceReports.Of(EvidenceRun.Run(scenario.Experiments.Evidence!, scenario.Experiments.EvidenceUncertainty, scenario.Plans!), Version).SummaryJson;

    private static byte[] OfCalibration(ScenarioResult scenario) =>
        CalibrationReports.Of(CalibrationRun.Run(scenario.Experiments.Calibration!, scenario.Plans!), Version).SummaryJson;

    private static byte[] OfSensitivity(ScenarioResult scenario) =>
        SensitivityReports.Of(SensitivityRun.Run(scenario.Experiments.Sensitivity!, scenario.Plans!, null), Version).SummaryJson;
}
