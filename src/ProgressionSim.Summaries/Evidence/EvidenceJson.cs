using System.Text.Json;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Model.Parameters;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>Writes summary.json of a comparison with published quantities.</summary>
internal static class EvidenceJson
{
    /// <summary>The whole file.</summary>
    /// <param name="result">The result.</param>
    /// <param name="version">Version of the program.</param>
    public static byte[] Of(EvidenceResult result, string version) => JsonFile.Of(json =>
    {
        var plan = result.Plan;
        json.WriteHead(EvidenceJobs.Evidence, plan.Run, version, plan.Patients, result.ElapsedSeconds);
        json.WriteNumber("patientsAnalysed", result.Analysed);
        json.WriteNumber("parameterDraws", result.Uncertainty is null ? 0 : plan.Draws);
        json.WriteNumber("patientsOfDraw", result.Uncertainty is null ? 0 : plan.PatientsOfDraw);
        WriteCounts(json, "checks", result, EvidenceUse.Check);
        WriteCounts(json, "fitted", result, EvidenceUse.Fit);
        json.WriteStartArray("uncertainParameters");
        foreach (var parameter in result.Uncertainty?.Parameters ?? [])
        {
            json.WriteStringValue(parameter.Path);
        }

        json.WriteEndArray();
        json.WriteStartArray("quantities");
        foreach (var each in result.Quantities)
        {
            Write(json, each, EstimatorWords.Of(each.Quantity.Estimator, plan.Run));
        }

        json.WriteEndArray();
        json.WriteStartArray("limits");
        foreach (var limit in plan.Limits)
        {
            json.WriteStringValue(limit);
        }

        json.WriteEndArray();
    });

    /// <summary>Name of a verdict in files.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string NameOf(EvidenceVerdict verdict) => verdict switch
    {
        EvidenceVerdict.Inside => "inside",
        EvidenceVerdict.Overlaps => "overlaps",
        EvidenceVerdict.Outside => "outside",
        _ => "notJudged",
    };

    /// <summary>Name of a level of confidence in files.</summary>
    /// <param name="confidence">The level.</param>
    public static string NameOf(Confidence confidence) => confidence.ToString().ToLowerInvariant();

    private static void WriteCounts(Utf8JsonWriter json, string name, EvidenceResult result, EvidenceUse use)
    {
        QuantityResult[] judged = [.. result.Judged(use)];
        json.WritePropertyName(name);
        json.WriteOnOneLine(line =>
        {
            line.WriteStartObject();
            line.WriteNumber("judged", judged.Length);
            line.WriteNumber("inside", judged.Count(each => each.Verdict == EvidenceVerdict.Inside));
            line.WriteNumber("overlaps", judged.Count(each => each.Verdict == EvidenceVerdict.Overlaps));
            line.WriteNumber("outside", judged.Count(each => each.Verdict == EvidenceVerdict.Outside));
            line.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, QuantityResult result, string estimator)
    {
        var quantity = result.Quantity;
        json.WriteStartObject();
        json.WriteString("name", quantity.Name);
        json.WriteString("title", quantity.Title);
        json.WriteString("use", EvidenceText.Use(quantity.Use));
        json.WriteString("unit", quantity.Unit);
        json.WriteValue("value", quantity.Value);
        json.WriteValue("low", quantity.Low);
        json.WriteValue("high", quantity.High);
        json.WritePropertyName("predicted");
        json.WriteEstimate(result.Predicted, result.StandardError, result.Low, result.High);
        json.WriteString("verdict", NameOf(result.Verdict));
        json.WriteValue("widthsOutside", EvidenceNumbers.WidthsOutside(quantity, result.Predicted));
        if (result.Distribution.Count > 0)
        {
            json.WriteNumber("series", result.Distribution.Count);
            json.WriteValue("shareAtLeastAsExtreme", SeriesShare.Of(result)?.Share);
        }

        json.WriteValue("patients", quantity.Patients);
        json.WriteString("population", quantity.Population);
        json.WriteString("source", quantity.Source);
        json.WriteString("confidence", NameOf(quantity.Confidence));
        json.WriteString("estimator", estimator);
        json.WriteEndObject();
    }
}
