using ProgressionSim.Summaries.Answers;

namespace ProgressionSim.Summaries.Tests.Answers;

/// <summary>Exact: the words follow the numbers of the run.</summary>
public sealed class AnswerTests
{
    private static string AnswerOf(TestRun run)
    {
        var content = ReportContentBuilder.Build(run.Summary);
        return string.Join(' ', [content.Answer, .. content.Findings]);
    }

    [Fact]
    public void Waiting_costs_points()
    {
        var answer = AnswerOf(TestRuns.Waiting());
        Assert.StartsWith(
            "In this model and under these assumptions, with months counted from symptom onset and the dead scoring 0, starting at month +12 (late) instead of month -12 (early) "
            + "costs 8.0 ALSFRS-R points at month 36 (95 % MC interval 7.8 to 8.2).",
            answer,
            StringComparison.Ordinal);
        Assert.Contains("early keeps 26.0 ALSFRS-R points more than untreated at month 36 (95 % MC interval 24.8 to 27.2)", answer, StringComparison.Ordinal);
        Assert.Contains("untreated 39.0 months", answer, StringComparison.Ordinal);
        Assert.Contains("early not reached within the follow-up", answer, StringComparison.Ordinal);
        Assert.Contains("100 simulated patients were analysed, the same ones in every arm", answer, StringComparison.Ordinal);
        Assert.Contains("chance of the simulation only, not uncertainty about the parameters", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_benefit_of_waiting_is_not_called_a_cost()
    {
        var run = new TestRun(TestPlan.Create(36, 12, TestPlan.Untreated(), TestPlan.Treated("early"), TestPlan.Treated("late")))
            .Add(50, TestCourse.Scoring(10), TestCourse.Scoring(15, start: -12), TestCourse.Scoring(17, start: 12))
            .Add(50, TestCourse.Scoring(10), TestCourse.Scoring(15, start: -12), TestCourse.Scoring(19, start: 12));
        var answer = AnswerOf(run);
        Assert.Contains("gains 3.0 ALSFRS-R points", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("costs", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_difference_is_called_noise()
    {
        var answer = AnswerOf(TestRuns.Two(2, -2));
        Assert.Contains("drug shows no difference beyond simulation noise from untreated in ALSFRS-R at month 36 (difference 0.0 points, 95 % MC interval -0.4 to 0.4)", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("keeps", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_in_every_patient_is_no_difference() =>
        Assert.Contains("no difference beyond simulation noise", AnswerOf(TestRuns.Two(0, 0)), StringComparison.Ordinal);

    [Fact]
    public void Harm_is_told() =>
        Assert.Contains("drug has 4.0 ALSFRS-R points fewer than untreated at month 36 (95 % MC interval 3.8 to 4.2)", AnswerOf(TestRuns.Two(-5, -3)), StringComparison.Ordinal);

    [Fact]
    public void Benefit_is_told() =>
        Assert.Contains("drug keeps 4.0 ALSFRS-R points more than untreated at month 36 (95 % MC interval 3.8 to 4.2)", AnswerOf(TestRuns.Two(5, 3)), StringComparison.Ordinal);

    [Fact]
    public void One_arm_tells_its_natural_history()
    {
        var answer = AnswerOf(TestRuns.Single());

        // S falls to 0.75 at 15 and to 0.5 at 20, where it stays until 25: the middle is 22.5. The score falls from 40 to 28 in 12 months.
        Assert.Contains("median survival from symptom onset is 22.5 months", answer, StringComparison.Ordinal);
        Assert.Contains("mean ALSFRS-R changes by -1.00 points a month over the first 12 months", answer, StringComparison.Ordinal);
        Assert.Contains("25.0 % are alive at month 36", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("every arm", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Different_treatments_are_not_called_waiting()
    {
        var run = new TestRun(TestPlan.Create(36, 12, TestPlan.Untreated(), TestPlan.Treated("silencer", 0), TestPlan.Treated("slower", 1)))
            .Add(50, TestCourse.Scoring(10), TestCourse.Scoring(15, start: -12), TestCourse.Scoring(12, start: 12))
            .Add(50, TestCourse.Scoring(11), TestCourse.Scoring(15, start: -12), TestCourse.Scoring(12, start: 12));
        var answer = AnswerOf(run);
        Assert.DoesNotContain("instead of", answer, StringComparison.Ordinal);
        Assert.Contains("silencer keeps 4.50 ALSFRS-R points more than untreated", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_run_answers_at_its_horizon() =>
        Assert.Contains("points at month 20", AnswerOf(TestRuns.Waiting(horizon: 20)), StringComparison.Ordinal);

    [Fact]
    public void No_patients_means_no_answer()
    {
        var content = ReportContentBuilder.Build(new TestRun(TestPlan.Create(36, 0, TestPlan.Untreated(), TestPlan.Treated("early"))).Summary);
        Assert.Contains("nothing to report", content.Answer, StringComparison.Ordinal);
        Assert.Empty(content.Figures);
    }

    [Fact]
    public void Many_starts_put_off_are_a_caution()
    {
        var run = TestRuns.Waiting();
        run.Record.Arms[1].StartedAtBiologicalOnset = 11;
        run.Record.Arms[2].StartedAtBiologicalOnset = 10;
        run.Record.Arms[2].NeverTreated = 3;
        run.Record.WithoutOrigin = 5;
        var cautions = ReportContentBuilder.Build(run.Summary).Cautions;
        var early = cautions.Single(caution => caution.StartsWith("early:", StringComparison.Ordinal));
        Assert.Contains("the median actual start is month -12", early, StringComparison.Ordinal);
        Assert.Contains("11.0 % of patients (11)", early, StringComparison.Ordinal);
        Assert.Contains("more than 10 %", early, StringComparison.Ordinal);
        var late = cautions.Single(caution => caution.StartsWith("late:", StringComparison.Ordinal));
        Assert.DoesNotContain("more than 10 %", late, StringComparison.Ordinal);
        Assert.Contains("3 patients were never treated", late, StringComparison.Ordinal);
        Assert.Contains(cautions, caution => caution.Contains("5 are left out of every arm", StringComparison.Ordinal));
        Assert.Contains(cautions, caution => caution.Contains("not medical advice", StringComparison.Ordinal));
        Assert.Contains(cautions, caution => caution.Contains("4.0 motor neurons in a region, 0.5 % of predicted vital capacity, 3 % of a neurofilament value", StringComparison.Ordinal));
        Assert.Contains(cautions, caution => caution.Contains("share their random numbers", StringComparison.Ordinal));
    }

    [Fact]
    public void Tables_have_full_rows_and_the_run_s_numbers()
    {
        var content = ReportContentBuilder.Build(TestRuns.Waiting().Result, "1.2.3");
        Texts.Equal(["Arms", "Differences between arms", "Milestones"], content.Tables.Select(table => table.Title));
        Assert.All(content.Tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count)));
        Assert.Contains(content.Tables[1].Rows, row => row.SequenceEqual(["late", "early", "36", "-8.0 (-8.2 to -7.8)", "0.0 (0.0 to 0.0)"], StringComparer.Ordinal));
        Assert.Contains(content.Tables[2].Rows, row => row.SequenceEqual(["Death", "30.0 (50.0 %)", "- (0.0 %)", "- (0.0 %)"], StringComparer.Ordinal));
        Assert.Contains(content.Tables[2].Rows, row => row[0] == "King's stage 3");
        Assert.Contains(new("Version", "1.2.3"), content.Manifest);
        Assert.Single(content.Assumptions);
    }

    [Fact]
    public void The_report_does_not_depend_on_the_time_taken()
    {
        var result = TestRuns.Waiting().Result;
        var first = ReportContentBuilder.Build(result, "1");
        var second = ReportContentBuilder.Build(result with { ElapsedSeconds = 99 }, "1");
        Assert.Equal(first.Manifest, second.Manifest);
        Assert.Equal(first.Cautions, second.Cautions);
        Assert.Equal(first.Answer, second.Answer);
    }
}
