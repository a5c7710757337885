using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Tests.Conduct;

public sealed class ScreeningTests
{
    private static readonly TrialMeasure LeadInSlope = new("leadInSlope", "points", MeasureSource.Baseline, (int)BaselineQuantity.LeadInSlope, false);

    [Fact]
    public void One_alternative_of_every_rule_must_hold_with_all_its_conditions()
    {
        // Eligible: (below 33 or (at least 36 and at most 41)) and a lead-in loss of at least 0.2 a month. Recomputed here from the candidates' courses.
        MeasureCondition Condition(Comparison comparison, double limit) => new(TestDesigns.Total, comparison, limit);
        var design = TestDesigns.Statistical(1001, 150, TestDesigns.Declining, 0.4, 1, TestDesigns.Endpoint(AnalysisMethod.TTest, 4)) with
        {
            Visits = new VisitSchedule { Weeks = [-12, -4, 0, 13, 26], WindowDays = 5 },
            Recruitment = new RecruitmentPlan
            {
                RatePerMonth = 10,
                Screening =
                [
                    new ScreeningRule([[Condition(Comparison.Below, 33)], [Condition(Comparison.AtLeast, 36), Condition(Comparison.AtMost, 41)]]),
                    new ScreeningRule([[new MeasureCondition(LeadInSlope, Comparison.AtLeast, 0.2)]]),
                ],
            },
        };
        var (data, courses) = (TrialRuns.Run(design, candidates: 2000), TrialRuns.Courses(design, 2000));
        var eligible = Enumerable.Range(0, 2000).Where(IsEligible).Take(150).ToList();
        Assert.Equal(eligible.Select(row => (uint)row), data.Candidates);
        Assert.Equal(eligible[^1] + 1, data.Screened);
        Assert.False(data.RanOutOfCandidates);

        bool IsEligible(int row)
        {
            var score = courses.Values(0, row, 0)[2];
            return (score < 33 || score is >= 36 and <= 41) && Lost(row) >= 0.2;
        }

        double Lost(int row)
        {
            var (months, scores) = (courses.VisitMonths(row)[..3].ToArray(), courses.Values(0, row, 0)[..3].ToArray());
            var (month, score) = (months.Average(each => (double)each), scores.Average(each => (double)each));
            return -months.Zip(scores).Sum(each => (each.First - month) * (each.Second - score)) / months.Sum(each => (each - month) * (each - month));
        }
    }

    [Fact]
    public void A_trial_that_runs_out_of_candidates_says_so_and_keeps_those_it_has()
    {
        var rule = new ScreeningRule([[new MeasureCondition(TestDesigns.Total, Comparison.Above, 38)]]);
        var design = TestDesigns.Statistical(1002, 100, TestDesigns.Declining, 0.4, 1, TestDesigns.Endpoint(AnalysisMethod.TTest)) with
        {
            Recruitment = new RecruitmentPlan { RatePerMonth = 10, Screening = [rule] },
        };
        var (data, courses) = (TrialRuns.Run(design, candidates: 100), TrialRuns.Courses(design, 100));
        Assert.True(data.RanOutOfCandidates);
        Assert.Equal(100, data.Screened);
        Assert.Equal(Enumerable.Range(0, 100).Count(row => courses.Values(0, row, 0)[0] > 38), data.Patients);
        Assert.False(TrialRuns.Run(design, candidates: 300).RanOutOfCandidates);
    }

    [Fact]
    public void Strata_are_filled_in_blocks_of_their_own_by_the_cut_points()
    {
        var design = TestDesigns.Statistical(1003, 400, TestDesigns.Declining, 0.4, 1, TestDesigns.Endpoint(AnalysisMethod.TTest)) with
        {
            Recruitment = new RecruitmentPlan { RatePerMonth = 10, BlockSize = 4, StratifyBy = [new Stratification(TestDesigns.Total, [35, 40], 3)] },
        };
        var data = TrialRuns.Run(design);
        foreach (var patient in data.All())
        {
            var score = data.Score(patient, 0);
            Assert.Equal(score < 35 ? 0 : score < 40 ? 1 : 2, data.Strata[patient]);
        }

        foreach (var block in data.All().GroupBy(patient => data.Strata[patient]).SelectMany(stratum => stratum.Chunk(4)).Where(block => block.Length == 4))
        {
            Assert.Equal(2, block.Sum(patient => data.Arms[patient]));
        }
    }

    [Fact]
    public void Candidates_who_die_before_enrolment_never_come()
    {
        var design = TestDesigns.Mechanistic(1004, 60, 0.6, TestDesigns.Endpoint(AnalysisMethod.TTest));
        var (data, courses) = (TrialRuns.Run(design, candidates: 200), TrialRuns.Courses(design, 200));
        var there = Enumerable.Range(0, 200).Where(courses.HasOrigin).Take(60).ToList();
        Assert.True(there[^1] > 60, "some candidates of the test have no enrolment");
        Assert.Equal(there.Select(row => (uint)row), data.Candidates);
        Assert.Equal(60, data.Screened);
    }

    [Fact]
    public void Sites_are_drawn_among_those_open()
    {
        var design = TrialRuns.Lines(1005, 3000) with { Recruitment = new RecruitmentPlan { RatePerMonth = 100, Sites = 5, MonthsBetweenSites = 4 } };
        var data = TrialRuns.Run(design);
        Assert.All(data.All(), patient => Assert.True(data.Sites[patient] * 4 <= data.EntryMonths[patient]));
        var late = data.All().Where(patient => data.EntryMonths[patient] > 16).ToList();
        for (var site = 0; site < 5; site++)
        {
            TestKit.StatAssert.Proportion(late.Count(patient => data.Sites[patient] == site), late.Count, 0.2, "share of a site");
        }
    }
}
