using System.Text;
using System.Text.Json;
using ProgressionSim.Engine.Running;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.Json;

/// <summary>Writes summary.json.</summary>
/// <remarks>
/// Equal results give equal bytes: fixed order, LF line ends, invariant numbers of up to 10 significant digits, null where nobody is counted.
/// <c>elapsedSeconds</c> and <c>patientsPerSecond</c>, the only values that differ between runs of one scenario, stand on lines of their own.
/// </remarks>
public static class SummaryJson
{
    /// <summary>The whole file as UTF-8.</summary>
    /// <param name="summary">The results.</param>
    public static byte[] Write(RunSummary summary)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("scenario", summary.Plan.Name);
            json.WriteString("scenarioSha256", summary.Plan.ScenarioSha256);
            json.WriteString("version", summary.Version);
            json.WriteString("job", "run");
            json.WriteNumber("seed", summary.Plan.Seed);
            json.WriteNumber("patients", summary.Plan.Patients);
            json.WriteNumber("patientsAnalysed", summary.PatientsAnalysed);
            json.WriteNumber("patientsWithoutOrigin", summary.PatientsWithoutOrigin);
            json.WriteValue("elapsedSeconds", summary.ElapsedSeconds);
            json.WriteValue("patientsPerSecond", summary.PatientsPerSecond);
            WritePrecision(json, summary);
            json.WriteString("reportFrom", NameOf(summary.Plan.ReportFrom));
            json.WriteStartArray("arms");
            foreach (var arm in summary.Arms)
            {
                Write(json, arm, summary.Months);
            }

            json.WriteEndArray();
            json.WriteStartArray("contrasts");
            WriteContrasts(json, summary);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    /// <summary>The whole file as text.</summary>
    /// <param name="summary">The results.</param>
    public static string WriteText(RunSummary summary) => Encoding.UTF8.GetString(Write(summary));

    /// <summary>Only for a run to a precision: else the file is that of a run with this number of patients.</summary>
    private static void WritePrecision(Utf8JsonWriter json, RunSummary summary)
    {
        if (summary.Precision.Count == 0)
        {
            return;
        }

        json.WriteStartArray("precision");
        foreach (var reached in summary.Precision)
        {
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteString("measure", reached.Target.Measure);
                line.WriteNumber("month", reached.Target.Month);
                line.WriteValue("standardErrorAsked", reached.Target.StandardError);
                line.WriteValue("standardError", reached.StandardError);
                line.WriteNumber("patients", summary.Plan.Patients);
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ArmSummary arm, IReadOnlyList<int> months)
    {
        json.WriteStartObject();
        json.WriteString("name", arm.Name);
        json.WriteNumber("neverTreated", arm.NeverTreated);
        json.WriteNumber("startedAtBiologicalOnset", arm.StartedAtBiologicalOnset);
        json.WriteNumber("neverSymptomatic", arm.NeverSymptomatic);
        json.WriteNumber("deathsBeforeOrigin", arm.DeathsBeforeOrigin);
        json.WriteValue("medianStartMonths", arm.MedianStartMonths);
        json.WritePropertyName("medianSurvivalMonths");
        json.WriteOnOneLine(line =>
        {
            line.WriteStartObject();
            line.WriteValue("value", arm.MedianSurvivalMonths.Value);
            line.WriteValue("low", arm.MedianSurvivalMonths.Low);
            line.WriteValue("high", arm.MedianSurvivalMonths.High);
            line.WriteEndObject();
        });
        WriteSurvival(json, arm);
        WriteMilestones(json, arm);
        WriteSeries(json, arm, months);
        json.WriteEndObject();
    }

    private static void WriteSurvival(Utf8JsonWriter json, ArmSummary arm)
    {
        json.WriteStartArray("survival");
        foreach (var point in arm.SurvivalAtMonths)
        {
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteNumber("month", point.Month);
                line.WriteNumber("atRisk", point.AtRisk);
                line.WriteValue("value", point.Value);
                line.WriteValue("low", point.Low);
                line.WriteValue("high", point.High);
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
    }

    private static void WriteMilestones(Utf8JsonWriter json, ArmSummary arm)
    {
        json.WriteStartArray("milestones");
        foreach (var milestone in arm.Milestones)
        {
            json.WriteItemOnOneLine(line =>
            {
                line.WriteStartObject();
                line.WriteString("name", milestone.Name);
                line.WriteNumber("reached", milestone.Reached);
                line.WriteValue("share", milestone.Share);
                line.WriteValue("low", milestone.Low);
                line.WriteValue("high", milestone.High);
                line.WriteValue("p25Months", milestone.P25Months);
                line.WriteValue("medianMonths", milestone.MedianMonths);
                line.WriteValue("p75Months", milestone.P75Months);
                line.WriteEndObject();
            });
        }

        json.WriteEndArray();
    }

    private static void WriteSeries(Utf8JsonWriter json, ArmSummary arm, IReadOnlyList<int> months)
    {
        json.WriteStartObject("series");
        json.WriteNumbers("months", [.. months.Select(month => (double)month)]);
        foreach (var series in arm.Series)
        {
            json.WriteStartObject(series.Name);
            json.WriteNumbers("mean", series.Mean);
            json.WriteNumbers("standardError", series.StandardError);
            if (series.Spread is { } spread)
            {
                json.WriteNumbers("sd", spread.StandardDeviation);
                json.WriteNumbers("p05", spread.P05);
                json.WriteNumbers("p25", spread.P25);
                json.WriteNumbers("p50", spread.P50);
                json.WriteNumbers("p75", spread.P75);
                json.WriteNumbers("p95", spread.P95);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteContrasts(Utf8JsonWriter json, RunSummary summary)
    {
        foreach (var contrast in summary.Contrasts)
        {
            for (var i = 0; i < summary.Months.Count; i++)
            {
                var index = i;
                json.WriteItemOnOneLine(line =>
                {
                    line.WriteStartObject();
                    line.WriteString("arm", summary.Arms[contrast.Arm].Name);
                    line.WriteString("against", summary.Arms[contrast.Against].Name);
                    line.WriteString("measure", contrast.Measure);
                    line.WriteNumber("month", summary.Months[index]);
                    line.WriteValue("difference", contrast.Difference[index]);
                    line.WriteValue("standardError", contrast.StandardError[index]);
                    line.WriteValue("low", contrast.Low[index]);
                    line.WriteValue("high", contrast.High[index]);
                    line.WriteNumber("pairs", contrast.Pairs[index]);
                    line.WriteEndObject();
                });
            }
        }
    }

    private static string NameOf(ReportOrigin origin) => origin switch
    {
        ReportOrigin.BiologicalOnset => "biologicalOnset",
        ReportOrigin.SymptomOnset => "symptomOnset",
        _ => "enrolment",
    };
}
