using System.Text.Json;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Sensitivity;
using ProgressionSim.Statistics;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Sensitivity;

/// <summary>Writes summary.json of a sensitivity analysis.</summary>
internal static class SensitivityJson
{
    /// <summary>The whole file.</summary>
    public static byte[] Of(SensitivityView view, string version) => JsonFile.Of(json =>
    {
        var plan = view.Plan;
        json.WriteHead(SensitivityJobs.Of(plan.Method), plan.Run, version, plan.Patients, view.Result.ElapsedSeconds);
        json.WriteString("arm", view.ArmName);
        json.WriteString("against", view.ReferenceName);
        json.WriteString("outcomesCountFrom", OutcomePhrases.Origin(plan.Run));
        json.WriteString("outcome", OutcomeCatalogue.All[plan.Question.Outcome].Name);
        json.WriteString("unit", OutcomeCatalogue.All[plan.Question.Outcome].Unit);
        json.WriteRules(plan.Question.Rules);
        json.WriteNumber(plan.Method == SensitivityMethod.Sobol ? "basePoints" : "trajectories", plan.BasePoints);
        json.WriteNumber("points", view.Result.Points);
        json.WriteStartArray("parameters");
        for (var i = 0; i < plan.Parameters.Count; i++)
        {
            var (path, values) = (plan.Parameters[i].Path, view.Result.TornadoValues[i]);
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteString("path", path);
                line.WriteValue("low", values[0]);
                line.WriteValue("median", values[1]);
                line.WriteValue("high", values[2]);
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
        json.WriteStartArray("answers");
        foreach (var answer in view.Result.Answers)
        {
            WriteAnswer(json, view, answer);
        }

        json.WriteEndArray();
    });

    /// <summary>Name of a number in files.</summary>
    public static string NameOf(SensitivityOf of) => of switch
    {
        SensitivityOf.Benefit => "benefit",
        SensitivityOf.Reference => "reference",
        _ => "arm",
    };

    private static void WriteAnswer(Utf8JsonWriter json, SensitivityView view, SensitivityAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("of", NameOf(answer.Of));
        json.WriteBoolean("estimated", view.Depends(answer));
        if (answer.Sobol is { } sobol)
        {
            json.WriteValue("mean", sobol.Mean);
            json.WriteValue("variance", sobol.Variance);
            WriteIndex(json, "interactions", sobol.Interactions);
        }

        json.WriteStartArray("parameters");
        for (var parameter = 0; parameter < view.Plan.Parameters.Count; parameter++)
        {
            WriteParameter(json, view, answer, parameter);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter json, SensitivityView view, SensitivityAnswer answer, int parameter)
    {
        json.WriteStartObject();
        json.WriteString("path", view.Plan.Parameters[parameter].Path);
        if (answer.Sobol is { } sobol)
        {
            var found = sobol.Status == FitStatus.Estimated;
            WriteIndex(json, "first", found ? sobol.First[parameter] : null);
            WriteIndex(json, "total", found ? sobol.Total[parameter] : null);
        }

        if (answer.Morris is { } morris)
        {
            WriteEffect(json, morris.Status == FitStatus.Estimated ? morris.Effects[parameter] : null);
        }

        json.WritePropertyName("tornado");
        if (answer.Tornado.Status == FitStatus.Estimated)
        {
            var bar = answer.Tornado.Bars.First(each => each.Parameter == parameter);
            json.WriteOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteValue("atLow", bar.AtLow);
                line.WriteValue("atMedian", bar.AtMedian);
                line.WriteValue("atHigh", bar.AtHigh);
                line.WriteEndObject();
            });
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    private static void WriteIndex(Utf8JsonWriter json, string name, SobolIndex? index)
    {
        json.WritePropertyName(name);
        if (index is not { } found)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteEstimate(found.Value, found.StandardError, found.Low, found.High);
    }

    private static void WriteEffect(Utf8JsonWriter json, MorrisEffect? effect)
    {
        json.WritePropertyName("effect");
        if (effect is not { } found)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteOnOneLine(line =>
        {
            line.WriteStartObject();
            line.WriteValue("mu", found.Mu);
            line.WriteValue("muStar", found.MuStar);
            line.WriteValue("low", found.MuStarLow);
            line.WriteValue("high", found.MuStarHigh);
            line.WriteValue("sigma", found.Sigma);
            line.WriteEndObject();
        });
    }
}
