using ProgressionSim.Experiments.Outcomes;
using ProgressionSim.Experiments.Timing;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.PlotData;
using ProgressionSim.Summaries.Timing;

namespace ProgressionSim.Summaries.Tests.Timing;

/// <summary>Exact: two scenarios side by side show the numbers of both, and refuse to compare different questions.</summary>
public sealed class TimingPairTests
{
    private static readonly TimingResult First = TestTiming.Run();
    private static readonly TimingResult Second = TestTiming.WithoutCompensation();

    [Fact]
    public void The_figure_has_a_line_of_each_and_what_an_early_start_gains()
    {
        var report = TimingReports.OfComparison(First, Second, "1");
        Reports.CheckAll(report);
        var figure = report.Content.Figures.Single();
        var lines = figure.Panels[0].Layers.OfType<LineLayer>().Where(line => line.Label.Length > 0).ToArray();
        Texts.Equal(["tried", "uncompensated"], lines.Select(line => line.Label));
        Assert.Equal(First.Curve(0, 0).Benefits[^1].Value, lines[0].Y[^1]);
        Assert.Equal(2, figure.Panels[0].Layers.OfType<BandLayer>().Count());

        var earliest = Earliest(report);
        var gains = figure.Panels[1].Layers.OfType<LineLayer>().Single(line => line.Label == "uncompensated");
        Assert.Equal((0.0, TestTiming.Offsets[earliest]), (gains.Y[0], gains.X[0]));
        Assert.Equal(Second.Record.Benefit(0, TimingResult.ArmOf(earliest), TimingResult.ArmOf(4), 0).Value, gains.Y[^1]);
        Assert.StartsWith("Starting ", figure.Title, StringComparison.Ordinal);
        Assert.Contains("in tried", figure.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void The_earliest_common_start_is_what_it_says_in_both()
    {
        var report = TimingReports.OfComparison(First, Second, "1");
        var earliest = Earliest(report);
        Assert.All([First, Second], result => Assert.False(result.IsClamped(0, earliest)));
        Assert.Contains([First, Second], result => result.IsClamped(0, earliest - 1));
        foreach (var gain in Reports.Json(report).GetProperty("gainOfEarliestStart").EnumerateArray())
        {
            double Number(string which, string name) => gain.GetProperty(which).GetProperty(name).GetDouble();

            Assert.Equal(Number("first", "value") - Number("second", "value"), Number("difference", "value"), 8);
            Assert.Equal(Math.Pow(Number("first", "standardError"), 2) + Math.Pow(Number("second", "standardError"), 2),
                Math.Pow(Number("difference", "standardError"), 2), 8);
        }
    }

    [Fact]
    public void The_answer_says_how_late_symptom_onset_is_in_both_and_findings_what_differs()
    {
        var content = TimingReports.OfComparison(First, Second, "1").Content;
        var months = Second.Record.OriginMonths(0, 0.5)!.Value;
        Assert.Contains(FormattableString.Invariant($"{months:F1} in uncompensated"), content.Answer, StringComparison.Ordinal);
        Assert.Equal("The scenarios differ in disease.death.ratePerMonth (0.06 in tried, 0.07 in uncompensated).", content.Findings[0]);
        Texts.Equal(["tried: disease.death.ratePerMonth", "uncompensated: disease.death.ratePerMonth"], content.Assumptions
            .Select(assumption => assumption.Path));
    }

    [Fact]
    public void Files_hold_both()
    {
        var report = TimingReports.OfComparison(First, Second, "1");
        var root = Reports.Json(report);
        Assert.Equal((TimingJobs.Against, "tried / uncompensated", 150),
            (root.GetProperty("job").GetString(), root.GetProperty("scenario").GetString(), root.GetProperty("patients").GetInt32()));
        Assert.Equal(ScenarioHash.OfSeveral([First.Run.ScenarioSha256, Second.Run.ScenarioSha256]), root.GetProperty("scenarioSha256").GetString());
        var scenario = root.GetProperty("scenarios").Item("name", "uncompensated");
        Assert.Equal(Second.Curve(0, 0).Benefits[2].Value,
            scenario.GetProperty("groups")[0].GetProperty("outcomes")[0].GetProperty("curve")[2].GetProperty("benefit").GetProperty("value").GetDouble(), 8);
        Texts.Equal(
            ["comparison.csv", "first-timing.csv", "first-answers.csv", "first-triggers.csv", "second-timing.csv", "second-answers.csv",
                "second-triggers.csv"], report.Tables.Select(table => table.FileName));
        Assert.Equal(6, Reports.Rows(report, "comparison.csv").Length);
        Reports.CheckSameBytes(report, TimingReports.OfComparison(TestTiming.Run(), TestTiming.WithoutCompensation(), "1"));
    }

    [Fact]
    public void The_same_scenario_twice_has_no_difference_and_two_names()
    {
        var report = TimingReports.OfComparison(First, First, "1");
        Assert.Equal("tried (first) against tried (second)", report.Content.Title);
        Assert.Contains("The difference of the two gains is not beyond simulation noise: 0.0", report.Content.Answer, StringComparison.Ordinal);
    }

    private static int Earliest(JobReport report) =>
        TestTiming.Offsets.ToList().IndexOf(Reports.Json(report).GetProperty("earliestCommonStartMonths").GetDouble());

    [Fact]
    public void Different_questions_are_refused_with_what_differs()
    {
        var other = First with
        {
            Plan = First.Plan with { OffsetsMonths = [0, 1], Question = new OutcomeQuestion(1, OutcomeCatalogue.WalkingMonths, new() { Months = 12 }) },
        };
        var refused = Assert.Throws<ArgumentException>(() => TimingReports.OfComparison(First, other, "1"));
        Assert.Contains("Starts in months: -40, -3, 0, +6, +12 against 0, +1.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Outcome: survivalMonths against walkingMonths.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Month of the outcome: 24 against 12.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("count from", refused.Message, StringComparison.Ordinal);
    }
}
