namespace ProgressionSim.Summaries.Tests;

/// <summary>Runs with a known answer.</summary>
internal static class TestRuns
{
    /// <summary>
    /// Untreated, early (month -12) and late (month +12). At month 36 untreated patients score 10 or 12 and half of them are dead from month 30 on;
    /// early scores 30 or 32 and late 21 or 25: late minus early is -9 or -7 in as many patients.
    /// </summary>
    public static TestRun Waiting(int horizon = 48, int before = 12) => new TestRun(
            TestPlan.Create(horizon, before, TestPlan.Untreated(), TestPlan.Treated("early"), TestPlan.Treated("late")))
        .Add(50, TestCourse.Scoring(10), TestCourse.Scoring(30, start: -12), TestCourse.Scoring(21, start: 12))
        .Add(50, TestCourse.Scoring(12, death: 30), TestCourse.Scoring(32, start: -12), TestCourse.Scoring(25, start: 12));

    /// <summary>The treated arm differs from the untreated one by the two differences, each in half of the patients.</summary>
    public static TestRun Two(double first, double second) => new TestRun(TestPlan.Create(36, 0, TestPlan.Untreated(), TestPlan.Treated("drug", 1)))
        .Add(50, TestCourse.Scoring(20), TestCourse.Scoring(20 + first, start: 0))
        .Add(50, TestCourse.Scoring(20), TestCourse.Scoring(20 + second, start: 0));

    /// <summary>One untreated arm: 40 points at the origin, 1 point lost each month; deaths at 15, 20 and 25 of four equal groups.</summary>
    public static TestRun Single() => new TestRun(TestPlan.Create(36, 0, TestPlan.Untreated()))
        .Add(10, TestCourse.Scoring(month => 40 - month))
        .Add(10, TestCourse.Scoring(month => 40 - month, death: 15))
        .Add(10, TestCourse.Scoring(month => 40 - month, death: 20))
        .Add(10, TestCourse.Scoring(month => 40 - month, death: 25));

    /// <summary>A run with some arms of the same treatment begun 6 months apart, after an untreated one.</summary>
    public static RunSummary WithArms(int arms)
    {
        var plan = TestPlan.Create(24, 6, [TestPlan.Untreated(), .. Enumerable.Range(1, arms - 1).Select(arm => TestPlan.Treated($"start{arm}"))]);
        var run = new TestRun(plan);
        for (var patient = 0; patient < 4; patient++)
        {
            run.Add([.. Enumerable.Range(0, arms).Select(arm => TestCourse.Scoring(20 + patient - arm, patient == 0 ? 10 : null, arm == 0 ? null : (6 * arm) - 12))]);
        }

        return run.Summary;
    }
}
