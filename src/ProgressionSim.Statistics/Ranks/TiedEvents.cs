namespace ProgressionSim.Statistics.Ranks;

/// <summary>How two patients whose events come at the same time are compared. Published rules leave this to the reader.</summary>
public enum TiedEvents
{
    /// <summary>By function, as if neither had an event.</summary>
    CompareFunction = 0,

    /// <summary>As equals.</summary>
    Equal = 1,
}
