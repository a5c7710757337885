namespace ProgressionSim.Scenarios.Loading;

/// <summary>What the sections of experiments look like, for somebody whose scenario has none.</summary>
public static class ExperimentExamples
{
    /// <summary>Examples by the name of the section, each the value of that member.</summary>
    public static IReadOnlyDictionary<string, string> BySection { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["timing"] = """{ "offsetsMonths": [-12, -6, 0, 6, 12, 24] }""",
        ["sweep"] = """{ "axes": [ { "path": "disease.death.ratePerMonth", "from": 0.04, "to": 0.1, "count": 7 } ] }""",
        ["sensitivity"] = """
            { "parameters": [
                { "path": "disease.death.ratePerMonth", "distribution": "uniform", "min": 0.04, "max": 0.1 },
                { "path": "disease.toxicProtein.halfLifeMonths", "distribution": "logNormal", "median": 0.75, "cv": 0.3 } ] }
            """,
        ["evidence"] = """
            { "quantities": [
                { "name": "medianSurvival", "title": "Median survival from symptom onset", "unit": "months", "population": "one centre", "use": "check",
                  "value": 32, "low": 27, "high": 37, "source": "Fujimura-Kiyono 2011 JNNP 82:1244", "confidence": "medium", "estimator": { "kind": "survivalMedian" } } ] }
            """,
        ["calibration"] = """
            { "targets": "evidence/general-als.json",
              "parameters": [ { "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.072, "cv": 0.5 } ] }
            """,
        ["uncertainty"] = """{ "parameters": [ { "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.072, "cv": 0.2 } ] }""",
    };

    /// <summary>What is said when a command needs a section that a scenario does not have.</summary>
    /// <param name="file">File of the scenario.</param>
    /// <param name="section">Name of the section: one of <see cref="BySection"/>.</param>
    public static string Missing(string file, string section) => $"{file} has no {section} section; nothing was run. For example:\n\n  \"{section}\": {BySection[section]}\n";
}
