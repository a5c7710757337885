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
}
