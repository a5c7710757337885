using ProgressionSim.Engine.Running;
using ProgressionSim.Statistics.SampleSizes;
using ProgressionSim.TestKit;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>Sample sizes found by simulation against closed forms, among them published ones.</summary>
public sealed class SampleSizeAgreementTests
{
    /// <summary>
    /// Table T4 (a) of the facts: Diggle, Heagerty, Liang and Zeger, page 29, patients per group; exchangeable correlation, times 0, 2 and 5, slope difference 0.5,
    /// one-sided 0.05, power 0.80.
    /// </summary>
    /// <remarks>
    /// Exchangeable correlation is a random intercept alone. Their formula is the normal one for two freely fitted intercepts, which complete data make the t test of
    /// patients' own slopes; its t distribution asks for z^2 / 4, that is 0.7, patients per group more. The random slope model has a common mean at baseline and needs fewer.
    /// </remarks>
    [Theory]
    [Trait("Category", "Long")]
    [InlineData(0.8, 100, 79)]
    [InlineData(0.8, 200, 157)]
    [InlineData(0.5, 100, 196)]
    public void Search_finds_published_sizes_of_slope_trials(double correlation, double variance, int published)
    {
        var found = Search(Exchangeable(correlation, variance, AnalysisMethod.TwoStageSlope), 0.80);
        Compare($"own slopes, correlation {correlation}, variance {variance}", found, 2 * published, 3);
        StatAssert.Rejects("an effect a tenth larger", () => Compare("wrong", found, 2 * published / 1.21, 3));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Search_finds_the_size_of_a_slope_trial_with_a_common_baseline()
    {
        var formula = SlopeDifference.Exchangeable(0.5, [0, 2, 5], 100, 0.8, default, 0.05).ConstrainedSampleSize(0.80).Total;
        var found = Search(Exchangeable(0.8, 100, AnalysisMethod.RandomSlope), 0.80);

        // A slope variance of 0 lies on the boundary, where its estimate is above 0 half of the time: standard errors come out up to a few per cent too large.
        Compare("random slope model, exchangeable", found, formula, 0.06 * formula);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Search_agrees_with_the_formula_of_the_random_slope_model()
    {
        var design = TestDesigns.Statistical(74_0002, 100, TestDesigns.Declining, 0.4, 1, TestDesigns.Endpoint(AnalysisMethod.RandomSlope));
        var found = Search(design, 0.80);
        var formula = found.ClosedForms[0].Patients;

        // The formula is normal; a t distribution with about n degrees of freedom asks for z^2 / 2 patients more in all.
        Compare("random slope model", found, formula, 3);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Search_agrees_with_the_t_test()
    {
        var design = TestDesigns.Statistical(74_0003, 100, TestDesigns.Declining, 0.4, 1, TestDesigns.Endpoint(AnalysisMethod.TTest));
        var found = Search(design, 0.90);
        Compare("t test of change", found, found.ClosedForms[0].Patients, 1);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Search_agrees_with_analysis_of_covariance()
    {
        var design = TestDesigns.Statistical(74_0004, 100, TestDesigns.Declining, 0.4, 1, TestDesigns.Endpoint(AnalysisMethod.Ancova));
        var found = Search(design, 0.80);

        // The formula leaves out the chance imbalance of baselines and the degree of freedom that adjusting for them costs: about one patient.
        Compare("analysis of covariance", found, found.ClosedForms[0].Patients, 2);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Search_agrees_with_Schoenfeld()
    {
        var dying = TestDesigns.Declining with { LogHazard = Math.Log(0.08) };
        var design = TestDesigns.Statistical(74_0005, 200, dying, 0, 0.6, TestDesigns.Endpoint(AnalysisMethod.LogRank));
        var found = Search(design, 0.80);
        var formula = found.ClosedForms[0].Patients;

        // Schoenfeld's formula is of first order in the log hazard ratio: at 0.6 it is within some 3 %.
        Compare("log-rank test", found, formula, 0.03 * formula);
    }

    private static SampleSizeResult Search(TrialDesign design, double power) =>
        SampleSizeSearch.Run(design, new SampleSizeSettings { Power = power, RelativeHalfWidth = 0.03, CheckTrials = 2000 });

    private static void Compare(string what, SampleSizeResult found, double expected, double slack)
    {
        ValidationTable.Row(what, expected, found.Estimate.Value, found.Estimate.StandardError);
        ValidationTable.Line($"    {found.Patients} patients, check {found.Check.Value:F4} ({found.Check.StandardError:F4}), null {found.CheckNull.Value:F4}, {found.Path.Sum(step => step.Trials)} trials");
        Assert.Equal(SampleSizeStatus.Found, found.Status);
        StatAssert.Mean(what, found.Estimate.Value, expected, found.Estimate.StandardError, slack);
        StatAssert.Mean(what + ", check", found.Check.Value, found.TargetPower, found.Check.StandardError, 0.02);
    }

    private static TrialDesign Exchangeable(double correlation, double variance, AnalysisMethod method)
    {
        var patients = TestDesigns.Declining with
        {
            InterceptSd = Math.Sqrt(variance * correlation),
            SlopeSd = 0,
            Correlation = 0,
            ResidualSd = Math.Sqrt(variance * (1 - correlation)),
        };
        double Weeks(double months) => months * RunPlan.DaysPerMonth / TrialTime.DaysPerWeek;
        return TestDesigns.Statistical(74_0001, 100, patients, 0.5, 1, TestDesigns.Endpoint(method, 2)) with
        {
            Visits = new VisitSchedule { Weeks = [0, Weeks(2), Weeks(5)] },
            Sides = 1,
        };
    }
}
