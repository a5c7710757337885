namespace ProgressionSim.Summaries.PlotData;

/// <summary>How a line is drawn.</summary>
public enum LineStyle
{
    /// <summary>Solid and strong: a main result.</summary>
    Solid = 0,

    /// <summary>Dashed.</summary>
    Dashed = 1,

    /// <summary>Thin and faint: one patient among many.</summary>
    Thin = 2,

    /// <summary>Steps: the value holds until the next point (Kaplan-Meier).</summary>
    Steps = 3,
}
