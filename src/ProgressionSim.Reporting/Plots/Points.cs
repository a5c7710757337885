using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws single points over the plot.</summary>
internal static class Points
{
    /// <summary>Radius of a symbol.</summary>
    public const float Radius = 4.2f;

    /// <summary>Draws all points of a panel that lie on both axes.</summary>
    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame)
    {
        foreach (var layer in panel.Layers.OfType<PointLayer>())
        {
            for (var i = 0; i < Math.Min(layer.X.Count, layer.Y.Count); i++)
            {
                var (x, y) = (frame.Horizontal.Scaled(layer.X[i]), frame.Vertical.Scaled(layer.Y[i]));
                if (frame.Horizontal.Holds(x) && frame.Vertical.Holds(y))
                {
                    Pens.DrawSymbol(canvas, layer.Symbol, layer.Color, frame.X(x), frame.Y(y), Radius);
                }
            }
        }
    }
}
