using System.Text.Json;
using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Outcomes;

namespace ProgressionSim.Summaries.Timing;

/// <summary>Writes summary.json of a timing experiment. A month that lies outside the examined starts is null, and <c>where</c> says on which side.</summary>
internal static class TimingJson
{
    /// <summary>The whole file.</summary>
    public static byte[] Of(TimingView view, string version) => JsonFile.Of(json =>
    {
        json.WriteHead(TimingJobs.Timing, view.Plan.Run, version, view.Plan.Run.Patients, view.Result.ElapsedSeconds);
        Write(json, view);
    });

    /// <summary>Everything found.</summary>
    public static void Write(Utf8JsonWriter json, TimingView view)
    {
        var (plan, record) = (view.Plan, view.Result.Record);
        json.WriteNumber("patientsAnalysed", record.Patients(0));
        json.WriteNumber("withoutOrigin", record.WithoutOrigin);
        json.WriteString("arm", plan.Run.Arms[plan.Question.Arm].Name);
        json.WriteString("against", view.ReferenceName);
        json.WriteString("startsCountFrom", TimingWords.From(plan));
        json.WriteString("outcomesCountFrom", TimingWords.Origin(plan.Run));
        json.WriteString("outcome", view.Words.Outcome.Name);
        json.WriteRules(view.Result.Rules);
        json.WriteValue("windowKeeps", plan.WindowKeepsShare);
        json.WriteValue("smallestBenefit", plan.SmallestBenefit);
        json.WriteNumbers("offsetsMonths", plan.OffsetsMonths);
        json.WriteNumber("parameterDraws", view.Result.Uncertainty?.Record.Draws.Count ?? 0);
        json.WriteStartArray("groups");
        for (var group = 0; group < record.Groups.Count; group++)
        {
            WriteGroup(json, view, group);
        }

        json.WriteEndArray();
        WriteTriggers(json, view);
        WriteVariances(json, view);
    }

    private static void WriteGroup(Utf8JsonWriter json, TimingView view, int group)
    {
        var record = view.Result.Record;
        json.WriteStartObject();
        json.WriteString("name", record.Groups[group].Name);
        json.WriteNumber("patients", record.Patients(group));
        json.WriteStartArray("starts");
        for (var start = 0; start < view.Offsets.Count; start++)
        {
            var (offset, starts, clamped) = (view.Offsets[start], record.Starts(group, TimingResult.ArmOf(start)), view.Result.IsClamped(group, start));
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteValue("offsetMonths", offset);
                line.WriteValue("clampedShare", starts.ClampedShare);
                line.WriteBoolean("clamped", clamped);
                line.WriteValue("treatedShare", starts.TreatedShare);
                line.WriteValue("medianStartMonths", starts.QuantileMonths(0.5));
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
        json.WriteStartArray("outcomes");
        foreach (var outcome in Enumerable.Range(0, OutcomeCatalogue.Count))
        {
            WriteOutcome(json, view, group, outcome);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter json, TimingView view, int group, int outcome)
    {
        var curve = view.Result.Curve(group, outcome);
        json.WriteStartObject();
        json.WriteString("name", OutcomeCatalogue.All[outcome].Name);
        json.WriteString("unit", OutcomeCatalogue.All[outcome].Unit);
        json.WriteEstimate("reference", curve.Reference);
        WriteAnswer(json, "window", curve.Window, view.Window(group, outcome));
        WriteAnswer(json, "pointOfNoReturn", curve.PointOfNoReturn, view.PointOfNoReturn(group, outcome));
        json.WriteStartArray("curve");
        for (var start = 0; start < view.Offsets.Count; start++)
        {
            var (index, cost) = (start, start < curve.CostsOfDelay.Count ? curve.CostsOfDelay[start] : null);
            json.WriteStartObject();
            json.WriteValue("offsetMonths", view.Offsets[start]);
            json.WriteEstimate("mean", curve.Means[index]);
            json.WriteEstimate("benefit", curve.Benefits[index]);
            json.WriteInterval("benefitOverParameters", view.Parameters(group, outcome, index));
            json.WriteEstimate("costOfDelayPerMonth", cost);
            json.WriteInterval("costOfDelayOverParameters", cost is null ? null : view.CostOfDelay(group, outcome, index));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter json, string name, MonthAnswer answer, Experiments.Uncertainty.ParameterInterval? parameters)
    {
        json.WritePropertyName(name);
        json.WriteOnOneLine(line =>
        {
            line.WriteStartObject();
            line.WriteValue("months", answer.Months);
            line.WriteString("where", Where(answer.Months));
            line.WriteValue("low", answer.Low);
            line.WriteString("lowWhere", Where(answer.Low));
            line.WriteValue("high", answer.High);
            line.WriteString("highWhere", Where(answer.High));
            if (parameters is { } uncertain)
            {
                line.WriteValue("lowOverParameters", uncertain.Low);
                line.WriteString("lowOverParametersWhere", Where(uncertain.Low));
                line.WriteValue("highOverParameters", uncertain.High);
                line.WriteString("highOverParametersWhere", Where(uncertain.High));
            }

            line.WriteEndObject();
        });
    }

    private static string Where(double months) => months switch
    {
        double.PositiveInfinity => "afterLatestStart",
        double.NegativeInfinity => "beforeEarliestStart",
        _ => "between",
    };

    private static void WriteTriggers(Utf8JsonWriter json, TimingView view)
    {
        json.WriteStartArray("triggers");
        for (var i = 0; i < view.Result.Triggers.Count; i++)
        {
            var trigger = view.Result.Triggers[i];
            var starts = view.Result.Record.Starts(0, trigger.Arm);
            json.WriteStartObject();
            json.WriteString("name", trigger.Trigger.Name);
            json.WriteEstimate("benefit", TimingText.Benefit(view, trigger));
            json.WriteInterval("benefitOverParameters", view.Result.Uncertainty?.TriggerBenefit(0, view.Outcome, i));
            json.WriteValue("probabilityOfBest", trigger.ProbabilityOfBest);
            json.WriteValue("treatedShare", starts.TreatedShare);
            json.WriteValue("treatedBeforeSymptomsShare", starts.TreatedBeforeSymptomsShare);
            json.WriteValue("medianStartMonths", starts.QuantileMonths(0.5));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteVariances(Utf8JsonWriter json, TimingView view)
    {
        json.WriteStartArray("variances");
        foreach (var variance in view.Result.Uncertainty?.Record.Variances ?? [])
        {
            VarianceJson.Write(json, view.Result.Run.Arms[variance.Arm].Name, variance);
        }

        json.WriteEndArray();
    }
}
