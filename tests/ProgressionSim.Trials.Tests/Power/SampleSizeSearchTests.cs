using ProgressionSim.Statistics.SampleSizes;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Power;

public sealed class SampleSizeSearchTests
{
    private static readonly SampleSizeSettings Rough = new() { Power = 0.8, RelativeHalfWidth = 0.1, CheckTrials = 1000 };

    [Fact]
    public void The_number_found_holds_that_of_the_formula_and_whole_allocation_ratios()
    {
        // Without residual and intercept spread the change is exactly normal, so that the t test's power is that of its formula.
        var patients = TestDesigns.Declining with { InterceptSd = 0, ResidualSd = 0 };
        var design = Short(1601, patients, 0.3) with { Arms = [new("placebo", 0, 1), new("active", 1, 2)] };
        var found = SampleSizeSearch.Run(design, Rough, 2);
        var expected = new TwoMeans(0.3, 0.65, 0.025).SampleSize(0.8, 2).Total;
        Assert.Equal(SampleSizeStatus.Found, found.Status);
        Assert.Equal(expected, found.Estimate.Value, 3 * found.Estimate.StandardError);
        Assert.InRange((found.Estimate.High - found.Estimate.Low) / 2 / found.Estimate.Value, 0.02, 0.1);
        Assert.Equal(0, found.Patients % 3);
        Assert.InRange(found.Patients - found.Estimate.Value, 0, 3);
        Assert.All(found.Path, point => Assert.Equal(0, point.Patients % 3));
        Assert.InRange(found.Check.Value, 0.73, 0.87);
        Assert.InRange(found.CheckNull.Value, 0.02, 0.085);
        Assert.Equal("", found.Explanation);
    }

    [Fact]
    public void The_same_seed_takes_the_same_path_on_any_number_of_threads()
    {
        var settings = Rough with { RelativeHalfWidth = 0.2, CheckTrials = 200 };
        var design = Short(1602, TestDesigns.Declining, 0.4) with { PatientBank = 6000 };
        var (one, three) = (SampleSizeSearch.Run(design, settings, 1), SampleSizeSearch.Run(design, settings, 3));
        Assert.Equal(one.Path, three.Path);
        Assert.Equal(one.Estimate, three.Estimate);
        Assert.Equal(one.Check, three.Check);
        Assert.NotEqual(one.Path, SampleSizeSearch.Run(design with { Seed = 1603 }, settings, 3).Path);
    }

    [Fact]
    public void Without_effect_no_number_will_do_and_the_search_says_why()
    {
        var design = Short(1604, TestDesigns.Declining, 0) with
        {
            Interim = new InterimRule { Looks = [0.5, 1], Futility = new FutilityRule(0.2, SpendingFunction.Pocock, 0, 0) },
        };
        var found = SampleSizeSearch.Run(design, Rough, 2);
        Assert.Equal(SampleSizeStatus.Unreachable, found.Status);
        Assert.Equal(TrialDesign.MaximumPatients, found.Patients);
        Assert.True(double.IsNaN(found.Estimate.Value));
        Assert.Empty(found.Curve);
        Assert.Contains("cannot tell it from no effect", found.Explanation, StringComparison.Ordinal);
        Assert.Contains("stop for futility", found.Explanation, StringComparison.Ordinal);
        Assert.All(found.Path, point => Assert.True(point.Patients <= TrialDesign.MaximumPatients));
    }

    [Fact]
    public void An_effect_that_the_smallest_trial_shows_needs_no_search()
    {
        var design = Short(1605, TestDesigns.Declining, 20) with { Arms = [new("placebo", 0, 1), new("active", 1, 2)] };
        var found = SampleSizeSearch.Run(design, Rough, 2);
        Assert.Equal(SampleSizeStatus.BelowSmallest, found.Status);
        Assert.Equal(9, found.Patients);
        Assert.Contains("the smallest trial", found.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_cut_short_says_that_its_answer_is_rough()
    {
        var found = SampleSizeSearch.Run(Short(1606, TestDesigns.Declining, 0.4), Rough with { RelativeHalfWidth = 0.001, MaximumTrials = 500, CheckTrials = 100 }, 2);
        Assert.Equal(SampleSizeStatus.FoundRoughly, found.Status);
        Assert.True(found.Estimate.StandardError > 0.001 * found.Estimate.Value);
    }

    /// <summary>Two visits a month apart, a t test of the change.</summary>
    private static TrialDesign Short(uint seed, PatientClass patients, double slopeDifference) =>
        TestDesigns.Statistical(seed, 60, patients, slopeDifference, 1, TestDesigns.Endpoint(AnalysisMethod.TTest, 1)) with
        {
            Visits = new VisitSchedule { Weeks = [0, 30.4375 / 7] },
        };
}
