namespace ProgressionSim.Statistics.SampleSizes;

/// <summary>Events a log-rank test needs for a hazard ratio, with r the patients of group 1 over those of group 0.</summary>
/// <remarks>
/// Schoenfeld: (z_alpha + z_beta)^2 (1 + r)^2/(r log(ratio)^2); source: Biometrics 39:499-503 (1983), doi:10.2307/2531021.
/// Freedman: (z_alpha + z_beta)^2 (1 + r ratio)^2/(r (1 - ratio)^2); source: Stat Med 1:121-129 (1982), doi:10.1002/sim.4780010204.
/// Immutable, so thread-safe.
/// </remarks>
public sealed record LogRankEvents
{
    /// <summary>Plans for a hazard ratio.</summary>
    /// <param name="hazardRatio">Group 1 over group 0; above 0, not 1.</param>
    /// <param name="oneSidedAlpha">Between 0 and 0.5, both excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public LogRankEvents(double hazardRatio, double oneSidedAlpha = 0.025)
    {
        HazardRatio = DesignChecks.Positive(hazardRatio, nameof(hazardRatio));
        DesignChecks.Effect(Math.Log(hazardRatio), nameof(hazardRatio));
        OneSidedAlpha = DesignChecks.Alpha(oneSidedAlpha);
    }

    /// <summary>Hazard of group 1 over that of group 0.</summary>
    public double HazardRatio { get; }

    /// <summary>One-sided level.</summary>
    public double OneSidedAlpha { get; }

    /// <summary>Events by Schoenfeld's formula.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>Events in both groups, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double SchoenfeldEvents(double power, double allocation = 1) => Events(power, allocation, SchoenfeldEffect(allocation));

    /// <summary>Power by Schoenfeld's formula, in the right direction.</summary>
    /// <param name="events">Events in both groups; above 0.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double SchoenfeldPower(double events, double allocation = 1) => Power(events, allocation, SchoenfeldEffect(allocation));

    /// <summary>Events by Freedman's formula.</summary>
    /// <param name="power">Above the one-sided level, below 1.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>Events in both groups, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double FreedmanEvents(double power, double allocation = 1) => Events(power, allocation, FreedmanEffect(allocation));

    /// <summary>Power by Freedman's formula, in the right direction.</summary>
    /// <param name="events">Events in both groups; above 0.</param>
    /// <param name="allocation">Group 1 over group 0; above 0.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public double FreedmanPower(double events, double allocation = 1) => Power(events, allocation, FreedmanEffect(allocation));

    // Expected log-rank z per root of an event.
    private double SchoenfeldEffect(double allocation) => Math.Abs(Math.Log(HazardRatio)) * Math.Sqrt(allocation) / (1 + allocation);

    private double FreedmanEffect(double allocation) => Math.Abs(1 - HazardRatio) * Math.Sqrt(allocation) / (1 + (allocation * HazardRatio));

    private double Events(double power, double allocation, double effect) =>
        NormalPower.Size(effect, 1, 1, OneSidedAlpha, power, allocation).Group0;

    private double Power(double events, double allocation, double effect)
    {
        DesignChecks.Positive(events, nameof(events));
        DesignChecks.Positive(allocation, nameof(allocation));
        return NormalPower.Power(effect, 1 / events, 1 / events, OneSidedAlpha);
    }
}
