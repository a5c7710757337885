namespace ProgressionSim.Trials.Power;

/// <summary>How a search for a sample size ended.</summary>
public enum SampleSizeStatus
{
    /// <summary>Found, as precisely as asked.</summary>
    Found = 0,

    /// <summary>Found, but less precisely than asked, because the largest number of trials was spent.</summary>
    FoundRoughly = 1,

    /// <summary>Even the largest trial does not reach the power.</summary>
    Unreachable = 2,

    /// <summary>Even the smallest trial exceeds the power.</summary>
    BelowSmallest = 3,
}
