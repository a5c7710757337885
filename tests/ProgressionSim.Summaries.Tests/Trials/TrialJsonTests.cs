using System.Text;
using System.Text.Json;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Trials;
using ProgressionSim.Summaries.Trials.Json;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Summaries.Tests.Trials;

/// <summary>Exact: names, values and bytes of summary.json of trials, sample sizes and comparisons.</summary>
public sealed class TrialJsonTests
{
    private static readonly string[] Head =
        ["scenario", "scenarioSha256", "version", "seed", "patients", "replicates", "elapsedSeconds", "trialsPerSecond", "job"];

    private static TrialData Example { get; } = TestTrials.Example(TestTrials.Design());

    [Fact]
    public void Names_of_a_trial_are_those_of_the_contract()
    {
        var root = Trial(TestTrials.Found(TestTrials.Design()));
        Assert.Equal([.. Head, "patientSource", "eligibleShare", "design", "alternative", "null"], NamesOf(root));
        Assert.Equal(
            ["arms", "alpha", "sides", "alphaOneSidedPerComparison", "primary", "visitWeeks", "missedProbability", "dropoutRatePerMonth", "enrolmentMonths", "looks"],
            NamesOf(root.GetProperty("design")));
        var with = root.GetProperty("alternative");
        Assert.Equal(["success", "rejected", "course", "looks", "endpoints"], NamesOf(with));
        Assert.Equal(NamesOf(with), NamesOf(root.GetProperty("null")));
        Assert.Equal(["value", "standardError", "low", "high"], NamesOf(with.GetProperty("success")));
        Assert.Equal(["randomised", "screened", "recruitmentMonths", "durationMonths", "missedVisits", "ranOutOfCandidates", "arms"], NamesOf(with.GetProperty("course")));
        Assert.Equal(["informationFraction", "reached", "success", "harm", "futility", "months", "randomised"], NamesOf(with.GetProperty("looks")[0]));
        Assert.Equal(
            [
                "endpoint", "arm", "control", "primary", "analysis", "rejected", "rejectedForHarm", "effect", "effectSd", "reportedStandardError", "truth", "bias", "coverage",
                "notEstimable", "notConverged", "fellBack",
            ],
            NamesOf(with.GetProperty("endpoints")[0]));
        Assert.Equal(["method", "name", "effect", "estimand", "deaths", "missing", "rescue", "warning"], NamesOf(with.GetProperty("endpoints")[0].GetProperty("analysis")));
    }

