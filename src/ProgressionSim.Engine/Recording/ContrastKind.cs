namespace ProgressionSim.Engine.Recording;

/// <summary>Which pairs a paired contrast counts, and how the dead count.</summary>
public enum ContrastKind
{
    /// <summary>All pairs; a dead patient counts as 0.</summary>
    DeathZero = 0,

    /// <summary>All pairs; alive is 1, dead is 0.</summary>
    Alive = 1,

    /// <summary>Pairs in which both twins are alive.</summary>
    BothAlive = 2,
}
