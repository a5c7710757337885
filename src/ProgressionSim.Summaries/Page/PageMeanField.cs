using ProgressionSim.Engine.Running;
using ProgressionSim.Summaries.Json;

namespace ProgressionSim.Summaries.Page;

/// <summary>The typical patient without chance as the teaching page takes it.</summary>
public static class PageMeanField
{
    /// <summary>The courses as JSON on one line; no arms when the typical patient never falls ill.</summary>
    /// <param name="plan">What was run.</param>
    /// <param name="meanField">Its typical patient.</param>
    public static string Json(RunPlan plan, MeanField meanField) => PageJson.Text(json =>
    {
        json.WriteNumbers("months", [.. meanField.Months.Select(month => (double)month)]);
        json.WriteStartArray("arms");
        for (var arm = 0; meanField.Exists && arm < plan.Arms.Count; arm++)
        {
            json.WriteStartObject();
            json.WriteString("name", plan.Arms[arm].Name);
            json.WriteNumbers("alsfrs", meanField.AlsfrsTotal(arm));
            json.WriteNumbers("neurofilament", meanField.NeurofilamentPgPerMl(arm));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
