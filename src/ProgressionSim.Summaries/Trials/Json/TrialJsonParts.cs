using System.Text.Json;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Trials.Json;

/// <summary>What the summaries of trials, sample sizes and comparisons share.</summary>
internal static class TrialJsonParts
{
    /// <summary>What every summary begins with, of one design.</summary>
    public static void WriteHead(this Utf8JsonWriter json, string job, TrialDesign design, string version, int patients, double elapsedSeconds, double trials)
    {
        json.WriteString("scenario", design.Name);
        json.WriteString("scenarioSha256", design.ScenarioSha256);
        json.WriteString("version", version);
        json.WriteNumber("seed", design.Seed);
        json.WriteNumber("patients", patients);
        json.WriteNumber("replicates", design.Replicates);
        json.WriteTimes(elapsedSeconds, trials);
        json.WriteString("job", job);
    }

    /// <summary>The values that differ between runs, on lines of their own.</summary>
    public static void WriteTimes(this Utf8JsonWriter json, double elapsedSeconds, double trials)
    {
        json.WriteValue("elapsedSeconds", elapsedSeconds);
        json.WriteValue("trialsPerSecond", elapsedSeconds > 0 ? trials / elapsedSeconds : double.NaN);
    }

    /// <summary>A simulated value on one line; null when there is none.</summary>
    public static void WriteSimulated(this Utf8JsonWriter json, string name, SimulatedValue? value)
    {
        json.WritePropertyName(name);
        if (value is not { } known)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteEstimate(known.Value, known.StandardError, known.Low, known.High);
    }

    /// <summary>A power curve, one point a line.</summary>
    public static void WriteCurve(this Utf8JsonWriter json, IReadOnlyList<PowerCurvePoint> curve)
    {
        json.WriteStartArray("curve");
        foreach (var point in curve)
        {
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteNumber("patients", point.Patients);
                line.WriteValue("power", point.Power);
                line.WriteValue("low", point.Low);
                line.WriteValue("high", point.High);
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
    }
}
