using System.Text.Json;
using ProgressionSim.Engine.Recording;
using ProgressionSim.Statistics.Tables;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Contrasts;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Series;

namespace ProgressionSim.Summaries.Page;

/// <summary>A run as the teaching page takes it: the answer of <c>progsim run</c>, and the curves of the page's charts.</summary>
public static class PageResult
{
    /// <summary>Measures that the page shows and its answer is made from: a run for the page need record no others.</summary>
    public static IReadOnlyList<int> Measures { get; } = [MeasureCatalogue.AlsfrsTotal, MeasureCatalogue.Neurofilament];

    private static readonly (string Name, string Series)[] Bands =
        [("alsfrs", "alsfrsTotal"), ("alsfrsDeathZero", "alsfrsTotalDeathZero"), ("neurofilament", "neurofilamentPgPerMl")];

    private static readonly string[] Contrasts = ["alsfrsTotalDeathZero", "alive"];

    /// <summary>The result as JSON on one line: arrays by month, null where nobody is counted.</summary>
    /// <param name="summary">The run; it must have recorded the <see cref="Measures"/>.</param>
    public static string Json(RunSummary summary) => PageJson.Text(json =>
    {
        json.WriteNumber("patients", summary.Plan.Patients);
        json.WriteNumber("analysed", summary.PatientsAnalysed);
        json.WriteNumber("withoutOrigin", summary.PatientsWithoutOrigin);
        json.WriteString("sha256", summary.Plan.ScenarioSha256);
        json.WriteString("version", summary.Version);
        json.WriteNumber("seed", summary.Plan.Seed);
        json.WriteString("answer", AnswerText.Of(summary));
        json.WriteTexts("findings", AnswerText.Findings(summary));
        json.WriteTexts("cautions", CautionList.Of(summary));
        json.WriteNumbers("months", [.. summary.Months.Select(month => (double)month)]);
        json.WriteStartArray("arms");
        foreach (var arm in summary.Arms)
        {
            Write(json, arm);
        }

        json.WriteEndArray();
        json.WriteStartArray("contrasts");
        foreach (var contrast in summary.Contrasts.Where(contrast => Contrasts.Contains(contrast.Measure)))
        {
            Write(json, summary, contrast);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, ArmSummary arm)
    {
        json.WriteStartObject();
        json.WriteString("name", arm.Name);
        json.WriteValue("medianStartMonths", arm.MedianStartMonths);
        json.WriteNumber("startedAtBiologicalOnset", arm.StartedAtBiologicalOnset);
        json.WriteValue("medianSurvivalMonths", arm.MedianSurvivalMonths.Value);
        foreach (var (name, series) in Bands)
        {
            Write(json, name, arm[series]);
        }

        WriteAlive(json, arm["alive"]);
        json.WriteEndObject();
    }

    private static void WriteAlive(Utf8JsonWriter json, MeasureSeries alive)
    {
        ProportionInterval?[] intervals =
            [.. alive.Mean.Zip(alive.Counts, (share, count) => count == 0 ? null : ProportionInterval.Wilson((long)Math.Round(share * count), count))];
        json.WriteStartObject("alive");
        json.WriteNumbers("mean", alive.Mean);
        json.WriteNumbers("low", [.. intervals.Select(interval => interval?.Low ?? double.NaN)]);
        json.WriteNumbers("high", [.. intervals.Select(interval => interval?.High ?? double.NaN)]);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, MeasureSeries series)
    {
        var spread = series.Spread!;
        json.WriteStartObject(name);
        json.WriteNumbers("mean", series.Mean);
        json.WriteNumbers("standardError", series.StandardError);
        json.WriteNumbers("p5", spread.P05);
        json.WriteNumbers("p50", spread.P50);
        json.WriteNumbers("p95", spread.P95);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RunSummary summary, ContrastSeries contrast)
    {
        json.WriteStartObject();
        json.WriteString("arm", summary.Arms[contrast.Arm].Name);
        json.WriteString("against", summary.Arms[contrast.Against].Name);
        json.WriteString("measure", contrast.Measure);
        json.WriteNumbers("difference", contrast.Difference);
        json.WriteNumbers("low", contrast.Low);
        json.WriteNumbers("high", contrast.High);
        json.WriteEndObject();
    }
}
