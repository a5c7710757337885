using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Tests.Conduct;

/// <summary>Rescue and open label of patients on known lines: 40 - t on placebo, 40 - t/2 on active.</summary>
public sealed class RescueTests
{
    // Scores are kept in single precision.
    private const double Tolerance = 1e-5;

    private static readonly double[] Months = [.. new[] { 0, 13, 26, 39, 52 }.Select(week => week * 7 / 30.4375)];
    private static readonly RescueRule At35 = new(100, [new(TestDesigns.Total, Comparison.AtMost, 35), new(TestDesigns.Change, Comparison.AtMost, -4)], 1);

    [Fact]
    public void Rescue_comes_at_the_first_visit_that_meets_all_conditions_and_the_line_bends_there()
    {
        // On placebo week 13 is too high (37.0) and week 26, day 182, is the first at 35 or below. On active it is week 52 (34.0), and nothing changes.
        var data = TrialRuns.Run(TrialRuns.Lines(801, 40) with { Rescue = At35 });
        foreach (var patient in data.All())
        {
            var isActive = data.Arms[patient] == 1;
            Assert.Equal(Months[isActive ? 4 : 2], data.RescueMonths[patient], Tolerance);
            for (var visit = 0; visit < 5; visit++)
            {
                var expected = isActive ? 40 - (Months[visit] / 2) : 40 - Math.Min(Months[visit], Months[2]) - (Math.Max(0, Months[visit] - Months[2]) / 2);
                Assert.Equal(expected, data.Score(patient, visit), Tolerance);
            }
        }
    }

    [Theory]
    [InlineData(182, 2)]
    [InlineData(183, 3)]
    [InlineData(274, 4)]
    public void Rescue_waits_for_its_first_day(double fromDay, int visit)
    {
        var data = TrialRuns.Run(TrialRuns.Lines(802, 20) with { Rescue = At35 with { FromDay = fromDay } });
        Assert.All(data.All().Where(patient => data.Arms[patient] == 0), patient => Assert.Equal(Months[visit], data.RescueMonths[patient], Tolerance));
    }

    [Fact]
    public void One_condition_alone_is_not_enough()
    {
        var conditions = new MeasureCondition[] { new(TestDesigns.Total, Comparison.AtMost, 39), new(TestDesigns.Change, Comparison.AtMost, -11) };
        var data = TrialRuns.Run(TrialRuns.Lines(803, 20) with { Rescue = new RescueRule(0, conditions, 1) });
        Assert.All(data.All(), patient => Assert.Equal(data.Arms[patient] == 0 ? Months[4] : double.PositiveInfinity, data.RescueMonths[patient], Tolerance));
    }

    [Fact]
    public void A_visit_that_is_missed_cannot_lead_to_rescue()
    {
        var design = TrialRuns.Lines(804, 400);
        var data = TrialRuns.Run(design with { Rescue = At35, Visits = design.Visits with { MissedProbability = 0.5 } });
        var counts = new int[6];
        foreach (var patient in data.All().Where(patient => data.Arms[patient] == 0))
        {
            var first = Enumerable.Range(2, 3).FirstOrDefault(visit => !double.IsNaN(data.Score(patient, visit)), 5);
            counts[first]++;
            Assert.Equal(first == 5 ? double.PositiveInfinity : Months[first], data.RescueMonths[patient], Tolerance);
            for (var visit = 0; visit < 5; visit++)
            {
                if (!double.IsNaN(data.Score(patient, visit)))
                {
                    var switched = first == 5 ? double.PositiveInfinity : Months[first];
                    Assert.Equal(40 - Math.Min(Months[visit], switched) - (Math.Max(0, Months[visit] - switched) / 2), data.Score(patient, visit), Tolerance);
                }
            }
        }

        Assert.All(counts[2..], count => Assert.True(count > 5));
        Assert.Equal(data.MissedVisits, data.All().Sum(patient => Enumerable.Range(0, 5).Count(visit => double.IsNaN(data.Score(patient, visit)))));
    }

