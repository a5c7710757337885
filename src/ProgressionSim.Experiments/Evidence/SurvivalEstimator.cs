namespace ProgressionSim.Experiments.Evidence;

/// <summary>Survival from a moment, among those alive then.</summary>
public sealed record SurvivalEstimator : Estimator
{
    /// <summary>What is asked.</summary>
    public required SurvivalAsked Asked { get; init; }

    /// <summary>Month of <see cref="SurvivalAsked.ShareAlive"/>, and end of follow-up of <see cref="SurvivalAsked.WeibullShape"/>.</summary>
    public double ToMonth { get; init; }

    /// <inheritdoc/>
    public override bool IsShare => Asked == SurvivalAsked.ShareAlive && this is { DividedBy: null, Factor: 1 };
}
