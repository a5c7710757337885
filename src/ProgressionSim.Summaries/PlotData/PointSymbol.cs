namespace ProgressionSim.Summaries.PlotData;

/// <summary>Shape of a single point.</summary>
public enum PointSymbol
{
    /// <summary>A cross: a death.</summary>
    Cross = 0,

    /// <summary>An open circle: somebody left.</summary>
    OpenCircle = 1,

    /// <summary>A filled triangle: a treatment started or changed.</summary>
    Triangle = 2,

    /// <summary>An arrow to the left: what it stands for lies beyond the left end of the axis.</summary>
    ArrowLeft = 3,

    /// <summary>An arrow to the right: what it stands for lies beyond the right end.</summary>
    ArrowRight = 4,
}
