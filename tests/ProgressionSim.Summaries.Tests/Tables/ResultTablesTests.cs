using ProgressionSim.Summaries.Tables;

namespace ProgressionSim.Summaries.Tests.Tables;

/// <summary>Exact: content and quoting of the CSV tables.</summary>
public sealed class ResultTablesTests
{
    private static string[] Lines(RunSummary summary, string file) =>
        ResultTables.All(summary).Single(table => table.FileName == file).Text.Split("\r\n");

    [Fact]
    public void All_files_end_every_line_alike_and_have_rows_of_one_length()
    {
        var tables = ResultTables.All(TestRuns.Waiting().Summary);
        Texts.Equal(["arms.csv", "milestones.csv", "survival.csv", "series.csv", "contrasts.csv", "examples.csv"], tables.Select(table => table.FileName));
        Assert.All(tables, table =>
        {
            Assert.EndsWith("\r\n", table.Text, StringComparison.Ordinal);
            Assert.Equal(table.Text.Count(letter => letter == '\n'), table.Text.Split("\r\n").Length - 1);
            Assert.Single(table.Text.Split("\r\n")[..^1].Select(line => line.Count(letter => letter == ',')).Distinct());
        });
    }

    [Fact]
    public void Series_have_a_row_for_each_month()
    {
        var lines = Lines(TestRuns.Waiting().Summary, "series.csv");
        Assert.Equal("arm,measure,unit,month,n,mean,standardError,sd,p05,p25,p50,p75,p95", lines[0]);
        Texts.Contains("early,alsfrsTotal,points,36,100,31,0.1005037815,1.005037815,30,30,30,32,32", lines);
        Texts.Contains("untreated,alsfrsTotalDeathZero,points,36,100,5,0.5025189076,5.025189076,0,0,0,10,10", lines);
        Texts.Contains("untreated,alive,,36,100,0.5,0.05025189076,,,,,,", lines);
        Assert.Equal(1 + (3 * 42 * 61) + 1, lines.Length);
    }

    [Fact]
    public void Contrasts_survival_arms_and_examples_carry_their_values()
    {
        var summary = TestRuns.Waiting().Summary;
        Texts.Contains("late,early,alsfrsTotalDeathZero,points,36,100,-8,0.1005037815,-8.196983792,-7.803016208", Lines(summary, "contrasts.csv"));
        Texts.Contains("untreated,30,100,50,0,0.5,0.05,0.3986540642,0.593081235", Lines(summary, "survival.csv"));
        Texts.Contains("early,48,100,0,100,1,0,,", Lines(summary, "survival.csv"));
        Assert.Contains(Lines(summary, "arms.csv"), line => line.StartsWith("early,100,0,0,0,0,-12,,", StringComparison.Ordinal));
        Texts.Contains("0,late,36,21,1024,0", Lines(summary, "examples.csv"));
        Texts.Contains("untreated,death,50,0.5,0.4038315304,0.5961684696,30,30,", Lines(summary, "milestones.csv"));
    }

    [Fact]
    public void The_dead_leave_empty_cells()
    {
        var run = new TestRun(TestPlan.Create(2, 0, TestPlan.Untreated())).Add(TestCourse.Scoring(30, death: 1));
        Texts.Contains("0,untreated,2,,,", Lines(run.Summary, "examples.csv"));
        Texts.Contains("untreated,alsfrsTotal,points,2,0,,,,,,,,", Lines(run.Summary, "series.csv"));
    }

    [Fact]
    public void Names_with_commas_and_quotes_are_quoted()
    {
        var run = new TestRun(TestPlan.Create(2, 0, TestPlan.Untreated("none, \"placebo\""))).Add(TestCourse.Scoring(30));
        Assert.StartsWith("\"none, \"\"placebo\"\"\",1,0,", Lines(run.Summary, "arms.csv")[1], StringComparison.Ordinal);
    }
}
