using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>A folder with a scenario that asks everything at once of a few patients.</summary>
public sealed class SmallExperiment : TemporaryFolder
{
    /// <summary>Name of the file.</summary>
    internal const string FileName = "small.json";

    private const string Scenario = """
        {
          "formatVersion": 1, "name": "small", "title": "A small question", "seed": 7, "patients": 40, "horizonMonths": 24, "reportFrom": "symptomOnset",
          "treatments": { "ideal": { "kind": "knockdown", "knockdown": 0.8 } },
          "arms": [{ "name": "untreated" }, { "name": "treated", "treatments": ["ideal"], "start": { "at": "symptomOnset", "offsetMonths": 0 } }],
          "timing": { "offsetsMonths": [0, 3, 6], "triggers": [{ "name": "diagnosis", "start": { "at": "diagnosis" } }] },
          "sweep": {
            "axes": [
              { "path": "arms[treated].start.offsetMonths", "values": [0, 6] },
              { "path": "treatments.ideal.knockdown", "from": 0.2, "to": 1, "count": 3 }
            ]
          },
          "sensitivity": {
            "method": "morris", "trajectories": 4, "patients": 10,
            "parameters": [
              { "path": "treatments.ideal.knockdown", "distribution": "uniform", "min": 0.2, "max": 1 },
              { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.05, "max": 0.07 }
            ]
          },
          "uncertainty": {
            "outerReplicates": 10, "patients": 10,
            "parameters": [{ "path": "treatments.ideal.knockdown", "distribution": "uniform", "min": 0.2, "max": 1 }]
          },
          "evidence": {
            "patients": 100, "draws": 10, "patientsOfDraw": 100,
            "quantities": [
              { "name": "alive12", "title": "Share alive after a year", "population": "a registry", "use": "fit", "value": 0.9, "low": 0.8, "high": 0.95, "source": "made up",
                "confidence": "low", "estimator": { "kind": "survivalShare", "toMonth": 12 } },
              { "name": "score12", "title": "Mean ALSFRS-R after a year", "unit": "points", "population": "a registry", "use": "check", "value": 36, "low": 30, "high": 42,
                "source": "made up", "confidence": "low", "estimator": { "kind": "value", "measure": "alsfrsTotal", "atMonth": 12 } }
            ]
          }
        }
        """;

    private const string Fit = """
        {
          "extends": "small.json", "name": "fit",
          "calibration": {
            "targets": "small.json", "patients": 100, "patientsOfPosterior": 100, "generations": 2, "candidates": 4,
            "parameters": [{ "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.07, "cv": 0.3 }]
          }
        }
        """;

    public SmallExperiment() => File.WriteAllText(At(FileName), Scenario);

    /// <summary>Writes a second scenario, which fits a setting to the evidence of the first.</summary>
    /// <returns>Name of its file.</returns>
    internal string WriteFit()
    {
        File.WriteAllText(At("fit.json"), Fit);
        return "fit.json";
    }

    /// <summary>The scenario, as a command loads it.</summary>
    internal ScenarioResult Load() => ScenarioLoader.Load(At(FileName), []);
}
