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
        ["uncertainty"] = """{ "parameters": [ { "path": "disease.death.ratePerMonth", "distribution": "logNormal", "median": 0.072, "cv": 0.2 } ] }""",
    };

    /// <summary>What is said when a command needs a section that a scenario does not have.</summary>
    /// <param name="file">File of the scenario.</param>
    /// <param name="section">Name of the section: <c>timing</c>, <c>sweep</c>, <c>sensitivity</c> or <c>uncertainty</c>.</param>
    public static string Missing(string file, string section) => $"{file} has no {section} section; nothing was run. For example:\n\n  \"{section}\": {BySection[section]}\n";
}
