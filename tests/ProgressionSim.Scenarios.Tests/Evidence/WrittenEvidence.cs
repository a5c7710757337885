namespace ProgressionSim.Scenarios.Tests.Evidence;

/// <summary>A scenario with an untreated and a treated arm, a subgroup <c>juvenile</c> and published quantities.</summary>
internal static class WrittenEvidence
{
    /// <summary>A population with a subgroup.</summary>
    public const string Population = """
        "population": { "subgroups": [
          { "name": "juvenile", "share": 0.4, "progressionRate": { "distribution": "logNormal", "median": 2.5, "cv": 0.5 } },
          { "name": "adult", "share": 0.6, "progressionRate": { "distribution": "logNormal", "median": 1, "cv": 0.5 } } ] }
        """;

    /// <summary>The section: the first quantity stands in line 9, each further one in a line of its own.</summary>
    public static string Section(params string[] quantities) => $"\"evidence\": {{ \"quantities\": [\n{string.Join(",\n", quantities)}\n] }}";

    /// <summary>The scenario with quantities, and a population after them.</summary>
    public static WrittenScenario Of(params string[] quantities) => WrittenExperiment.Of($"{Section(quantities)},\n{Population}");

    /// <summary>A quantity in one line.</summary>
    public static string Quantity(string name, string estimator, string numbers = "\"low\": 1, \"high\": 2", string use = "check") =>
        $$"""{ "name": "{{name}}", "title": "A title", "population": "One centre", "use": "{{use}}", {{numbers}}, "source": "A paper", "confidence": "low", "estimator": {{estimator}} }""";
}
