using ProgressionSim.Statistics.SampleSizes;
using ProgressionSim.Statistics.Sequential;
using ProgressionSim.TestKit;
using ProgressionSim.Trials.Conduct;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;
using ProgressionSim.Trials.Tests.Patients;

namespace ProgressionSim.Trials.Tests.Validation;

/// <summary>Trials with looks hold their type I error and stop where theory says.</summary>
/// <remarks>
/// The information fraction of a look is the share of the planned patients who have completed follow-up, died or left. For a t test of the change at the last visit
/// without losses that is exactly the share of the final data, so theory applies whatever the recruitment. For the log-rank and the joint rank it is not: patients still followed
/// bring information too, and the fraction of events differs from that of patients.
/// </remarks>
public sealed class GroupSequentialTests
{
    private const double Alpha = 0.05;
    private const int Patients = 240;
    private const double Difference = 2.2;

    // The statistic is that of a t test. Without an effect its normal score is normal; with one, the first look stops by the noncentral t distribution, which for 80
    // patients is 0.01 less often than by the normal one that the theory of later looks takes.
    private const double NullSlack = 0.002;
    private const double LaterSlack = 0.012;

    [Theory]
    [InlineData(SpendingFunction.OBrienFleming, 3000)]
    [InlineData(SpendingFunction.Pocock, 3000)]
    public void Short_runs_stop_where_theory_says(SpendingFunction spending, int replicates) => CheckStopping(spending, replicates);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(SpendingFunction.OBrienFleming, 10_000)]
    [InlineData(SpendingFunction.Pocock, 10_000)]
    [InlineData(SpendingFunction.OBrienFlemingBoundary, 10_000)]
    [InlineData(SpendingFunction.PocockBoundary, 10_000)]
    public void Long_runs_stop_where_theory_says(SpendingFunction spending, int replicates) => CheckStopping(spending, replicates);

    private static void CheckStopping(SpendingFunction spending, int replicates)
    {
        var design = Means(80_0001, spending) with { Replicates = replicates };
        var theory = Theory(spending);
        var sd = ChangeSd();
        var drift = Difference / (sd * Math.Sqrt(4.0 / Patients));
        var alternative = SimulatedTrials.Of(design, Hypothesis.Alternative);
        var expected = theory.At(drift);
        var first = new TwoMeans(Difference, sd, theory.NominalP[0]).Power(new GroupSizes(Patients / 6, Patients / 6));
        Stops($"{spending}, success at look 1", alternative, 0, TrialDecision.Success, first, 0);
        for (var look = 1; look < 3; look++)
        {
            Stops($"{spending}, success at look {look + 1}", alternative, look, TrialDecision.Success, expected.Upper[look], LaterSlack);
        }

        var noEffect = SimulatedTrials.Of(design, Hypothesis.Null);
        var under = theory.At(0);
        for (var look = 0; look < 3; look++)
        {
            Stops($"{spending}, null, success at look {look + 1}", noEffect, look, TrialDecision.Success, under.Upper[look], NullSlack);
            Stops($"{spending}, null, harm at look {look + 1}", noEffect, look, TrialDecision.Harm, under.Upper[look], NullSlack);
        }

        var typeOne = Decided(noEffect, TrialDecision.Success, TrialDecision.Harm);
        ValidationTable.Row($"{spending}, type I error", Alpha, typeOne.Value, typeOne.StandardError);
        StatAssert.Mean("type I error", typeOne.Value, Alpha, typeOne.StandardError);

        // Boundaries of the wrong kind would be seen.
        var wrong = Theory(spending is SpendingFunction.OBrienFleming or SpendingFunction.OBrienFlemingBoundary ? SpendingFunction.Pocock : SpendingFunction.OBrienFleming).At(drift);
        StatAssert.Rejects("another boundary", () => Stops("wrong", alternative, 0, TrialDecision.Success, wrong.Upper[0], LaterSlack));
    }

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(AnalysisMethod.LogRank, SpendingFunction.OBrienFleming)]
    [InlineData(AnalysisMethod.LogRank, SpendingFunction.Pocock)]
    [InlineData(AnalysisMethod.JointRank, SpendingFunction.OBrienFleming)]
    [InlineData(AnalysisMethod.JointRank, SpendingFunction.Pocock)]
    [InlineData(AnalysisMethod.RandomSlope, SpendingFunction.Pocock)]
    public void Type_I_error_is_at_most_nominal_where_patients_under_way_inform_too(AnalysisMethod method, SpendingFunction spending)
    {
        var design = TestDesigns.Statistical(80_0003, 160, StatisticalPlans.Shared, 0.5, 0.6, TestDesigns.Endpoint(method)).WithLosses() with
        {
            Interim = new InterimRule { Looks = [1.0 / 3, 2.0 / 3, 1], Spending = spending },
            Replicates = method == AnalysisMethod.LogRank ? 10_000 : 6000,
        };
        var trials = SimulatedTrials.Of(design, Hypothesis.Null);
        var typeOne = Decided(trials, TrialDecision.Success, TrialDecision.Harm);
        ValidationTable.Row($"{method}, {spending}, type I error", Alpha, typeOne.Value, typeOne.StandardError);

        // A look holds more information than its fraction says, so looks are closer to each other than spending takes them to be: the error is less than nominal, the
        // more so the more is spent early.
        StatAssert.Mean("type I error", typeOne.Value, Alpha, typeOne.StandardError, typeOne.Value > Alpha ? 0 : 0.012);
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Futility_makes_trials_without_effect_smaller_and_costs_little_power()
    {
        var without = Means(80_0004, SpendingFunction.OBrienFleming) with { Replicates = 4000 };
        FutilityRule[] rules = [new(null, SpendingFunction.HwangShihDeCani, -2, 0.9), new(0.1, SpendingFunction.OBrienFleming, 0, 0.9)];
        var plain = Size(SimulatedTrials.Of(without, Hypothesis.Null));
        var fullPower = Decided(SimulatedTrials.Of(without, Hypothesis.Alternative), TrialDecision.Success);
        ValidationTable.Line($"no futility: {plain.Value:F1} patients without effect, power {fullPower.Value:F4}");
        foreach (var rule in rules)
        {
            var design = without with { Interim = without.Interim! with { Futility = rule } };
            var noEffect = SimulatedTrials.Of(design, Hypothesis.Null);
            var (size, power) = (Size(noEffect), Decided(SimulatedTrials.Of(design, Hypothesis.Alternative), TrialDecision.Success));
            var benefit = Decided(noEffect, TrialDecision.Success);
            ValidationTable.Line($"{(rule.ConditionalPowerBelow is null ? "beta spending" : "conditional power")}: {size.Value:F1} patients without effect, stopped for futility {Decided(noEffect, TrialDecision.Futility).Value:F4}, success without effect {benefit.Value:F4}, power {power.Value:F4}");
            Assert.True(size.High < plain.Low);
            Assert.InRange(power.Value, fullPower.Value - 0.08, fullPower.Value);

            // Not binding: the error can only fall.
            Assert.True(benefit.Value - (StatAssert.Z * benefit.StandardError) < Alpha / 2);
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Beta_spending_stops_where_theory_says()
    {
        var plain = Means(80_0005, SpendingFunction.OBrienFleming) with { Replicates = 10_000, Sides = 1, Alpha = 0.025 };
        var design = plain with { Interim = plain.Interim! with { Futility = new FutilityRule(null, SpendingFunction.HwangShihDeCani, -2, 0.9) } };
        var theory = Theory(SpendingFunction.OBrienFleming).WithFutility(Statistics.Sequential.Spending.HwangShihDeCani(-2), 0.9).At(0);
        var trials = SimulatedTrials.Of(design, Hypothesis.Null);
        for (var look = 0; look < 2; look++)
        {
            Stops($"futility at look {look + 1}", trials, look, TrialDecision.Futility, theory.Lower[look], NullSlack);
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Predictive_stopping_for_futility_alone_cannot_raise_the_error()
    {
        var design = Means(80_0006, SpendingFunction.OBrienFleming) with { Replicates = 10_000 };
        foreach (var (success, futility) in new[] { (1.0, 0.05), (0.99, 0.05), (0.95, 0.05) })
        {
            var trials = SimulatedTrials.Of(
                design with { Interim = design.Interim! with { Predictive = new PredictiveStopping(success, futility, 0) } }, Hypothesis.Null);
            var (benefit, size) = (Decided(trials, TrialDecision.Success), Size(trials));
            ValidationTable.Row($"predictive stopping above {success}, success without effect", Alpha / 2, benefit.Value, benefit.StandardError);
            ValidationTable.Line($"    {size.Value:F1} patients, stopped for futility {Decided(trials, TrialDecision.Futility).Value:F4}");

            // Stopping at 0.99 adds the trials that would have fallen back below the boundary: a few in ten thousand; at 0.95 some in a thousand.
            StatAssert.Mean("success without effect", Math.Max(benefit.Value, Alpha / 2), Alpha / 2, benefit.StandardError, success == 1 ? 0 : (1 - success) * 0.1);
        }
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Blinded_re_estimation_keeps_the_error_and_restores_the_power()
    {
        // Planned with a standard deviation a fifth too small.
        var planned = ChangeSd() / 1.2;
        var design = Means(80_0007, SpendingFunction.OBrienFleming) with
        {
            Interim = null,
            Patients = 160,
            Reestimation = new SampleSizeReestimation(0.5, planned, 400),
            Replicates = 6000,
        };
        var (noEffect, alternative) = (SimulatedTrials.Of(design, Hypothesis.Null), SimulatedTrials.Of(design, Hypothesis.Alternative));
        var fixedPower = SimulatedTrials.Of(design with { Reestimation = null }, Hypothesis.Alternative).Rejected(0);
        var (typeOne, power) = (noEffect.Rejected(0), alternative.Rejected(0));
        ValidationTable.Row("re-estimation, type I error", Alpha, typeOne.Value, typeOne.StandardError);
        ValidationTable.Line($"    {Size(noEffect).Value:F1} patients, expected about {160 * 1.44:F1}; power {power.Value:F4} against {fixedPower.Value:F4} with 160 patients");
        StatAssert.Mean("type I error", typeOne.Value, Alpha, typeOne.StandardError, 0.003);
        Assert.InRange(Size(noEffect).Value, 160 * 1.44 * 0.97, 160 * 1.44 * 1.03);
        Assert.True(power.Low > fixedPower.High);
    }

    private static double ChangeSd() => ChangeSd(TrialTime.MonthsOfWeeks(26));

    private static double ChangeSd(double months) =>
        Math.Sqrt((TestDesigns.Declining.SlopeSd * TestDesigns.Declining.SlopeSd * months * months) + (2 * TestDesigns.Declining.ResidualSd * TestDesigns.Declining.ResidualSd));

    private static TrialDesign Means(uint seed, SpendingFunction spending) =>
        TestDesigns.Statistical(
            seed, Patients, TestDesigns.Declining, Difference / TrialTime.MonthsOfWeeks(26), 1, TestDesigns.Endpoint(AnalysisMethod.TTest, 1)) with
        {
            Visits = new VisitSchedule { Weeks = [0, 26] },
            Interim = new InterimRule { Looks = [1.0 / 3, 2.0 / 3, 1], Spending = spending },
        };

    private static SequentialDesign Theory(SpendingFunction spending)
    {
        double[] looks = [1.0 / 3, 2.0 / 3, 1];
        return spending switch
        {
            SpendingFunction.OBrienFleming => SequentialDesign.FromSpending(looks, Statistics.Sequential.Spending.OBrienFlemingLike, Alpha / 2),
            SpendingFunction.Pocock => SequentialDesign.FromSpending(looks, Statistics.Sequential.Spending.PocockLike, Alpha / 2),
            SpendingFunction.OBrienFlemingBoundary => SequentialDesign.OBrienFleming(looks, Alpha / 2),
            _ => SequentialDesign.Pocock(looks, Alpha / 2),
        };
    }

    private static void Stops(string what, SimulatedTrials trials, int look, TrialDecision decision, double expected, double slack)
    {
        var share = trials.Outcomes.Decisions.Where((each, row) => each == decision && trials.Outcomes.LastLooks[row] == look).Count() / (double)trials.Outcomes.Replicates;
        var error = Math.Sqrt(expected * (1 - expected) / trials.Outcomes.Replicates);
        ValidationTable.Row(what, expected, share, error);
        StatAssert.Mean(what, share, expected, error, slack);
    }

    private static SimulatedValue Decided(SimulatedTrials trials, params TrialDecision[] decisions) =>
        MonteCarlo.Share([.. trials.Outcomes.Decisions.Select(decisions.Contains)], trials.Slices);

    private static SimulatedValue Size(SimulatedTrials trials) => MonteCarlo.Mean(trials.Outcomes.Randomised, trials.Slices);
}
