namespace ProgressionSim.Experiments.Evidence;

/// <summary>Rank correlation (Spearman) of two readings over patients.</summary>
public sealed record CorrelationEstimator : Estimator
{
    /// <summary>One reading; its arm, filter and moment are its own.</summary>
    public required ReadingEstimator First { get; init; }

    /// <summary>The other.</summary>
    public required ReadingEstimator Second { get; init; }
}
