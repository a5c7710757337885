using ProgressionSim.Engine.Sampling;
using ProgressionSim.Statistics.Sequential;
using ProgressionSim.Trials.Design;

namespace ProgressionSim.Trials.Power;

/// <summary>When a look at the primary endpoint ends a trial.</summary>
internal sealed class LookBounds
{
    private readonly InterimRule? rule;
    private readonly bool twoSided;
    private readonly double finalBound;

    /// <summary>Computes the boundaries of a design.</summary>
    /// <param name="design">The design.</param>
    public LookBounds(TrialDesign design)
    {
        rule = design.Interim;
        twoSided = design.Sides == 2;
        Fractions = rule is null ? [1] : [.. rule.Looks];
        var fixedBound = StandardNormal.QuantileUpper(design.AlphaOneSided);
        Success = [.. Enumerable.Repeat(double.NaN, Fractions.Count - 1), fixedBound];
        Futility = [.. Enumerable.Repeat(double.NaN, Fractions.Count)];
        if (rule is { Predictive: null } && Fractions.Count > 1)
        {
            var fractions = Fractions.ToArray();
            var sequential = rule.Spending switch
            {
                SpendingFunction.OBrienFlemingBoundary => SequentialDesign.OBrienFleming(fractions, design.AlphaOneSided),
                SpendingFunction.PocockBoundary => SequentialDesign.Pocock(fractions, design.AlphaOneSided),
                _ => SequentialDesign.FromSpending(fractions, SpendingOf(rule.Spending, rule.SpendingParameter), design.AlphaOneSided),
            };
            if (rule.Futility is { ConditionalPowerBelow: null } futility)
            {
                sequential = sequential.WithFutility(SpendingOf(futility.Spending, futility.SpendingParameter), futility.Power);
                Futility = [.. sequential.LowerBounds.Select((bound, look) => look + 1 < fractions.Length && double.IsFinite(bound) ? bound : double.NaN)];
            }

            Success = [.. sequential.UpperBounds];
        }

        finalBound = Success[^1];
    }

    /// <summary>Information fractions of the looks, the last 1.</summary>
    public IReadOnlyList<double> Fractions { get; }

    /// <summary>Boundary of the benefit-oriented z statistic by look; NaN where a look does not use one.</summary>
    public IReadOnlyList<double> Success { get; }

    /// <summary>Boundary below which a look stops for futility; NaN for none.</summary>
    public IReadOnlyList<double> Futility { get; }

    /// <summary>What a look decides.</summary>
    /// <param name="look">Index of the look.</param>
    /// <param name="z">Benefit-oriented z of each comparison; NaN where there is none.</param>
    /// <returns>The decision; null to go on.</returns>
    public TrialDecision? Decide(int look, ReadOnlySpan<double> z)
    {
        var (best, worst) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (var each in z)
        {
            best = Math.Max(best, double.IsNaN(each) ? double.NegativeInfinity : each);
            worst = Math.Min(worst, double.IsNaN(each) ? double.PositiveInfinity : each);
        }

        var isLast = look == Fractions.Count - 1;
        if (Success[look] is var bound && !double.IsNaN(bound))
        {
            if (best >= bound)
            {
                return TrialDecision.Success;
            }

            if (twoSided && worst <= -bound)
            {
                return TrialDecision.Harm;
            }
        }

        if (isLast)
        {
            return TrialDecision.NotShown;
        }

        return double.IsFinite(best) ? StopEarly(look, best) : null;
    }

    private TrialDecision? StopEarly(int look, double best)
    {
        if (rule!.Predictive is { } predictive)
        {
            var probability = predictive.PriorInformationShare > 0
                ? ConditionalPower.Predictive(best, Fractions[look], finalBound, 0, 1 / predictive.PriorInformationShare)
                : ConditionalPower.Predictive(best, Fractions[look], finalBound);
            return probability > predictive.SuccessAbove ? TrialDecision.Success : probability < predictive.FutilityBelow ? TrialDecision.Futility : null;
        }

        var isFutile = rule.Futility is { ConditionalPowerBelow: { } least }
            ? ConditionalPower.CurrentTrend(best, Fractions[look], finalBound) < least
            : best < Futility[look];
        return isFutile ? TrialDecision.Futility : null;
    }

    private static Spending SpendingOf(SpendingFunction function, double parameter) => function switch
    {
        SpendingFunction.Pocock or SpendingFunction.PocockBoundary => Spending.PocockLike,
        SpendingFunction.HwangShihDeCani => Spending.HwangShihDeCani(parameter),
        SpendingFunction.KimDeMets => Spending.KimDeMets(parameter),
        _ => Spending.OBrienFlemingLike,
    };
}
