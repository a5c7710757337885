namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>Comparison of two means with a common standard deviation: the t test, and its normal approximation.</summary>
/// <remarks>
/// t: noncentrality |difference|/(SD sqrt(1/n0 + 1/n1)), n0 + n1 - 2 degrees of freedom, as R's power.t.test. Normal: n0 = (1 + 1/r)(z_alpha + z_beta)^2
/// SD^2/difference^2.
/// One-sided: a two-sided test at 0.05 is planned with 0.025, its wrong side left out. Immutable, so thread-safe.
/// </remarks>
public sealed record TwoMeans
{
    /// <summary>Plans for a difference.</summary>
    /// <param name="difference">Difference of the means; finite, not 0.</param>
    /// <param name="standardDeviation">Within each group; above 0.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public TwoMeans(double difference, double standardDeviation, double oneSidedAlpha = 0.025)
    {
        Difference = DesignChecks.Effect(difference, nameof(difference));
        StandardDeviation = DesignChecks.Positive(standardDeviation, nameof(standardDeviation));
        OneSidedAlpha = DesignChecks.Alpha(oneSidedAlpha);
    }

    /// <summary>Difference of the means.</summary>
    public double Difference { get; }

    /// <summary>Standard deviation within each group.</summary>
    public double StandardDeviation { get; }

    /// <summary>One-sided level.</summary>
    public double OneSidedAlpha { get; }

    /// <summary>Power of the t test in the right direction.</summary>
    /// <param name="sizes">Above 0; at least 3 in total.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are too small.</exception>
    public double Power(GroupSizes sizes)
    {
        var (degrees, noncentrality) = Terms(sizes);
        return NoncentralT.Above(NoncentralT.Quantile(OneSidedAlpha, degrees), degrees, noncentrality);
    }

    /// <summary>Probability that the two-sided t test at twice the level rejects on either side.</summary>
    /// <param name="sizes">Above 0; at least 3 in total.</param>
    /// <returns>0 to 1; R's power.t.test with strict = TRUE.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sizes are too small.</exception>
    public double EitherSidePower(GroupSizes sizes)
    {
        var (degrees, noncentrality) = Terms(sizes);
        var critical = NoncentralT.Quantile(OneSidedAlpha, degrees);
        return NoncentralT.Above(critical, degrees, noncentrality) + NoncentralT.Above(critical, degrees, -noncentrality);
    }

    /// <summary>Sizes that give the t test a power.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>Sizes, not rounded; 3 in total if those already have the power.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public GroupSizes SampleSize(double power, double allocation = 1)
    {
        var guess = NormalSampleSize(power, allocation).Group0;
        var least = 3 / (1 + allocation);
        var group0 = BracketedRoot.FindAbove(n => power - Power(new(n, n * allocation)), least, Math.Max(2 * least, 1.5 * guess));
        return new(group0, group0 * allocation);
    }

    /// <summary>Power of the normal test with known standard deviation.</summary>
    /// <param name="sizes">Above 0.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public double NormalPower(GroupSizes sizes)
    {
        DesignChecks.Sizes(sizes);
        var variance = StandardDeviation * StandardDeviation * ((1 / sizes.Group0) + (1 / sizes.Group1));
        return SampleSizes.NormalPower.Power(Difference, variance, variance, OneSidedAlpha);
    }

    /// <summary>Sizes that give the normal test a power.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>Sizes, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public GroupSizes NormalSampleSize(double power, double allocation = 1)
    {
        var variance = StandardDeviation * StandardDeviation * (1 + (1 / allocation));
        return SampleSizes.NormalPower.Size(Difference, variance, variance, OneSidedAlpha, power, allocation);
    }

    private (double Degrees, double Noncentrality) Terms(GroupSizes sizes)
    {
        DesignChecks.Sizes(sizes);
        var degrees = sizes.Total - 2;
        if (!(degrees >= 1 - 1e-9))
        {
            throw new ArgumentOutOfRangeException(nameof(sizes), sizes, "A t test needs 3 patients in total.");
        }

        return (degrees, Math.Abs(Difference) / (StandardDeviation * Math.Sqrt((1 / sizes.Group0) + (1 / sizes.Group1))));
    }
}
