namespace ProgressionSim.Statistics;

/// <summary>An effect with its test against no effect.</summary>
/// <param name="Status">Whether the numbers stand; all of them are NaN when the effect is not estimable.</param>
/// <param name="Estimate">Group 1 against group 0, or per unit of a covariate.</param>
/// <param name="StandardError">Of the estimate, same unit; above 0.</param>
/// <param name="DegreesOfFreedom">Of the reference distribution, Student's t; infinite for the normal distribution.</param>
/// <param name="Statistic">Estimate over standard error, signed.</param>
/// <param name="PValue">Two-sided, 0 to 1.</param>
public readonly record struct EffectEstimate(
    FitStatus Status, double Estimate, double StandardError, double DegreesOfFreedom, double Statistic, double PValue)
{
    /// <summary>The answer when there is none.</summary>
    public static EffectEstimate NotEstimable { get; } =
        new(FitStatus.NotEstimable, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>Tests an estimate against the normal distribution.</summary>
    /// <param name="estimate">The effect.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <returns>The test; not estimable unless both are finite and the standard error is above 0.</returns>
    public static EffectEstimate FromNormal(double estimate, double standardError) =>
        FromStudent(estimate, standardError, double.PositiveInfinity);

    /// <summary>Tests an estimate against Student's t distribution.</summary>
    /// <param name="estimate">The effect.</param>
    /// <param name="standardError">Its standard error.</param>
    /// <param name="degreesOfFreedom">Above 0; infinite for the normal distribution.</param>
    /// <returns>The test; not estimable unless the first two are finite and the standard error and degrees of freedom are above 0.</returns>
    public static EffectEstimate FromStudent(double estimate, double standardError, double degreesOfFreedom)
    {
        if (!double.IsFinite(estimate) || !double.IsFinite(standardError) || !(standardError > 0) || !(degreesOfFreedom > 0))
        {
            return NotEstimable;
        }

        var statistic = estimate / standardError;
        var p = TailProbability.StudentTTwoSided(statistic, degreesOfFreedom);
        return new(FitStatus.Estimated, estimate, standardError, degreesOfFreedom, statistic, p);
    }
}
