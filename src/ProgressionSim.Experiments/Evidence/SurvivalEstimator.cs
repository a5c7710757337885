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

/// <summary>Survival from a moment, among those alive then.</summary>
public sealed record SurvivalEstimator : Estimator
{
    /// <summary>What is asked.</summary>
    public required SurvivalAsked Asked { get; init; }

    /// <summary>Month of <see cref="SurvivalAsked.ShareAlive"/>, and end of follow-up of <see cref="SurvivalAsked.WeibullShape"/>.</summary>
    public double ToMonth { get; init; }
}
