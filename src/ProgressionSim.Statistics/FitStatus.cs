namespace ProgressionSim.Statistics;

/// <summary>Whether an analysis gave an answer.</summary>
public enum FitStatus
{
    /// <summary>The estimate and its test stand.</summary>
    Estimated = 0,

    /// <summary>The data hold no answer: a group is empty, nothing happened, all values are alike, or effects cannot be told apart. Numbers are NaN.</summary>
    NotEstimable = 1,

    /// <summary>An iterative fit stopped before its criterion was met. Numbers are those of the last iteration and must not be trusted.</summary>
    NotConverged = 2,
}
