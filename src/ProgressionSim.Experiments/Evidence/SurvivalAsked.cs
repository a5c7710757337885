namespace ProgressionSim.Experiments.Evidence;

/// <summary>What a survival curve is asked.</summary>
public enum SurvivalAsked
{
    /// <summary>Median survival, months after the moment.</summary>
    Median = 0,

    /// <summary>Share alive at a month.</summary>
    ShareAlive = 1,

    /// <summary>Shape of a Weibull distribution fitted by maximum likelihood; 1 for a constant hazard.</summary>
    WeibullShape = 2,
}
