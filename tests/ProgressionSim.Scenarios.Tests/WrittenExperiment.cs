namespace ProgressionSim.Scenarios.Tests;

/// <summary>A scenario with an untreated and a treated arm, and experiments on it.</summary>
internal static class WrittenExperiment
{
    /// <summary>The scenario with sections, which begin in line 8, or in line 9 when there is another arm.</summary>
    public static WrittenScenario Of(string sections, string anotherArm = "") => WrittenScenario.Of($$"""
        {
          "name": "x",
          "treatments": { "ideal80": { "kind": "knockdown", "knockdown": 0.8 }, "slower": { "kind": "rateRatio" } },
          "arms": [
            { "name": "untreated" },
            { "name": "early", "treatments": ["ideal80"], "start": { "at": "symptomOnset" } }{{(anotherArm.Length > 0 ? ",\n" : "")}}{{anotherArm}}
          ],
        {{sections}}
        }
        """);
}
