using System.Text.Json;
using ProgressionSim.Engine.Running;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Timing;

/// <summary>Writes summary.json of two timing experiments side by side; values in which they differ are null at the top and stand with each of them.</summary>
internal static class TimingPairJson
{
    /// <summary>The whole file.</summary>
    public static byte[] Of(TimingPair pair, string version) => JsonFile.Of(json =>
    {
        json.WriteString("scenario", string.Join(" / ", pair.Views.Select(view => view.Plan.Run.Name)));
        json.WriteString("scenarioSha256", TimingJobs.Sha256(pair.Views[0].Plan, pair.Views[1].Plan));
        json.WriteString("version", version);
        WriteShared(json, "seed", pair, run => run.Seed);
        WriteShared(json, "patients", pair, run => run.Patients);
        json.WriteValue("elapsedSeconds", pair.Views.Sum(view => view.Result.ElapsedSeconds));
        json.WriteString("job", TimingJobs.Against);
        json.WriteString("outcome", pair.Words.Outcome.Name);
        json.WriteValue("earliestCommonStartMonths", pair.Offsets[pair.Earliest]);
        json.WriteValue("laterStartMonths", pair.Offsets[pair.Later]);
        json.WriteStartArray("gainOfEarliestStart");
        for (var start = pair.Earliest + 1; start < pair.Offsets.Count && pair.HasPatients; start++)
        {
            json.WriteStartObject();
            json.WriteValue("laterStartMonths", pair.Offsets[start]);
            json.WriteEstimate("first", pair.Gain(0, start));
            json.WriteEstimate("second", pair.Gain(1, start));
            json.WriteEstimate("difference", pair.Difference(start));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("scenarios");
        for (var which = 0; which < pair.Views.Count; which++)
        {
            var run = pair.Views[which].Plan.Run;
            json.WriteStartObject();
            json.WriteString("name", run.Name);
            json.WriteString("scenarioSha256", run.ScenarioSha256);
            json.WriteNumber("seed", run.Seed);
            json.WriteNumber("patients", run.Patients);
            json.WriteValue("medianMonthsToOrigin", pair.MedianOriginMonths(which));
            TimingJson.Write(json, pair.Views[which]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void WriteShared(Utf8JsonWriter json, string name, TimingPair pair, Func<RunPlan, double> number)
    {
        var (first, second) = (number(pair.Views[0].Plan.Run), number(pair.Views[1].Plan.Run));
        json.WriteValue(name, first.Equals(second) ? first : null);
    }
}
