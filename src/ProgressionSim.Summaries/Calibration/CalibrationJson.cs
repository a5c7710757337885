using System.Text.Json;
using ProgressionSim.Experiments.Calibration;
using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.Evidence;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Calibration;

/// <summary>Writes summary.json of a fit.</summary>
internal static class CalibrationJson
{
    /// <summary>The whole file.</summary>
    public static byte[] Of(CalibrationView view, string version) => JsonFile.Of(json =>
    {
        var (plan, result) = (view.Plan, view.Result);
        json.WriteHead(CalibrationJobs.Calibration, plan.Evidence.Run, version, plan.Patients, result.ElapsedSeconds);
        json.WriteString("evidenceFile", plan.EvidenceFile);
        json.WriteNumber("patientsOfPosterior", plan.PatientsOfPosterior);
        json.WriteNumber("evaluations", result.Evaluations);
        json.WriteNumber("generations", result.Trace.Count);
        WriteBeforeAfter(json, "loss", result.Loss.Before, result.Loss.After);
        WriteBeforeAfter(json, "targetsInside", Inside(view.Targets, fit => fit.Before), Inside(view.Targets, fit => fit.After));
        json.WriteNumber("targets", view.Targets.Count);
        json.WriteStartArray("parameters");
        foreach (var each in result.Parameters)
        {
            Write(json, each);
        }

        json.WriteEndArray();
        json.WriteStartArray("correlations");
        foreach (var pair in result.Correlations)
        {
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteString("first", result.Parameters[pair.First].Parameter.Path);
                line.WriteString("second", result.Parameters[pair.Second].Parameter.Path);
                line.WriteValue("value", pair.Value);
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
        json.WriteStartArray("openDirections");
        foreach (var direction in result.OpenDirections)
        {
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                for (var parameter = 0; parameter < direction.Count; parameter++)
                {
                    line.WriteValue(result.Parameters[parameter].Parameter.Path, direction[parameter]);
                }

                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
        json.WriteStartArray("quantities");
        foreach (var fit in result.Quantities)
        {
            Write(json, fit);
        }

        json.WriteEndArray();
    });

    private static int Inside(IEnumerable<QuantityFit> fits, Func<QuantityFit, double> prediction) =>
        fits.Count(fit => CalibrationView.IsInside(fit.Quantity, prediction(fit)) == true);

    private static void WriteBeforeAfter(Utf8JsonWriter json, string name, double before, double after)
    {
        json.WritePropertyName(name);
        json.WriteOnOneLine(line =>
        {
            line.WriteStartObject();
            line.WriteValue("before", before);
            line.WriteValue("after", after);
            line.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, FittedParameter fitted)
    {
        var belief = CalibrationView.Belief(fitted.Parameter);
        json.WriteStartObject();
        json.WriteString("path", fitted.Parameter.Path);
        json.WriteString("belief", fitted.Parameter.IsLogarithmic ? "logNormal" : "normal");
        json.WritePropertyName("before");
        WriteRange(json, fitted.Parameter.Center, belief.Low, belief.High, fitted.Parameter.Sd);
        json.WritePropertyName("after");
        WriteRange(json, fitted.Value, fitted.Low, fitted.High, fitted.Sd);
        json.WriteValue("shrinkage", fitted.Shrinkage);
        json.WriteBoolean("identified", fitted.IsIdentified);
        json.WriteBoolean("atLimit", fitted.IsAtLimit);
        json.WriteEndObject();
    }

    private static void WriteRange(Utf8JsonWriter json, double value, double low, double high, double sd) => json.WriteOnOneLine(line =>
    {
        line.WriteStartObject();
        line.WriteValue("value", value);
        line.WriteValue("low", low);
        line.WriteValue("high", high);
        line.WriteValue("sd", sd);
        line.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, QuantityFit fit)
    {
        EvidenceQuantity quantity = fit.Quantity;
        json.WriteStartObject();
        json.WriteString("name", quantity.Name);
        json.WriteString("use", EvidenceText.Use(quantity.Use));
        json.WriteValue("value", quantity.Value);
        json.WriteValue("low", quantity.Low);
        json.WriteValue("high", quantity.High);
        json.WriteValue("before", fit.Before);
        json.WriteValue("after", fit.After);
        json.WriteValue("standardError", fit.StandardError);
        json.WriteEndObject();
    }
}
