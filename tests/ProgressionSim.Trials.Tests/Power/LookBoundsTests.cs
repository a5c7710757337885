using MathNet.Numerics.Distributions;
using ProgressionSim.Statistics.Sequential;
using ProgressionSim.Trials.Design;
using ProgressionSim.Trials.Power;

namespace ProgressionSim.Trials.Tests.Power;

public sealed class LookBoundsTests
{
    private const double Critical = 1.959963984540054;

    [Fact]
    public void A_fixed_trial_decides_at_its_critical_value_in_both_directions()
    {
        var bounds = Of(null);
        Assert.Equal([1.0], bounds.Fractions);
        Assert.Equal(TrialDecision.Success, bounds.Decide(0, [Critical + 1e-9]));
        Assert.Equal(TrialDecision.NotShown, bounds.Decide(0, [Critical - 1e-9]));
        Assert.Equal(TrialDecision.Harm, bounds.Decide(0, [-Critical - 1e-9]));
        Assert.Equal(TrialDecision.NotShown, bounds.Decide(0, [-Critical + 1e-9]));
        Assert.Equal(TrialDecision.NotShown, bounds.Decide(0, [double.NaN]));
        Assert.Equal(TrialDecision.Success, bounds.Decide(0, [double.PositiveInfinity]));
    }

    [Fact]
    public void A_one_sided_trial_knows_no_harm()
    {
        var bounds = Of(null, sides: 1);
        Assert.Equal(1.6448536269514722, bounds.Success[0], 1e-9);
        Assert.Equal(TrialDecision.NotShown, bounds.Decide(0, [-5]));
    }

    [Fact]
    public void Several_arms_share_the_error_and_one_that_succeeds_is_enough()
    {
        // 0.05 / 2 sides / 2 comparisons.
        var bounds = Of(null, arms: 3);
        Assert.Equal(2.241402727604945, bounds.Success[0], 1e-9);
        Assert.Equal(TrialDecision.Success, bounds.Decide(0, [-3, 2.25]));
        Assert.Equal(TrialDecision.Success, bounds.Decide(0, [double.NaN, 2.25]));
        Assert.Equal(TrialDecision.Harm, bounds.Decide(0, [1, -2.25]));
        Assert.Equal(TrialDecision.NotShown, bounds.Decide(0, [2.2, -2.2]));
    }

    [Theory]
    [InlineData(SpendingFunction.OBrienFleming, 2.9626, 1.9686)]
    [InlineData(SpendingFunction.OBrienFlemingBoundary, 2.7965, 1.9774)]
    [InlineData(SpendingFunction.PocockBoundary, 2.1783, 2.1783)]
    [InlineData(SpendingFunction.Pocock, 2.1570, 2.2010)]
    public void Two_looks_have_the_boundaries_of_the_textbooks(SpendingFunction function, double first, double last)
    {
        // Jennison and Turnbull (2000), tables 2.1 and 2.3, and the spending functions of Lan and DeMets as in gsDesign, all to four digits.
        var bounds = Of(new InterimRule { Looks = [0.5, 1], Spending = function });
        Assert.Equal(first, bounds.Success[0], 1e-4);
        Assert.Equal(last, bounds.Success[1], 1e-4);
        Assert.Equal(TrialDecision.Success, bounds.Decide(0, [first + 2e-4]));
        Assert.Null(bounds.Decide(0, [first - 2e-4]));
        Assert.Equal(TrialDecision.Harm, bounds.Decide(0, [-first - 2e-4]));
        Assert.Null(bounds.Decide(0, [double.NaN]));
        Assert.Equal(TrialDecision.NotShown, bounds.Decide(1, [last - 2e-4]));
    }

    [Fact]
    public void Futility_by_conditional_power_stops_below_it()
    {
        // Under the current trend Phi((z / sqrt t - c) / sqrt(1 - t)).
        var bounds = Of(new InterimRule { Looks = [0.4, 1], Futility = new FutilityRule(0.1, SpendingFunction.OBrienFleming, 0, 0) });
        var limit = Math.Sqrt(0.4) * (bounds.Success[1] + (Math.Sqrt(0.6) * Normal.InvCDF(0, 1, 0.1)));
        Assert.Equal(TrialDecision.Futility, bounds.Decide(0, [limit - 1e-6]));
        Assert.Null(bounds.Decide(0, [limit + 1e-6]));
        Assert.Null(bounds.Decide(0, [limit - 1, limit + 1e-6]));
        Assert.Equal(TrialDecision.NotShown, bounds.Decide(1, [-1]));
    }

    [Fact]
    public void Futility_by_spending_does_not_move_the_boundary_for_success()
    {
        var plain = new InterimRule { Looks = [0.3, 0.6, 1], Spending = SpendingFunction.HwangShihDeCani, SpendingParameter = -2 };
        var (without, with) = (Of(plain), Of(plain with { Futility = new FutilityRule(null, SpendingFunction.KimDeMets, 2, 0.9) }));
        Assert.Equal(without.Success, with.Success);
        var reference = SequentialDesign.FromSpending([0.3, 0.6, 1], Spending.HwangShihDeCani(-2), 0.025).WithFutility(Spending.KimDeMets(2), 0.9);
        Assert.Equal([reference.LowerBounds[0], reference.LowerBounds[1], double.NaN], with.Futility);
        Assert.Equal(TrialDecision.Futility, with.Decide(1, [with.Futility[1] - 1e-9]));
        Assert.Null(with.Decide(1, [with.Futility[1] + 1e-9]));
        Assert.Null(without.Decide(1, [-1]));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    public void Predictive_probability_stops_above_and_below_its_limits(double prior)
    {
        // Posterior of the drift from prior precision s: precision s + t, mean z sqrt t / (s + t). The rest adds (1 - t) drift and variance 1 - t.
        const double T = 0.5;
        var bounds = Of(new InterimRule { Looks = [T, 1], Predictive = new PredictiveStopping(0.95, 0.05, prior) });
        Assert.Equal(double.NaN, bounds.Success[0]);
        Assert.Equal(Critical, bounds.Success[1], 1e-9);
        var spread = Math.Sqrt((1 - T) + ((1 - T) * (1 - T) / (prior + T)));
        double ZFor(double probability) => (Critical + (spread * Normal.InvCDF(0, 1, probability))) / (Math.Sqrt(T) * (1 + ((1 - T) / (prior + T))));
        Assert.Equal(TrialDecision.Success, bounds.Decide(0, [ZFor(0.95) + 1e-6]));
        Assert.Null(bounds.Decide(0, [ZFor(0.95) - 1e-6]));
        Assert.Null(bounds.Decide(0, [ZFor(0.05) + 1e-6]));
        Assert.Equal(TrialDecision.Futility, bounds.Decide(0, [ZFor(0.05) - 1e-6]));
        Assert.Equal(TrialDecision.Harm, bounds.Decide(1, [-2]));
    }

    private static LookBounds Of(InterimRule? interim, int sides = 2, int arms = 2) =>
        new(TestDesigns.Statistical(1, 100, TestDesigns.Declining, 0.4, 1, TestDesigns.Endpoint(AnalysisMethod.TTest)) with
        {
            Interim = interim,
            Sides = sides,
            Arms = [.. Enumerable.Range(0, arms).Select(arm => new TrialArm($"arm {arm}", Math.Min(arm, 1), 1))],
        });
}
