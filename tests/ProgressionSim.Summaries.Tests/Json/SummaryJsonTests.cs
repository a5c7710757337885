using System.Text;
using System.Text.Json;
using ProgressionSim.Summaries.Json;

namespace ProgressionSim.Summaries.Tests.Json;

/// <summary>Exact: names, values and bytes of summary.json.</summary>
public sealed class SummaryJsonTests
{
    private static JsonElement Parsed(RunSummary summary) => JsonDocument.Parse(SummaryJson.Write(summary)).RootElement;

    private static string[] NamesOf(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    [Fact]
    public void Names_are_those_of_the_contract()
    {
        var root = Parsed(TestRuns.Waiting().Summary);
        Assert.Equal(
            ["scenario", "scenarioSha256", "version", "job", "seed", "patients", "patientsAnalysed", "patientsWithoutOrigin", "elapsedSeconds", "patientsPerSecond", "reportFrom", "arms", "contrasts"],
            NamesOf(root));
        var arm = root.GetProperty("arms")[1];
        Assert.Equal(
            ["name", "neverTreated", "startedAtBiologicalOnset", "neverSymptomatic", "deathsBeforeOrigin", "medianStartMonths", "medianSurvivalMonths", "survival", "milestones", "series"],
            NamesOf(arm));
        Assert.Equal(["value", "low", "high"], NamesOf(arm.GetProperty("medianSurvivalMonths")));
        Assert.Equal(["month", "atRisk", "value", "low", "high"], NamesOf(arm.GetProperty("survival")[0]));
        Assert.Equal(["name", "reached", "share", "low", "high", "p25Months", "medianMonths", "p75Months"], NamesOf(arm.GetProperty("milestones")[0]));
        Assert.Equal(["mean", "standardError", "sd", "p05", "p25", "p50", "p75", "p95"], NamesOf(arm.GetProperty("series").GetProperty("healthy.bulbar")));
        Assert.Equal(["mean", "standardError"], NamesOf(arm.GetProperty("series").GetProperty("alive")));
        Assert.Equal(["arm", "against", "measure", "month", "difference", "standardError", "low", "high", "pairs"], NamesOf(root.GetProperty("contrasts")[0]));
    }

    [Fact]
    public void Values_are_those_of_the_run()
    {
        var root = Parsed(TestRuns.Waiting().Summary);
        Assert.Equal("symptomOnset", root.GetProperty("reportFrom").GetString());
        Assert.Equal((7, 10, 100), (root.GetProperty("seed").GetInt32(), root.GetProperty("patients").GetInt32(), root.GetProperty("patientsAnalysed").GetInt32()));
        Assert.Equal((2.0, 5.0), (root.GetProperty("elapsedSeconds").GetDouble(), root.GetProperty("patientsPerSecond").GetDouble()));
        var early = root.GetProperty("arms")[1];
        Assert.Equal(-12, early.GetProperty("medianStartMonths").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("arms")[0].GetProperty("medianStartMonths").ValueKind);
        var series = early.GetProperty("series");
        Assert.Equal(61, series.GetProperty("months").GetArrayLength());
        Assert.Equal((-12, 48), (series.GetProperty("months")[0].GetInt32(), series.GetProperty("months")[60].GetInt32()));
        Assert.Equal(31, series.GetProperty("alsfrsTotal").GetProperty("mean")[48].GetDouble());
        var contrast = root.GetProperty("contrasts").EnumerateArray().Single(entry =>
            entry.GetProperty("arm").GetString() == "late" && entry.GetProperty("against").GetString() == "early"
            && entry.GetProperty("measure").GetString() == "alsfrsTotalDeathZero" && entry.GetProperty("month").GetInt32() == 36);

        // 50 differences of -9 and 50 of -7: mean -8, standard deviation sqrt(100/99), standard error a tenth of it.
        Assert.Equal((-8.0, 100), (contrast.GetProperty("difference").GetDouble(), contrast.GetProperty("pairs").GetInt32()));
        Assert.Equal(0.1005037815, contrast.GetProperty("standardError").GetDouble());
    }

    [Fact]
    public void Equal_runs_give_equal_bytes_and_only_two_lines_depend_on_the_clock()
    {
        var first = TestRuns.Waiting();
        Assert.Equal(SummaryJson.Write(first.Summary), SummaryJson.Write(TestRuns.Waiting().Summary));

        var slower = SummaryJson.WriteText(RunSummary.Of(first.Result with { ElapsedSeconds = 77 }, "1.2.3"));
        var differing = SummaryJson.WriteText(first.Summary).Split('\n').Zip(slower.Split('\n')).Where(lines => lines.First != lines.Second).ToArray();
        Texts.Equal(["  \"elapsedSeconds\": 2,", "  \"patientsPerSecond\": 5,"], differing.Select(lines => lines.First));
    }

    [Fact]
    public void One_changed_patient_changes_the_file()
    {
        var other = TestRuns.Waiting();
        other.Record.Arms[0].Sums[0] += 1;
        Assert.NotEqual(SummaryJson.Write(TestRuns.Waiting().Summary), SummaryJson.Write(other.Summary));
    }

    [Fact]
    public void Nobody_alive_is_null_and_no_number_is_infinite()
    {
        var summary = new TestRun(TestPlan.Create(2, 0, TestPlan.Untreated(), TestPlan.Treated("early")))
            .Add(2, TestCourse.Scoring(20, death: 1), TestCourse.Scoring(20)).Summary;
        var text = Encoding.UTF8.GetString(SummaryJson.Write(summary));
        var series = JsonDocument.Parse(text).RootElement.GetProperty("arms")[0].GetProperty("series");
        Assert.Equal([20.0, null, null], series.GetProperty("alsfrsTotal").GetProperty("mean").EnumerateArray().Select(Number));
        Assert.Equal([null, null], series.GetProperty("svcPercent").GetProperty("p50").EnumerateArray().Skip(1).Select(Number));
        Assert.Equal([20.0, 0, 0], series.GetProperty("alsfrsTotalDeathZero").GetProperty("mean").EnumerateArray().Select(Number));
        Assert.DoesNotContain("NaN", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Infinity", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_run_without_patients_is_written_too()
    {
        var root = Parsed(new TestRun(TestPlan.Create(2, 0, TestPlan.Untreated())).Summary);
        Assert.Equal(JsonValueKind.Null, root.GetProperty("arms")[0].GetProperty("medianSurvivalMonths").GetProperty("value").ValueKind);
    }

    [Fact]
    public void Contrasts_stand_on_one_line_each() =>
        Texts.Contains(
            """{"arm":"late","against":"early","measure":"alsfrsTotalDeathZero","month":36,"difference":-8,"standardError":0.1005037815,"low":-8.196983792,"high":-7.803016208,"pairs":100}""",
            SummaryJson.WriteText(TestRuns.Waiting().Summary).Split('\n').Select(line => line.Trim().TrimEnd(',')));

    private static double? Number(JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : element.GetDouble();
}
