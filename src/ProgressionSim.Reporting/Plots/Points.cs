using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws single points over the plot.</summary>
internal static class Points
{
    /// <summary>Radius of a symbol.</summary>
    public const float Radius = 4.2f;

    // From the centre of a point to its text.
    private const float Beside = 13;

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
                    Write(canvas, layer, i, frame.X(x), frame.Y(y));
                }
            }
        }
    }

    private static void Write(SKCanvas canvas, PointLayer layer, int i, float x, float y)
    {
        if (i < layer.Texts.Count)
        {
            var isLeft = layer.Symbol == PointSymbol.ArrowRight;
            var (aside, align) = isLeft ? (-Beside, SKTextAlign.Right) : (Beside, SKTextAlign.Left);
            Text.Draw(canvas, layer.Texts[i], x + aside, y + 4.3f, Pens.Label(layer.Color), align);
        }
    }
}
