using System.Text.Json;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Uncertainty;
using ProgressionSim.Summaries.Json;

namespace ProgressionSim.Summaries.Outcomes;

/// <summary>A split variance in summary.json.</summary>
internal static class VarianceJson
{
    /// <summary>One arm, an item of an array.</summary>
    public static void Write(Utf8JsonWriter json, string arm, ArmVariance variance)
    {
        json.WriteStartObject();
        json.WriteString("arm", arm);
        json.WriteString("outcome", OutcomeCatalogue.All[variance.Outcome].Name);
        json.WriteNumber("patients", variance.Patients);
        json.WriteValue("variance", variance.Split.Total);
        Write(json, "chance", variance.Split.Chance);
        Write(json, "patientVariability", variance.Split.Patients);
        Write(json, "parameterUncertainty", variance.Split.Parameters);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, VarianceComponent component)
    {
        json.WritePropertyName(name);
        json.WriteOnOneLine(line =>
        {
            line.WriteStartObject();
            line.WriteValue("variance", component.Variance);
            line.WriteValue("standardError", component.StandardError);
            line.WriteValue("share", component.ShareOfTotal);
            line.WriteEndObject();
        });
    }
}
