using ProgressionSim.Engine.Sampling;
using ProgressionSim.Statistics;

namespace ProgressionSim.Trials.Analyses;

/// <summary>Turns results of statistical methods into outcomes.</summary>
internal static class Outcomes
{
    /// <summary>An outcome from an effect with its test.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="benefitSign">1 when a positive statistic is a benefit, else -1.</param>
    /// <param name="fellBack">True when a simpler method was used.</param>
    public static AnalysisOutcome Of(EffectEstimate effect, int benefitSign, bool fellBack = false) => effect.Status == FitStatus.Estimated
        ? new AnalysisOutcome(
            effect.Estimate,
            effect.StandardError,
            effect.DegreesOfFreedom,
            benefitSign * NormalEquivalent(effect.Statistic, effect.DegreesOfFreedom, effect.PValue),
            effect.Status,
            fellBack)
        : AnalysisOutcome.None(effect.Status);

    /// <summary>The normal statistic that has the two-sided p-value and the sign of a test's own.</summary>
    /// <param name="statistic">The test's own statistic.</param>
    /// <param name="degreesOfFreedom">Of its t distribution; infinite for a normal statistic, which stays as it is.</param>
    /// <param name="pValue">Two-sided.</param>
    public static double NormalEquivalent(double statistic, double degreesOfFreedom, double pValue) =>
        double.IsPositiveInfinity(degreesOfFreedom) ? statistic : SignedQuantile(Math.Sign(statistic), pValue);

    /// <summary>The normal statistic of a sign and a two-sided p-value.</summary>
    /// <param name="sign">-1, 0 or 1.</param>
    /// <param name="pValue">Two-sided.</param>
    public static double SignedQuantile(int sign, double pValue) => sign == 0 ? 0 : sign * StandardNormal.QuantileUpper(pValue / 2);
}
