namespace ProgressionSim.Experiments.Evidence;

/// <summary>A linear mixed model with random intercepts and slopes of a measure over visits, as cohorts and trials are analysed (REML).</summary>
public sealed record SlopeEstimator : Estimator
{
    /// <summary>Number of the measure.</summary>
    public required int Measure { get; init; }

    /// <summary>First visit, months after the moment.</summary>
    public double FromMonth { get; init; }

    /// <summary>Last visit, months after the moment.</summary>
    public required double ToMonth { get; init; }

    /// <summary>Months between visits, at least 1.</summary>
    public double EveryMonths { get; init; } = 3;

    /// <summary>Mean: the fixed slope per month; Sd: the standard deviation of patients' slopes.</summary>
    public CohortStatistic Statistic { get; init; }
}
