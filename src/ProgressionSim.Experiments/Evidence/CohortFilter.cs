using ProgressionSim.Model.Parameters;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>Whom an estimator looks at: patients who meet every condition that is not null.</summary>
public sealed record CohortFilter
{
    /// <summary>Everybody.</summary>
    public static CohortFilter Everybody { get; } = new();

    /// <summary>Index of a subgroup of the population.</summary>
    public int? Subgroup { get; init; }

    /// <summary>Regions of onset, any of them.</summary>
    public IReadOnlyList<Region>? OnsetRegions { get; init; }

    /// <summary>Least vital capacity at the moment an estimator counts from, percent of predicted.</summary>
    public double? SvcAtLeastPercent { get; init; }

    /// <summary>Most months from symptom onset to the moment an estimator counts from.</summary>
    public double? MonthsFromOnsetAtMost { get; init; }

    /// <summary>Least points lost per month up to the moment: (48 - ALSFRS-R) / months since symptom onset.</summary>
    public double? ProgressionRateAtLeast { get; init; }

    /// <summary>Most points lost per month up to the moment, not included.</summary>
    public double? ProgressionRateBelow { get; init; }

    /// <summary>Least ALSFRS-R at the moment.</summary>
    public double? AlsfrsAtLeast { get; init; }

    /// <summary>Most ALSFRS-R at the moment.</summary>
    public double? AlsfrsAtMost { get; init; }
}
