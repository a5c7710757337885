using ProgressionSim.Engine.Recording;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Tests.Conduct;

public sealed class RecruitmentClockTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void At_a_constant_rate_numbers_come_at_even_times()
    {
        var clock = new RecruitmentClock(new RecruitmentPlan { RatePerMonth = 7 });
        foreach (var number in (double[])[0, 1e-9, 0.3, 1, 35, 1e6])
        {
            Assert.Equal(number / 7, clock.TimeOf(number), Tolerance * (1 + (number / 7)));
        }
    }

    [Fact]
    public void Over_the_ramp_numbers_grow_with_the_square_of_time()
    {
        // Expected number rate t^2 / (2 ramp) up to the ramp, 15 there, then 5 a month.
        var clock = new RecruitmentClock(new RecruitmentPlan { RatePerMonth = 5, RampMonths = 6 });
        Assert.Equal(Math.Sqrt(12 * 4 / 5.0), clock.TimeOf(4), Tolerance * 10);
        Assert.Equal(6, clock.TimeOf(15), Tolerance * 10);
        Assert.Equal(6 + (22 / 5.0), clock.TimeOf(37), Tolerance * 20);
    }

    [Theory]
    [InlineData(60, 1.0 / 3)]
    [InlineData(500, 0.05)]
    [InlineData(100, 0.15)]
    [InlineData(12, 1.5)]
    public void Each_site_recruits_its_share_from_its_opening_on(int sites, double gap)
    {
        // Site k adds rate / sites for each month after k * gap. Some of the gaps are such that k * gap / gap falls below k.
        var clock = new RecruitmentClock(new RecruitmentPlan { RatePerMonth = 30, Sites = sites, MonthsBetweenSites = gap });
        double Expected(double t) => Enumerable.Range(0, sites).Sum(site => Math.Max(0, t - (site * gap))) * 30 / sites;
        for (var t = 0.037; t < 1.3 * sites * gap; t += sites * gap / 211)
        {
            Assert.Equal(t, clock.TimeOf(Expected(t)), 1e-10 * (1 + t));
        }
    }

    [Fact]
    public void Ramp_sites_and_pauses_act_together()
    {
        // All changes lie on a grid of 1/1024 months, on which the midpoint rule integrates the linear pieces without error.
        var plan = new RecruitmentPlan
        {
            RatePerMonth = 12,
            RampMonths = 5.5,
            Sites = 6,
            MonthsBetweenSites = 0.75,
            Pauses = [new RecruitmentPause(0.25, 1), new RecruitmentPause(2.5, 4.25), new RecruitmentPause(7, 9)],
        };
        var clock = new RecruitmentClock(plan);
        double Rate(double t) => plan.Pauses.Any(pause => t > pause.FromMonth && t < pause.ToMonth)
            ? 0
            : 12 * Math.Min(1, t / 5.5) * Math.Min(6, 1 + Math.Floor(t / 0.75)) / 6;
        var expected = 0.0;
        for (var step = 0; step < 12 * 1024; step++)
        {
            var start = step / 1024.0;
            var added = Rate(start + (0.5 / 1024)) / 1024;
            if (added > 0)
            {
                // Where nobody is recruited the number is the same for a while, and the time of it is no single one.
                Assert.InRange(clock.TimeOf(expected + (added / 2)), start, start + (1 / 1024.0));
                Assert.Equal(start + (1 / 1024.0), clock.TimeOf(expected + (added * (1 - 1e-9))), 1e-9);
            }

            expected += added;
        }
    }

    [Fact]
    public void Nobody_comes_in_a_pause()
    {
        var design = TrialRuns.Lines(501, 400) with
        {
            Recruitment = new RecruitmentPlan { RatePerMonth = 20, Pauses = [new RecruitmentPause(2, 5), new RecruitmentPause(10, 10.5)] },
        };
        var data = TrialRuns.Run(design);
        Assert.DoesNotContain(data.EntryMonths, month => month is (> 2 and < 5) or (> 10 and < 10.5));
        Assert.Contains(data.EntryMonths, month => month is > 5 and < 5.5);
        Assert.Equal(data.EntryMonths.Order(), data.EntryMonths);
    }

    [Fact]
    public void Arrivals_are_a_Poisson_process_with_that_mean()
    {
        // By month 4 of a ramp of 6 months at 5 a month: mean 5 * 16 / 12 = 20/3. Between months 8 and 9: 5. Independent of each other.
        var design = TrialRuns.Lines(502, 60) with { Recruitment = new RecruitmentPlan { RatePerMonth = 5, RampMonths = 6 } };
        var measures = new TrialMeasures(design);
        var data = new TrialData(design, measures, 60);
        using var conductor = TrialRuns.Conductor(design, measures);
        const int Trials = 4000;
        var (early, late) = (new double[Trials], new double[Trials]);
        for (uint trial = 0; trial < Trials; trial++)
        {
            conductor.Run(trial, 60, Hypothesis.Alternative, data);
            early[trial] = data.EntryMonths.Count(month => month <= 4);
            late[trial] = data.EntryMonths.Count(month => month is > 8 and <= 9);
        }

        Assert.InRange(ChiSquareOfPoisson(early, 20 / 3.0, 15), 2, 45);
        Assert.InRange(ChiSquareOfPoisson(late, 5, 13), 2, 45);
        Assert.InRange(Correlation(early, late), -4.6 / Math.Sqrt(Trials), 4.6 / Math.Sqrt(Trials));

        // The same counts are no Poisson counts of a mean a tenth larger.
        Assert.True(ChiSquareOfPoisson(early, 22 / 3.0, 15) > 100);
    }

    [Fact]
    public void A_trial_of_fewer_patients_is_the_beginning_of_one_of_more()
    {
        var design = TestDesigns.Statistical(503, 120, TestDesigns.Declining, 0.4, 1, TestDesigns.Endpoint(AnalysisMethod.TTest)).WithLosses();
        var whole = TrialRuns.Run(design, 7, candidates: 300);
        var part = TrialRuns.Run(design, 7, candidates: 300, patients: 45);
        Assert.Equal(45, part.Patients);
        Assert.Equal(whole.EntryMonths[..45], part.EntryMonths[..45]);
        Assert.Equal(whole.Arms[..45], part.Arms[..45]);
        Assert.Equal(whole.Candidates[..45], part.Candidates[..45]);
        Assert.Equal(whole.DropoutMonths[..45], part.DropoutMonths[..45]);
        Assert.Equal(whole.ValuesOf(MeasureCatalogue.AlsfrsTotal)[..(45 * 5)], part.ValuesOf(MeasureCatalogue.AlsfrsTotal)[..(45 * 5)]);
    }

    /// <summary>Chi-square over counts 0 to last - 1 and the rest; at 1e-5 its upper point is 45 for 13 to 15 degrees of freedom.</summary>
    private static double ChiSquareOfPoisson(double[] counts, double mean, int last)
    {
        var (statistic, below, probability) = (0.0, 0.0, Math.Exp(-mean));
        for (var count = 0; count < last; count++)
        {
            statistic += Part(counts.Count(each => each == count), counts.Length * probability);
            below += probability;
            probability *= mean / (count + 1);
        }

        return statistic + Part(counts.Count(each => each >= last), counts.Length * (1 - below));

        static double Part(double observed, double expected) => (observed - expected) * (observed - expected) / expected;
    }

    private static double Correlation(double[] x, double[] y)
    {
        var (meanX, meanY) = (x.Average(), y.Average());
        var products = x.Zip(y).Sum(each => (each.First - meanX) * (each.Second - meanY));
        return products / Math.Sqrt(x.Sum(each => (each - meanX) * (each - meanX)) * y.Sum(each => (each - meanY) * (each - meanY)));
    }
}
