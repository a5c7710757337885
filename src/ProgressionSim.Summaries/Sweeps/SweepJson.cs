using System.Text.Json;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Sweeps;

/// <summary>Writes summary.json of a sweep. Outcomes that the plan does not show are in sweep.csv only.</summary>
internal static class SweepJson
{
    /// <summary>The whole file.</summary>
    public static byte[] Of(SweepView view, string version) => JsonFile.Of(json =>
    {
        var plan = view.Plan;
        json.WriteHead(SweepJobs.Sweep, plan.Run, version, plan.Run.Patients, view.Result.ElapsedSeconds);
        json.WriteString("arm", view.ArmName);
        json.WriteString("against", view.ReferenceName);
        json.WriteString("shows", plan.ShowsBenefit ? "benefit" : "outcome");
        json.WriteString("outcomesCountFrom", OutcomePhrases.Origin(plan.Run));
        json.WriteRules(plan.Question.Rules);
        json.WriteStartArray("axes");
        foreach (var axis in plan.Axes)
        {
            json.WriteStartObject();
            json.WriteString("path", axis.Path);
            json.WriteString("label", axis.Label);
            json.WriteNumbers("values", axis.Values);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("outcomes");
        foreach (var outcome in plan.Outcomes)
        {
            WriteOutcome(json, view, outcome);
        }

        json.WriteEndArray();
    });

    private static void WriteOutcome(Utf8JsonWriter json, SweepView view, int outcome)
    {
        json.WriteStartObject();
        json.WriteString("name", OutcomeCatalogue.All[outcome].Name);
        json.WriteString("unit", OutcomeCatalogue.All[outcome].Unit);
        json.WriteStartArray("cells");
        for (var cell = 0; cell < view.Plan.Cells; cell++)
        {
            var (first, second, found) = (cell % view.Firsts, cell / view.Firsts, view.Result.Cells[cell]);
            double[] at = view.Plan.Axes.Count == 1 ? [view.Plan.Axes[0].Values[first]] : [view.Plan.Axes[0].Values[first], view.Plan.Axes[1].Values[second]];
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteNumbers("at", at);
                line.WriteEstimate("reference", found.Reference(outcome));
                line.WriteEstimate("arm", found.Arm(outcome));
                line.WriteEstimate("benefit", found.Benefit(outcome));
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
