using System.Text.Json;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Summaries.Json;

namespace ProgressionSim.Summaries.Outcomes;

/// <summary>Estimates of outcomes in summary.json.</summary>
internal static class OutcomeJson
{
    /// <summary>What every summary begins with; times stand on lines of their own.</summary>
    public static void WriteHead(this Utf8JsonWriter json, string job, Engine.Running.RunPlan plan, string version, double patients, double elapsedSeconds)
    {
        json.WriteString("scenario", plan.Name);
        json.WriteString("scenarioSha256", plan.ScenarioSha256);
        json.WriteString("version", version);
        json.WriteNumber("seed", plan.Seed);
        json.WriteValue("patients", patients);
        json.WriteValue("elapsedSeconds", elapsedSeconds);
        json.WriteString("job", job);
    }

    /// <summary>How outcomes were counted.</summary>
    public static void WriteRules(this Utf8JsonWriter json, OutcomeRules rules)
    {
        json.WriteNumber("outcomeAtMonths", rules.Months);
        json.WriteValue("recoveryPoints", rules.RecoveryPoints);
        json.WriteNumber("recoveryHeldMonths", rules.RecoveryHeldMonths);
        json.WriteValue("fastAboveProgressionRate", rules.FastAboveProgressionRate);
    }

    /// <summary>An estimate with its 95 % Monte Carlo interval on one line; null when there is none.</summary>
    public static void WriteEstimate(this Utf8JsonWriter json, string name, Estimate? estimate)
    {
        json.WritePropertyName(name);
        if (estimate is not { } found || !double.IsFinite(found.Value))
        {
            json.WriteNullValue();
            return;
        }

        json.WriteEstimate(found.Value, found.StandardError, found.Low, found.High);
    }

    /// <summary>An interval from uncertain parameters on one line; null when there is none.</summary>
    public static void WriteInterval(this Utf8JsonWriter json, string name, ParameterInterval? interval)
    {
        json.WritePropertyName(name);
        if (interval is not { } found)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteOnOneLine(line =>
        {
            line.WriteStartObject();
            line.WriteValue("median", found.Median);
            line.WriteValue("low", found.Low);
            line.WriteValue("high", found.High);
            line.WriteEndObject();
        });
    }
}
