namespace ProgressionSim.Reporting.Plots;

/// <summary>Whether a picture carries its own words.</summary>
public enum FigureFraming
{
    /// <summary>With title and caption: the picture stands alone.</summary>
    Standalone = 0,

    /// <summary>Panels only, for a page that shows title and caption as text.</summary>
    PanelsOnly = 1,
}
