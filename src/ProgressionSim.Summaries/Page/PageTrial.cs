using System.Text.Json;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Page;

/// <summary>A hundred trials as the teaching page's game takes them.</summary>
public static class PageTrial
{
    /// <summary>The trials as JSON on one line.</summary>
    /// <param name="design">The design.</param>
    /// <param name="withEffect">Trials in which the drug has its effect.</param>
    /// <param name="withoutEffect">The same trials with placebo in every arm.</param>
    public static string Json(TrialDesign design, IReadOnlyList<TrialEstimate> withEffect, IReadOnlyList<TrialEstimate> withoutEffect) => PageJson.Text(json =>
    {
        var (found, falselyFound) = (withEffect.Count(Found), withoutEffect.Count(Found));
        json.WriteString("sha256", design.ScenarioSha256);
        json.WriteString("primary", design.Endpoints[design.Primary].Name);
        json.WriteNumber("patients", design.Patients);
        json.WriteNumber("trials", withEffect.Count);
        json.WriteNumber("found", found);
        json.WriteValue("power", (double)found / withEffect.Count);
        json.WriteNumber("foundInNoEffect", falselyFound);
        json.WriteValue("typeIError", (double)falselyFound / withoutEffect.Count);
        json.WriteStartArray("estimates");
        foreach (var estimate in withEffect)
        {
            Write(json, estimate);
        }

        json.WriteEndArray();
    });

    private static bool Found(TrialEstimate trial) => trial.Decision == TrialDecision.Success;

    private static void Write(Utf8JsonWriter json, TrialEstimate estimate)
    {
        json.WriteStartObject();
        json.WriteValue("difference", estimate.Effect);
        json.WriteValue("low", estimate.Low);
        json.WriteValue("high", estimate.High);
        json.WriteBoolean("significant", Found(estimate));
        json.WriteNumber("patients", estimate.Patients);
        json.WriteEndObject();
    }
}
