using ProgressionSim.TestKit;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Tests.Conduct;

public sealed class DropoutTests
{
    private const double LastMonth = 52 * 7 / 30.4375;

    [Fact]
    public void Patients_leave_at_exponential_times_with_the_rate_of_their_arm()
    {
        var design = TrialRuns.Lines(901, 12_000) with { Dropout = new DropoutRule { RatePerMonth = [0.03, 0.11] } };
        var data = TrialRuns.Run(design);
        foreach (var (arm, rate) in new[] { (0, 0.03), (1, 0.11) })
        {
            var left = data.All().Where(patient => data.Arms[patient] == arm).Select(patient => data.DropoutMonths[patient]).ToArray();
            var before = 1 - Math.Exp(-rate * LastMonth);
            StatAssert.Proportion(left.Count(double.IsFinite), left.Length, before, "share who leave");
            var uniform = left.Where(double.IsFinite).Select(month => (1 - Math.Exp(-rate * month)) / before).ToArray();
            Assert.InRange(TrialRuns.KolmogorovUniform(uniform), 0.2, 2.4);

            // The test sees a rate that is a tenth off.
            var wrong = left.Where(double.IsFinite).Select(month => (1 - Math.Exp(-rate * 1.3 * month)) / (1 - Math.Exp(-rate * 1.3 * LastMonth)));
            Assert.True(arm == 0 || TrialRuns.KolmogorovUniform(wrong) > 2.4);
        }
    }

    [Fact]
    public void Each_point_lost_multiplies_the_hazard_from_the_visit_that_shows_it_on()
    {
        // On the line 40 - t points lost are the months of the last visit: the cumulative hazard is a sum of pieces, and at dropout it is exponential.
        var design = TrialRuns.Lines(902, 8000) with { Dropout = new DropoutRule { RatePerMonth = [0.02, 0.02], HazardRatioPerPointLost = 1.25 } };
        var data = TrialRuns.Run(design, hypothesis: Hypothesis.Null);
        double[] visits = [0, .. new[] { 13, 26, 39, 52 }.Select(week => week * 7 / 30.4375)];
        double Hazard(double month) => Enumerable.Range(0, 4)
            .Sum(piece => 0.02 * Math.Pow(1.25, visits[piece]) * Math.Clamp(month - visits[piece], 0, visits[piece + 1] - visits[piece]));
        var before = 1 - Math.Exp(-Hazard(visits[4]));
        var left = data.All().Select(patient => data.DropoutMonths[patient]).Where(double.IsFinite).ToArray();
        StatAssert.Proportion(left.Length, 8000, before, "share who leave");
        Assert.InRange(TrialRuns.KolmogorovUniform(left.Select(month => (1 - Math.Exp(-Hazard(month))) / before)), 0.2, 2.4);
        StatAssert.Rejects("a hazard that does not rise", () => StatAssert.Proportion(left.Length, 8000, 1 - Math.Exp(-0.02 * visits[4])));
    }

    [Fact]
    public void After_a_missed_visit_the_hazard_stays_that_of_the_last_visit_that_took_place()
    {
        var design = TrialRuns.Lines(903, 8000);
        var data = TrialRuns.Run(
            design with
            {
                Dropout = new DropoutRule { RatePerMonth = [0.02, 0.02], HazardRatioPerPointLost = 1.25 },
                Visits = new VisitSchedule { Weeks = [0, 13, 26], MissedProbability = 0.5 },
                Endpoints = [TestDesigns.Endpoint(AnalysisMethod.TTest, 2)],
            },
            hypothesis: Hypothesis.Null);
        var month = 13 * 7 / 30.4375;
        var there = data.All().Where(patient => data.DropoutMonths[patient] > month).ToList();
        foreach (var (cameThen, points) in new[] { (true, month), (false, 0.0) })
        {
            var those = there.Where(patient => double.IsNaN(data.Score(patient, 1)) != cameThen).ToList();
            StatAssert.Proportion(
                those.Count(patient => double.IsFinite(data.DropoutMonths[patient])), those.Count, 1 - Math.Exp(-0.02 * Math.Pow(1.25, points) * month), "share who leave");
        }
    }

