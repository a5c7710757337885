namespace ProgressionSim.Summaries.PlotData;

/// <summary>How an area is filled, so that areas are told apart in grey print too.</summary>
public enum FillPattern
{
    /// <summary>One even colour.</summary>
    Plain = 0,

    /// <summary>Strokes that rise to the right.</summary>
    Rising = 1,

    /// <summary>Strokes that fall to the right.</summary>
    Falling = 2,

    /// <summary>Strokes both ways.</summary>
    Crossed = 3,

    /// <summary>Dots.</summary>
    Dotted = 4,
}
