using ProgressionSim.TestKit;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Tests.Patients;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>Each analysis rejects a true null hypothesis at its nominal level, two-sided 0.05, with deaths, dropout and missed visits.</summary>
/// <remarks>
/// Slack is what theory says of samples of this size: Fisher's test is conservative, so only its upper side is held; Greenwood's variance and that of the win
/// statistics are too small with few events or pairs, and Wald's test of Cox's model a little conservative, by an amount of order one over the number of events (about 20).
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
        for (var endpoint = 0; endpoint < Methods.Length; endpoint++)
        {
            var (method, rejected) = (Methods[endpoint], trials.Rejected(endpoint));
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
