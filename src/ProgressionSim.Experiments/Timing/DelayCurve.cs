using ProgressionSim.Experiments.Outcomes;

namespace ProgressionSim.Experiments.Timing;

/// <summary>What one outcome in one group of patients gains by treatment, by its start.</summary>
public sealed record DelayCurve
{
    /// <summary>Number of the outcome.</summary>
    public required int Outcome { get; init; }

    /// <summary>Index of the group of patients.</summary>
    public required int Group { get; init; }

    /// <summary>The outcome in the arm that starts are compared with.</summary>
    public required Estimate Reference { get; init; }

    /// <summary>The outcome itself, by start.</summary>
    public required IReadOnlyList<Estimate> Means { get; init; }

    /// <summary>Gain over that arm in the same patients, by start; positive is good.</summary>
    public required IReadOnlyList<Estimate> Benefits { get; init; }

    /// <summary>
    /// Benefit lost by each month of waiting from a start to the next one, one fewer than starts; null where more than a tenth of the patients of either start were put off
    /// to biological onset, because these did not wait.
    /// </summary>
    public required IReadOnlyList<Estimate?> CostsOfDelay { get; init; }

    /// <summary>Latest start that keeps the plan's share of the benefit of the earliest start.</summary>
    public required MonthAnswer Window { get; init; }

    /// <summary>Start after which the benefit is below the smallest one that counts.</summary>
    public required MonthAnswer PointOfNoReturn { get; init; }
}
