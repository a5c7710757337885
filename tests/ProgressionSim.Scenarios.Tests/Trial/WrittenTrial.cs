namespace ProgressionSim.Scenarios.Tests.Trial;

/// <summary>A scenario with a good trial, one setting a line, some of which are replaced or added.</summary>
internal static class WrittenTrial
{
    /// <summary>Line of the first added setting.</summary>
    public const int FirstAdded = 11;

    private static readonly string[] Lines = ["arms", "patients", "visits", "endpoints"];

    /// <summary>Patients of the disease model. Line 3 is the population, 4 treatments, 5 arms, 6 the trial, 7-10 its arms, patients, visits and endpoints.</summary>
    /// <param name="settings">Settings of the trial by name; one of those four in its place, others from line 11 on.</param>
    public static WrittenScenario With(params (string Name, string Json)[] settings) => Of(
        """
        "population": { "enrolmentMonths": 12, "subgroups": [ { "name": "young", "share": 0.25 }, { "name": "old", "share": 0.5 } ] },
          "treatments": { "slower": { "kind": "rateRatio", "stressRatio": 0.7 } },
          "arms": [ { "name": "untreated" }, { "name": "treated", "treatments": ["slower"], "start": { "at": "enrolment" } } ],
        """,
        """[ { "name": "placebo", "arm": "untreated" }, { "name": "active", "arm": "treated" } ]""",
        settings);

    /// <summary>Patients of a generator, on line 11; the arms of its trial are on line 7 too.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="settings">Settings of the trial likewise, others from line 12 on.</param>
    public static WrittenScenario Generated(string generator, params (string Name, string Json)[] settings) =>
        Of("\n\n", """[ { "name": "placebo" }, { "name": "active", "arm": "slower" } ]""", [("generator", generator), .. settings]);

    /// <summary>A random-slope generator.</summary>
    /// <param name="more">More of its settings, each with a comma before it.</param>
    public static string RandomSlope(string more = "") =>
        $$"""{ "kind": "randomSlope", "interceptMean": 38, "interceptSd": 5, "slopeMean": -1, "slopeSd": 0.6, "residualSd": 2, "effects": { "slower": { "slopeDifferencePerMonth": 0.3 } }{{more}} }""";

    /// <summary>Expects exactly one problem with exactly this message.</summary>
    public static void IsRefused(this WrittenScenario scenario, int line, string statement, string rule, string suggestion = "")
    {
        var message = $"scenario.json: 1 problem, nothing was run.\n\n1. {statement} (scenario.json, line {line}).";
        scenario.IsRefused(message + (rule.Length > 0 ? $"\n   {rule}" : "") + (suggestion.Length > 0 ? $"\n   {suggestion}" : ""));
    }

    private static WrittenScenario Of(string disease, string arms, (string Name, string Json)[] settings)
    {
        var good = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["arms"] = arms,
            ["patients"] = "100",
            ["visits"] = """{ "weeks": [0, 12, 24, 36, 48] }""",
            ["endpoints"] = """[ { "name": "slope", "measure": "alsfrsTotal", "analysis": "randomSlope" } ]""",
        };
        foreach (var (name, json) in settings)
        {
            good[name] = json;
        }

        var lines = Lines.Concat(settings.Select(setting => setting.Name).Except(Lines, StringComparer.Ordinal)).Select(name => $"    \"{name}\": {good[name]}");
        return WrittenScenario.Of($"{{\n  \"name\": \"x\",\n  {disease}\n  \"trial\": {{\n{string.Join(",\n", lines)}\n  }}\n}}\n");
    }
}