    [Fact]
    public void Open_label_switches_everybody_who_was_not_rescued_before()
    {
        // Rescue needs 37.5 or less on the day of week 26 or earlier: placebo is rescued in week 26, active is not.
        var conditions = new MeasureCondition[] { new(TestDesigns.Total, Comparison.AtMost, 36.5) };
        var design = TrialRuns.Lines(805, 40) with { OpenLabel = new OpenLabelRule(30, 1) };
        var open = 30 * 7 / 30.4375;
        foreach (var (data, switched) in new[]
        {
            (TrialRuns.Run(design), open),
            (TrialRuns.Run(design with { Rescue = new RescueRule(0, conditions, 1) }), Months[2]),
        })
        {
            foreach (var patient in data.All())
            {
                var isActive = data.Arms[patient] == 1;
                var isRescued = switched < open && !isActive;
                Assert.Equal(isRescued ? double.PositiveInfinity : open, data.OpenLabelMonths[patient], Tolerance);
                Assert.Equal(isRescued ? switched : double.PositiveInfinity, data.RescueMonths[patient], Tolerance);
                var last = isActive ? 40 - (Months[4] / 2) : 40 - switched - ((Months[4] - switched) / 2);
                Assert.Equal(last, data.Score(patient, 4), Tolerance);
            }
        }
    }

    [Fact]
    public void Under_the_null_everybody_follows_the_control_line_through_rescue_and_open_label()
    {
        var design = TrialRuns.Lines(806, 40) with { Rescue = At35, OpenLabel = new OpenLabelRule(39, 1) };
        var data = TrialRuns.Run(design, hypothesis: Hypothesis.Null);
        var real = TrialRuns.Run(design);
        Assert.Equal(real.Arms, data.Arms);
        Assert.Equal(real.EntryMonths, data.EntryMonths);
        foreach (var patient in data.All())
        {
            Assert.Equal(Months[2], data.RescueMonths[patient], Tolerance);
            for (var visit = 0; visit < 5; visit++)
            {
                Assert.Equal(40 - Months[visit], data.Score(patient, visit), Tolerance);
            }
        }
    }

    [Fact]
    public void The_visit_that_leads_to_rescue_shows_what_led_to_it_whenever_in_its_window_it_falls()
    {
        // A rescue that makes everything worse at once: were the visit read from the course after the switch, late visits would show it.
        var design = TrialRuns.Lines(807, 200);
        var patients = (StatisticalPatients)design.Model;
        var worse = patients with { Effects = [patients.Effects[0], new ArmEffect("worse", [-20], [1])] };
        var data = TrialRuns.Run(design with { Model = worse, Visits = design.Visits with { WindowDays = 14 }, Rescue = At35 });
        var late = 0;
        foreach (var patient in data.All().Where(patient => data.Arms[patient] == 0))
        {
            Assert.Equal(data.Month(patient, 2), data.RescueMonths[patient]);
            Assert.Equal(40 - data.Month(patient, 2), data.Score(patient, 2), Tolerance);
            Assert.True(data.Score(patient, 3) < 0);
            late += data.Month(patient, 2) > Months[2] ? 1 : 0;
        }

        Assert.InRange(late, 20, 80);
    }

    [Fact]
    public void More_than_64_visits_are_told_apart()
    {
        var design = TrialRuns.Lines(808, 60) with { Visits = new VisitSchedule { Weeks = [.. Enumerable.Range(0, 101).Select(week => (double)week)] } };
        var data = TrialRuns.Run(design with { Visits = design.Visits with { MissedProbability = 0.3 } });
        var missing = data.All().Sum(patient => Enumerable.Range(0, 101).Count(visit => double.IsNaN(data.Score(patient, visit))));
        Assert.Equal(data.MissedVisits, missing);
        Assert.All(data.All(), patient => Assert.Equal(40, data.Score(patient, 0), Tolerance));
        TestKit.StatAssert.Proportion(missing, 6000, 0.3, "missed visits");
    }
}
