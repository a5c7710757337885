namespace ProgressionSim.Trials.Design;

/// <summary>Looks at the primary endpoint while the trial runs.</summary>
public sealed record InterimRule
{
    /// <summary>
    /// Information fractions of the looks, strictly rising, the last 1: a look takes place when this share of the planned patients has completed follow-up, died or
    /// left.
    /// </summary>
    public required IReadOnlyList<double> Looks { get; init; }

    /// <summary>How the type I error is spent; not used with <see cref="Predictive"/>.</summary>
    public SpendingFunction Spending { get; init; }

    /// <summary>Parameter of the spending function that has one.</summary>
    public double SpendingParameter { get; init; }

    /// <summary>Stopping for futility; null for never.</summary>
    public FutilityRule? Futility { get; init; }

    /// <summary>Stopping by predictive probability instead of a boundary: the final test then has the full type I error. Null for a boundary.</summary>
    public PredictiveStopping? Predictive { get; init; }
}
