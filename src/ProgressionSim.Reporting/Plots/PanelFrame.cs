using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Where a panel's data area lies, and the way from scaled values to places.</summary>
/// <param name="Outer">The whole panel.</param>
/// <param name="Data">The area inside the axes.</param>
/// <param name="Horizontal">Horizontal axis.</param>
/// <param name="Vertical">Vertical axis.</param>
internal sealed record PanelFrame(SKRect Outer, SKRect Data, AxisScale Horizontal, AxisScale Vertical)
{
    /// <summary>Place of a scaled horizontal value.</summary>
    public float X(double scaled) => Data.Left + (float)(Horizontal.Share(scaled) * Data.Width);

    /// <summary>Place of a scaled vertical value.</summary>
    public float Y(double scaled) => Data.Bottom - (float)(Vertical.Share(scaled) * Data.Height);
}
