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
          }
        }
        """;

    public SmallExperiment() => File.WriteAllText(At(FileName), Scenario);

    /// <summary>The scenario, as a command loads it.</summary>
    internal ScenarioResult Load() => ScenarioLoader.Load(At(FileName), []);
}