    [Fact]
    public void Nothing_is_seen_after_dropout_or_death_and_all_that_was_not_missed_before()
    {
        var dying = TestDesigns.Declining with { LogHazard = Math.Log(0.05) };
        var design = TestDesigns.Statistical(904, 1500, dying, 0.4, 0.7, TestDesigns.Endpoint(AnalysisMethod.TTest)) with
        {
            Dropout = new DropoutRule { RatePerMonth = [0.04, 0.02] },
            Visits = new VisitSchedule { Weeks = [-8, 0, 13, 26, 39, 52], WindowDays = 6 },
            Endpoints = [TestDesigns.Endpoint(AnalysisMethod.TTest, 5)],
        };
        var all = TrialRuns.Run(design);
        var (deaths, dropouts) = (0, 0);
        foreach (var patient in all.All())
        {
            var end = Math.Min(all.DeathMonths[patient], all.DropoutMonths[patient]);
            for (var visit = 0; visit < 6; visit++)
            {
                Assert.Equal(all.Month(patient, visit) >= end, double.IsNaN(all.Score(patient, visit)));
            }

            // Who has died does not leave.
            Assert.True(double.IsPositiveInfinity(all.DropoutMonths[patient]) || all.DropoutMonths[patient] < all.DeathMonths[patient]);
            deaths += end == all.DeathMonths[patient] && double.IsFinite(end) ? 1 : 0;
            dropouts += end == all.DropoutMonths[patient] && double.IsFinite(end) ? 1 : 0;
        }

        Assert.True(deaths > 100 && dropouts > 100);
        var some = TrialRuns.Run(design with { Visits = design.Visits with { MissedProbability = 0.25 } });
        Assert.Equal(all.DeathMonths, some.DeathMonths);
        Assert.Equal(all.DropoutMonths, some.DropoutMonths);
        var (due, missed) = (0, 0);
        foreach (var patient in all.All())
        {
            for (var visit = 0; visit < 6; visit++)
            {
                var (before, after) = (all.Score(patient, visit), some.Score(patient, visit));
                Assert.True(double.IsNaN(after) || before == after);
                Assert.True(visit > 1 || !double.IsNaN(after));
                due += visit > 1 && !double.IsNaN(before) ? 1 : 0;
                missed += !double.IsNaN(before) && double.IsNaN(after) ? 1 : 0;
            }
        }

        Assert.Equal(some.MissedVisits, missed);
        StatAssert.Proportion(missed, due, 0.25, "missed visits");
    }

    [Fact]
    public void Deaths_and_scores_are_those_of_the_candidate_in_the_arm_assigned()
    {
        var dying = TestDesigns.Declining with { LogHazard = Math.Log(0.05) };
        var design = TestDesigns.Statistical(905, 300, dying, 0.4, 0.5, TestDesigns.Endpoint(AnalysisMethod.TTest));
        var (data, courses) = (TrialRuns.Run(design), TrialRuns.Courses(design, 600));
        foreach (var patient in data.All())
        {
            var row = (int)data.Candidates[patient];
            Assert.Equal((double)courses.DeathMonths(data.Arms[patient], row), data.DeathMonths[patient]);
            Assert.Equal((double)courses.Values(data.Arms[patient], row, 0)[3], data.Score(patient, 3));
        }
    }

    [Fact]
    public void Who_leaves_before_open_label_begins_is_never_given_it()
    {
        // Open label begins between two visits, and kills. Deaths of those who left earlier in that interval stay those of their arm.
        var dying = TrialRuns.Line with { LogHazard = Math.Log(0.02) };
        var design = TestDesigns.Statistical(906, 3000, dying, 0, 20, TestDesigns.Endpoint(AnalysisMethod.LogRank)) with
        {
            Dropout = new DropoutRule { RatePerMonth = [0.08, 0.08], VitalStatusKnown = true },
            OpenLabel = new OpenLabelRule(35, 1),
        };
        var (data, courses) = (TrialRuns.Run(design), TrialRuns.Courses(design, 6000));
        var (open, checkedPatients) = (35 * 7 / 30.4375, 0);
        foreach (var patient in data.All().Where(patient => data.Arms[patient] == 0))
        {
            var (row, left) = ((int)data.Candidates[patient], data.DropoutMonths[patient]);
            Assert.Equal(left > open && data.DeathMonths[patient] > open, double.IsFinite(data.OpenLabelMonths[patient]));
            Assert.Equal((double)courses.DeathMonths(left > open ? 2 : 0, row), data.DeathMonths[patient]);
            checkedPatients += left > 26 * 7 / 30.4375 && left < open ? 1 : 0;
        }

        Assert.True(checkedPatients > 50);
    }
}
