using System.Text.Json;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Uncertainty;

/// <summary>Writes summary.json of a result with uncertain parameters.</summary>
internal static class UncertaintyJson
{
    /// <summary>The whole file.</summary>
    public static byte[] Of(UncertaintyView view, string version) => JsonFile.Of(json =>
    {
        var (result, record) = (view.Result, view.Result.Record);
        json.WriteHead(UncertaintyJobs.Uncertainty, result.Run, version, result.Run.Patients, result.ElapsedSeconds);
        json.WriteNumber("patientsAnalysed", record.Patients(0));
        json.WriteNumber("withoutOrigin", record.WithoutOrigin);
        json.WriteString("arm", view.NameOf(view.Arm));
        json.WriteString("against", view.NameOf(0));
        json.WriteString("outcomesCountFrom", OutcomePhrases.Origin(result.Run));
        json.WriteString("outcome", view.Words.Outcome.Name);
        json.WriteRules(result.Question.Rules);
        json.WriteNumber("parameterDraws", view.Draws);
        json.WriteNumber("patientsOfDraw", result.Uncertainty.Plan.Patients);
        json.WriteStartArray("parameters");
        for (var i = 0; i < result.Uncertainty.Plan.Parameters.Count; i++)
        {
            var parameter = i;
            json.WriteStartObject();
            json.WriteString("path", result.Uncertainty.Plan.Parameters[i].Path);
            json.WriteInterval("drawn", result.Uncertainty.Interval(replicate => result.Uncertainty.Draws[replicate][parameter]));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("groups");
        for (var group = 0; group < record.Groups.Count; group++)
        {
            WriteGroup(json, view, group);
        }

        json.WriteEndArray();
        json.WriteStartArray("variances");
        foreach (var variance in result.Uncertainty.Variances)
        {
            VarianceJson.Write(json, view.NameOf(variance.Arm), variance);
        }

        json.WriteEndArray();
    });

    private static void WriteGroup(Utf8JsonWriter json, UncertaintyView view, int group)
    {
        json.WriteStartObject();
        json.WriteString("name", view.Result.Record.Groups[group].Name);
        json.WriteNumber("patients", view.Result.Record.Patients(group));
        json.WriteStartArray("arms");
        for (var arm = 0; arm < view.Arms; arm++)
        {
            json.WriteStartObject();
            json.WriteString("name", view.NameOf(arm));
            json.WriteStartArray("outcomes");
            for (var outcome = 0; outcome < OutcomeCatalogue.Count; outcome++)
            {
                json.WriteStartObject();
                json.WriteString("name", OutcomeCatalogue.All[outcome].Name);
                json.WriteString("unit", OutcomeCatalogue.All[outcome].Unit);
                json.WriteEstimate("mean", view.Mean(group, arm, outcome));
                json.WriteInterval("meanOverParameters", view.MeanOverParameters(group, arm, outcome));
                json.WriteEstimate("benefit", arm == 0 ? null : view.Benefit(group, arm, outcome));
                json.WriteInterval("benefitOverParameters", arm == 0 ? null : view.BenefitOverParameters(group, arm, outcome));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
