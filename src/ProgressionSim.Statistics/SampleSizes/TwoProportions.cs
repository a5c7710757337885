namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>Comparison of two shares by the normal test with pooled variance (chi-square without continuity correction).</summary>
/// <remarks>
/// Power: Phi((|p1 - p0| - z_alpha sqrt(p q (1/n0 + 1/n1)))/sqrt(p0 q0/n0 + p1 q1/n1)) with p pooled over the groups by size, as R's power.prop.test for
/// equal groups.
/// Source: Fleiss, Statistical Methods for Rates and Proportions (1981), chapter 3. Immutable, so thread-safe.
/// </remarks>
public sealed record TwoProportions
{
    /// <summary>Plans for two shares.</summary>
    /// <param name="share0">Share of the reference group; between 0 and 1, both excluded.</param>
    /// <param name="share1">Share of the other group; between 0 and 1, both excluded, and not the same.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public TwoProportions(double share0, double share1, double oneSidedAlpha = 0.025)
    {
        Share0 = DesignChecks.Share(share0, nameof(share0));
        Share1 = DesignChecks.Share(share1, nameof(share1));
        DesignChecks.Effect(share1 - share0, nameof(share1));
        OneSidedAlpha = DesignChecks.Alpha(oneSidedAlpha);
    }

    /// <summary>Share of the reference group.</summary>
    public double Share0 { get; }

    /// <summary>Share of the other group.</summary>
    public double Share1 { get; }

    /// <summary>One-sided level.</summary>
    public double OneSidedAlpha { get; }

    /// <summary>Power in the right direction.</summary>
    /// <param name="sizes">Above 0.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size is not above 0.</exception>
    public double Power(GroupSizes sizes)
    {
        DesignChecks.Sizes(sizes);
        return NormalPower.Power(Share1 - Share0, Variance(sizes), NullVariance(sizes), OneSidedAlpha);
    }

    /// <summary>Sizes that give a power.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>Sizes, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public GroupSizes SampleSize(double power, double allocation = 1)
    {
        var one = new GroupSizes(1, allocation);
        return NormalPower.Size(Share1 - Share0, Variance(one), NullVariance(one), OneSidedAlpha, power, allocation);
    }

    private double Variance(GroupSizes sizes) => (Share0 * (1 - Share0) / sizes.Group0) + (Share1 * (1 - Share1) / sizes.Group1);

    private double NullVariance(GroupSizes sizes)
    {
        var pooled = ((Share0 * sizes.Group0) + (Share1 * sizes.Group1)) / sizes.Total;
        return pooled * (1 - pooled) * ((1 / sizes.Group0) + (1 / sizes.Group1));
    }
}