    [Fact]
    public void Values_of_a_trial_are_those_found()
    {
        var root = Trial(TestTrials.Found(TestTrials.Design()));
        Assert.Equal((200, 10_000, 7), (root.GetProperty("patients").GetInt32(), root.GetProperty("replicates").GetInt32(), root.GetProperty("seed").GetInt32()));

        // 10,000 trials with the effect and as many without in 8 seconds.
        Assert.Equal(2500, root.GetProperty("trialsPerSecond").GetDouble());
        Assert.Equal("fresh", root.GetProperty("patientSource").GetProperty("kind").GetString());
        Assert.Equal(0.853, root.GetProperty("alternative").GetProperty("success").GetProperty("value").GetDouble());
        Assert.Equal(0.003541059164, root.GetProperty("alternative").GetProperty("success").GetProperty("standardError").GetDouble());
        var survivors = root.GetProperty("null").GetProperty("endpoints")[2];
        Assert.Equal(("survivors", "ancova", 2), (survivors.GetProperty("endpoint").GetString(), survivors.GetProperty("analysis").GetProperty("method").GetString(), survivors.GetProperty("notConverged").GetInt32()));
        Assert.Contains("survivors only", survivors.GetProperty("analysis").GetProperty("warning").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bank_is_told_with_its_slices()
    {
        var source = Trial(TestTrials.Found(TestTrials.Design() with { PatientBank = 5000 })).GetProperty("patientSource");
        Assert.Equal(("bank", 5000, 12), (source.GetProperty("kind").GetString(), source.GetProperty("candidates").GetInt32(), source.GetProperty("slices").GetInt32()));
    }

    [Fact]
    public void Equal_results_give_equal_bytes_and_only_two_lines_depend_on_the_clock()
    {
        var found = TestTrials.Found(TestTrials.Design());
        var first = Text(TrialReports.OfTrial(found, Example, "1"));
        Assert.Equal(first, Text(TrialReports.OfTrial(TestTrials.Found(TestTrials.Design()), Example, "1")));
        Texts.Equal(["  \"elapsedSeconds\": 8,", "  \"trialsPerSecond\": 2500,"], Differing(first, Text(TrialReports.OfTrial(found with { ElapsedSeconds = 77 }, Example, "1"))));
        var size = TestTrials.Size(TestTrials.Design());
        Assert.Equal(2, Differing(Text(TrialReports.OfSize(size, "1")), Text(TrialReports.OfSize(size with { ElapsedSeconds = 9 }, "1"))).Count);
        var compared = TestTrials.Compared(sizes: true);
        Assert.Equal(2, Differing(Text(TrialReports.OfComparison(compared, "1")), Text(TrialReports.OfComparison(compared with { ElapsedSeconds = 9 }, "1"))).Count);
    }

    [Fact]
    public void No_number_is_infinite_or_undefined()
    {
        var nothing = new SimulatedValue(double.NaN, double.NaN, double.NaN, double.NaN);
        var found = TestTrials.Found(TestTrials.Design());
        var broken = found.Alternative.Endpoints[0] with
        {
            Effect = nothing, EffectSd = double.NaN, ReportedStandardError = double.PositiveInfinity, Truth = null, Bias = null, Coverage = null, Effects = [double.NaN], StandardErrors = [double.NaN],
        };
        var report = TrialReports.OfTrial(found with { Alternative = found.Alternative with { Endpoints = [broken, .. found.Alternative.Endpoints.Skip(1)] } }, Example, "1");
        var text = Text(report);
        Assert.DoesNotContain("NaN", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Infinity", text, StringComparison.OrdinalIgnoreCase);
        var endpoint = JsonDocument.Parse(text).RootElement.GetProperty("alternative").GetProperty("endpoints")[0];
        Assert.Equal(JsonValueKind.Null, endpoint.GetProperty("truth").ValueKind);
        Assert.Equal(JsonValueKind.Null, endpoint.GetProperty("effect").GetProperty("value").ValueKind);
        Assert.DoesNotContain(report.Content.Figures, figure => figure.Id == "estimates");
        Assert.DoesNotContain("NaN", string.Join(' ', [report.Content.Answer, .. report.Content.Findings]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_size_has_its_path_curve_check_and_formulas()
    {
        var root = Parsed(TrialReports.OfSize(TestTrials.Size(TestTrials.Design()), "1"));
        Assert.Equal(
            [.. Head, "patientSource", "design", "status", "targetPower", "patientsFound", "estimate", "check", "checkNull", "explanation", "closedForms", "path", "curve"],
            NamesOf(root));
        Assert.Equal((184, "found", 0.8), (root.GetProperty("patients").GetInt32(), root.GetProperty("status").GetString(), root.GetProperty("targetPower").GetDouble()));
        Assert.Equal((7, 41, 1), (root.GetProperty("path").GetArrayLength(), root.GetProperty("curve").GetArrayLength(), root.GetProperty("closedForms").GetArrayLength()));
        Assert.Equal(0.804, root.GetProperty("check").GetProperty("value").GetDouble());
        Assert.Equal((200, 250), (root.GetProperty("path")[0].GetProperty("patients").GetInt32(), root.GetProperty("path")[0].GetProperty("trials").GetInt32()));
    }

    [Fact]
    public void A_comparison_says_at_the_top_only_what_its_designs_share()
    {
        var root = Parsed(TrialReports.OfComparison(TestTrials.Compared(sizes: true), "1"));
        Assert.Equal([.. Head, "targetPower", "designs"], NamesOf(root));
        Assert.Equal(("early / late", 7), (root.GetProperty("scenario").GetString(), root.GetProperty("seed").GetInt32()));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("patients").ValueKind);
        Assert.Equal(TrialJobs.Sha256(TestTrials.Compared(sizes: false).Designs.Select(each => each.Design)), root.GetProperty("scenarioSha256").GetString());
        Assert.Equal(64, root.GetProperty("scenarioSha256").GetString()!.Length);
        var late = root.GetProperty("designs")[1];
        Assert.Equal((160, "24", 366), (late.GetProperty("patients").GetInt32(), late.GetProperty("design").GetProperty("enrolmentMonths").GetString(), late.GetProperty("size").GetProperty("patientsFound").GetInt32()));
        Assert.Equal(41, late.GetProperty("curve").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, Parsed(TrialReports.OfComparison(TestTrials.Compared(sizes: false), "1")).GetProperty("designs")[0].GetProperty("size").ValueKind);
    }

    private static string[] NamesOf(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static string Text(JobReport report) => Encoding.UTF8.GetString(report.SummaryJson);

    private static JsonElement Parsed(JobReport report) => JsonDocument.Parse(report.SummaryJson).RootElement;

    private static JsonElement Trial(OperatingCharacteristics found) => Parsed(TrialReports.OfTrial(found, Example, "1"));

    private static List<string> Differing(string first, string second) => [.. first.Split('\n').Zip(second.Split('\n')).Where(lines => lines.First != lines.Second).Select(lines => lines.First)];
}
