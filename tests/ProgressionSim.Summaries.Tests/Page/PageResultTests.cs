using System.Text.Json.Nodes;
using ProgressionSim.Engine.Running;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Page;
using ProgressionSim.TestKit;

namespace ProgressionSim.Summaries.Tests.Page;

/// <summary>What the teaching page is given is what the command line says. Exact.</summary>
public sealed class PageResultTests
{
    [Fact]
    public void Its_answer_findings_and_cautions_are_those_of_the_report()
    {
        var summary = TestRuns.Waiting().Summary;
        var (page, report) = (Page(summary), ReportContentBuilder.Build(summary));
        Assert.Equal(report.Answer, (string?)page["answer"]);
        Assert.Equal(report.Findings, Texts(page["findings"]!), StringComparer.Ordinal);
        Assert.Equal(report.Cautions, Texts(page["cautions"]!), StringComparer.Ordinal);
        Assert.Equal("1.2.3", (string?)page["version"]);
        Assert.Equal(summary.Plan.ScenarioSha256, (string?)page["sha256"]);
    }

    [Fact]
    public void Its_numbers_are_those_of_the_known_run()
    {
        // At month 36 half of the untreated are dead and the others score 10; early scores 30 or 32.
        var page = Page(TestRuns.Waiting().Summary);
        var month = Numbers(page["months"]!).IndexOf(36);
        Assert.Equal(12 + 36, month);
        var (untreated, early) = (page["arms"]![0]!, page["arms"]![1]!);
        Assert.Equal("untreated", (string?)untreated["name"]);
        Assert.Null(untreated["medianStartMonths"]);
        Assert.Equal(-12, (double?)early["medianStartMonths"]);
        Assert.Equal(10, Numbers(untreated["alsfrs"]!["mean"]!)[month]);
        Assert.Equal(5, Numbers(untreated["alsfrsDeathZero"]!["mean"]!)[month]);
        Assert.Equal(31, Numbers(early["alsfrsDeathZero"]!["mean"]!)[month]);
        Assert.Equal([30, 32], [Numbers(early["alsfrs"]!["p5"]!)[month], Numbers(early["alsfrs"]!["p95"]!)[month]]);
        Assert.Equal(0.5, Numbers(untreated["alive"]!["mean"]!)[month]);

        // Wilson's interval of 50 in 100.
        Assert.Equal(0.4038, Numbers(untreated["alive"]!["low"]!)[month]!.Value, 1e-4);
        Assert.Equal(0.5962, Numbers(untreated["alive"]!["high"]!)[month]!.Value, 1e-4);
        var late = page["contrasts"]!.AsArray().Single(pair => (string?)pair!["arm"] == "late" && (string?)pair["against"] == "early" && (string?)pair["measure"] == "alsfrsTotalDeathZero")!;
        Assert.Equal(-8, Numbers(late["difference"]!)[month]);
    }

    [Fact]
    public void Months_at_which_nobody_is_alive_have_no_number()
    {
        var run = new TestRun(TestPlan.Create(24, 0, TestPlan.Untreated(), TestPlan.Treated("drug"))).Add(3, TestCourse.Scoring(20, death: 6), TestCourse.Scoring(30, start: 0));
        var arm = Page(run.Summary)["arms"]![0]!;
        Assert.Equal(20, Numbers(arm["alsfrs"]!["mean"]!)[5]);
        Assert.Null(Numbers(arm["alsfrs"]!["mean"]!)[12]);
        Assert.Equal(0, Numbers(arm["alsfrsDeathZero"]!["mean"]!)[12]);
    }

    /// <summary>The page records no other measures: that changes nothing of what it shows.</summary>
    [Fact]
    public void Recording_only_its_measures_gives_the_same_result()
    {
        var plan = TestPlans.Varied(120, 5).With(
            [new Model.Parameters.KnockdownTreatment("drug") { Knockdown = 0.8, RampMonths = 1 }],
            new Model.Parameters.Arm("untreated", []),
            TestPlans.Treated("treated", Model.Parameters.StartAt.SymptomOnset, 0),
            TestPlans.Treated("later", Model.Parameters.StartAt.SymptomOnset, 6)) with { HorizonMonths = 24 };
        var all = RunSummary.Of(Simulation.Run(plan, threads: 1), "1");
        var some = RunSummary.Of(Simulation.Run(plan with { RecordedMeasures = PageResult.Measures }, threads: 1), "1");
        Assert.Equal(PageResult.Json(all), PageResult.Json(some));
        Assert.True(some.Arms[0].Series.Count < all.Arms[0].Series.Count, "measures that were not recorded have no series");
    }

    private static JsonObject Page(RunSummary summary) => JsonNode.Parse(PageResult.Json(summary))!.AsObject();

    private static List<double?> Numbers(JsonNode list) => [.. list.AsArray().Select(value => (double?)value)];

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(value => (string)value!);
}
