namespace ProgressionSim.Statistics.Sequential;

/// <summary>Analysis after a group-sequential trial by stage-wise ordering: an earlier crossing of the upper bound counts as more extreme than any later
/// result.</summary>
/// <remarks>
/// p(theta) is the probability at drift theta of crossing the upper bound at an earlier look, or of reaching the last look with a z as large; lower bounds are
/// ignored, as they are non-binding. p(0) is the p-value, p = 1/2 gives the median-unbiased drift, p = (1 -+ level)/2 the limits. p never depends on looks
/// that did not happen.
/// Source: Tsiatis, Rosner and Mehta, Biometrics 40:797-803 (1984); Jennison and Turnbull (2000), chapter 8. Pure functions, so thread-safe.
/// </remarks>
public static class StageWise
{
    /// <summary>p-value, median-unbiased drift and interval for a trial that ended at a look with a z.</summary>
    /// <param name="information">Information at the looks that happened, the last included: 1 to 20 rates, above 0, strictly ascending.</param>
    /// <param name="earlierUpperBounds">Upper bounds of all looks but the last; none was crossed.</param>
    /// <param name="z">z at the last look; finite.</param>
    /// <param name="confidenceLevel">Between 0 and 1, both excluded.</param>
    /// <returns>The estimate.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, or an argument is outside its range.</exception>
    public static StageWiseEstimate Estimate(ReadOnlySpan<double> information, ReadOnlySpan<double> earlierUpperBounds, double z, double confidenceLevel = 0.95)
    {
        InformationRates.Check(information, nameof(information));
        CriticalValue.Check(confidenceLevel, nameof(confidenceLevel));
        if (earlierUpperBounds.Length != information.Length - 1)
        {
            throw new ArgumentException("There is one bound for each look before the last.", nameof(earlierUpperBounds));
        }

        if (!double.IsFinite(z))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "A z statistic is finite.");
        }

        var rates = information.ToArray();
        double[] bounds = [.. earlierUpperBounds, z];
        double Exceeding(double drift) => SequentialOutcome.Of(rates, bounds, [], drift).RejectionProbability;

        // Without earlier bounds the drift would be z over the root of the information; each limit lies within a few standard errors of a crossing at the
        // first or last look.
        double error = 1 / Math.Sqrt(rates[0]), center = z / Math.Sqrt(rates[^1]);
        double At(double share) => BracketedRoot.Find(drift => share - Exceeding(drift), center - (20 * error), center + (20 * error));
        var tail = (1 - confidenceLevel) / 2;
        return new(Exceeding(0), At(0.5), At(tail), At(1 - tail));
    }
}
