namespace ProgressionSim.Statistics.Survival;

/// <summary>What a Cox model makes of events at the same time.</summary>
/// <remarks>Sources: Efron, J Am Stat Assoc 72:557-565 (1977), doi:10.1080/01621459.1977.10480613; Breslow, Biometrics 30:89-99 (1974), doi:10.2307/2529620.</remarks>
public enum TieHandling
{
    /// <summary>Those who have the event leave the risk set one share at a time: close to the exact answer.</summary>
    Efron = 0,

    /// <summary>Each event sees the whole risk set: simpler, and pulled towards no effect when ties are heavy.</summary>
    Breslow = 1,
}
