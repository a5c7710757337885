namespace ProgressionSim.Experiments.Evidence;

/// <summary>Where a prediction lies.</summary>
public enum EvidenceVerdict
{
    /// <summary>Nothing to judge it by: no published interval, or context only.</summary>
    NotJudged = 0,

    /// <summary>The prediction lies inside the published interval.</summary>
    Inside = 1,

    /// <summary>The prediction lies outside, but its own interval overlaps the published one.</summary>
    Overlaps = 2,

    /// <summary>The two intervals do not meet, or the cohort gives no prediction.</summary>
    Outside = 3,
}
