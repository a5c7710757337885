namespace ProgressionSim.Summaries.PlotData;

/// <summary>Colours by meaning; the theme maps them to a palette that colour-blind readers can tell apart.</summary>
public enum FigureColor
{
    /// <summary>Text and reference lines.</summary>
    Neutral = 0,

    /// <summary>First arm, usually untreated.</summary>
    Arm1 = 1,

    /// <summary>Second arm.</summary>
    Arm2 = 2,

    /// <summary>Third arm.</summary>
    Arm3 = 3,

    /// <summary>Fourth arm.</summary>
    Arm4 = 4,

    /// <summary>Fifth arm.</summary>
    Arm5 = 5,

    /// <summary>Sixth arm; further arms start again at the second.</summary>
    Arm6 = 6,

    /// <summary>Healthy motor neurons.</summary>
    Healthy = 7,

    /// <summary>Stressed motor neurons.</summary>
    Stressed = 8,

    /// <summary>Lost motor neurons.</summary>
    Lost = 9,
}
