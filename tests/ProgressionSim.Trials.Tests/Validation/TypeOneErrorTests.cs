using ProgressionSim.TestKit;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Tests.Patients;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>Each analysis rejects a true null hypothesis at its nominal level, two-sided 0.05, with deaths, dropout and missed visits.</summary>
/// <remarks>
/// Slack is what is known of these methods in samples of this size, some 20 events among 120 patients. Fisher's test is conservative: only its upper side is held. With
/// events falling to either arm by the toss of a coin and a Poisson number of them of mean 19.3 (21.7), exact enumeration gives Wald's test of the log hazard ratio an
/// error of 0.041 (0.043) and the score test one of 0.051 (0.053); two shares of 60 patients, compared with a variance that is not pooled as Greenwood's is not, one of
/// 0.057 (0.056). Wald's test of the log win ratio is conservative like that of the hazard ratio.
/// </remarks>
public sealed class TypeOneErrorTests
{
    private const double Alpha = 0.05;

    private static readonly AnalysisMethod[] Methods = [.. Enum.GetValues<AnalysisMethod>().Where(method => method != AnalysisMethod.JointModel)];

    private static readonly TrialMeasure Site = new("site", "", MeasureSource.Baseline, (int)BaselineQuantity.Site, true);

    [Fact]
    [Trait("Category", "Long")]
    public void Statistical_patients_whose_death_follows_function()
    {
        var design = Losses(TestDesigns.Statistical(76_0001, 120, StatisticalPlans.Shared, 0.5, 0.6, Endpoints())) with { Replicates = 20_000 };
        Check("shared-parameter patients", design);
    }

    [Fact]
    public void An_error_half_as_large_again_is_told_apart()
    {
        // Trials at 0.075 that claim 0.05.
        var design = Losses(TestDesigns.Statistical(76_0006, 120, StatisticalPlans.Shared, 0.5, 0.6, TestDesigns.Endpoint(AnalysisMethod.TTest))) with
        {
            Replicates = 4000,
            Alpha = 0.075,
        };
        var rejected = SimulatedTrials.Of(design, Hypothesis.Null).Rejected(0);
        StatAssert.Mean("error at 0.075", rejected.Value, 0.075, rejected.StandardError);
        StatAssert.Rejects("0.075 for 0.05", () => StatAssert.Mean("error", rejected.Value, Alpha, rejected.StandardError));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Statistical_patients_whose_death_is_independent_of_function()
    {
        var patients = TestDesigns.Declining with { LogHazard = Math.Log(0.03) };
        var design = Losses(TestDesigns.Statistical(76_0002, 120, patients, 0.5, 0.6, Endpoints())) with { Replicates = 20_000 };
        Check("independent deaths", design);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Patients_of_the_disease_model_from_a_bank()
    {
        var design = Losses(TestDesigns.Mechanistic(76_0003, 120, 0.7, Endpoints())) with { Replicates = 20_000, PatientBank = 12_000 };
        Check("disease model, bank", design);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Patients_of_the_disease_model_fresh_for_each_trial()
    {
        var design = Losses(TestDesigns.Mechanistic(76_0004, 120, 0.7, Endpoints())) with { Replicates = 800 };
        Check("disease model, fresh", design);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void The_joint_model_in_three_hundred_trials()
    {
        var design = Losses(TestDesigns.Statistical(76_0007, 120, StatisticalPlans.Shared, 0.5, 0.6, TestDesigns.Endpoint(AnalysisMethod.JointModel))) with { Replicates = 300 };
        Check("joint model", design);
    }

    [Fact]
    public void A_short_run_with_statistical_patients()
    {
        var design = Losses(TestDesigns.Statistical(76_0005, 120, StatisticalPlans.Shared, 0.5, 0.6, Endpoints())) with { Replicates = 500 };
        Check("shared-parameter patients, short", design);
    }

    private static void Check(string what, TrialDesign design)
    {
        var trials = SimulatedTrials.Of(design, Hypothesis.Null);
        var deaths = trials.Outcomes.ArmDeaths.Sum(arm => arm.Average());
        ValidationTable.Line($"{what}: {design.Replicates} null trials of {design.Patients}, {deaths:F1} deaths, {trials.Outcomes.ArmDropouts.Sum(arm => arm.Average()):F1} dropouts, {trials.Outcomes.MissedVisits.Average():F1} missed visits");
        var failures = new List<string>();
        for (var endpoint = 0; endpoint < design.Endpoints.Count; endpoint++)
        {
            var (method, rejected) = (design.Endpoints[endpoint].Analysis, trials.Rejected(endpoint));
            ValidationTable.Row($"{method} (failed {trials.Failed(endpoint)})", Alpha, rejected.Value, rejected.StandardError);
            try
            {
                var (below, above) = Slack(method);
                StatAssert.Mean(method.ToString(), rejected.Value, Alpha, rejected.StandardError, rejected.Value < Alpha ? below : above);
                StatAssert.Mean(method + ", effect", trials.Effect(endpoint).Value, 0, trials.Effect(endpoint).StandardError);
            }
            catch (EstimateException exception)
            {
                failures.Add(exception.Message);
            }
        }

        Assert.Empty(failures);
    }

    private static (double Below, double Above) Slack(AnalysisMethod method) => method switch
    {
        AnalysisMethod.Fisher => (Alpha, 0),
        AnalysisMethod.Cox => (0.009, 0),
        AnalysisMethod.LogRank or AnalysisMethod.StratifiedLogRank => (0, 0.003),
        AnalysisMethod.KaplanMeier or AnalysisMethod.RestrictedMean => (0, 0.007),
        AnalysisMethod.WinRatio or AnalysisMethod.WinOdds => (0.005, 0),
        _ => (0, 0),
    };

    private static Endpoint[] Endpoints() => [.. Methods.Select(method => TestDesigns.Endpoint(method))];

    /// <summary>Strata are sites, which have nothing to do with prognosis: tests that leave them out stay exact.</summary>
    private static TrialDesign Losses(TrialDesign design)
    {
        var lossy = design.WithLosses();
        return lossy with
        {
            Dropout = lossy.Dropout with { VitalStatusKnown = true },
            Recruitment = lossy.Recruitment with { Sites = 3, StratifyBy = [new Stratification(Site, [], 3)] },
        };
    }
}
