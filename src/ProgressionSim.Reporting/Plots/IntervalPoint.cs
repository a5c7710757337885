using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>An estimate with its bar, in places on the canvas.</summary>
/// <param name="Color">Colour.</param>
/// <param name="Centre">Place of the estimate.</param>
/// <param name="Bar">From limit to limit; without width when upright, without height when horizontal.</param>
/// <param name="IsHorizontal">True for a bar along the horizontal axis.</param>
/// <param name="Label">Text beside it; empty for none.</param>
internal sealed record IntervalPoint(FigureColor Color, SKPoint Centre, SKRect Bar, bool IsHorizontal, string Label)
{
    /// <summary>Radius of the mark.</summary>
    public const float Radius = 5.5f;

    /// <summary>Room of mark and bar, which no label may meet.</summary>
    public SKRect Taken => IsHorizontal ? SKRect.Inflate(Bar, 2, Radius) : SKRect.Inflate(Bar, Radius, 2);

    /// <summary>All estimates of a panel that lie on their axis.</summary>
    public static IEnumerable<IntervalPoint> Of(Panel panel, PanelFrame frame)
    {
        foreach (var layer in panel.Layers.OfType<IntervalLayer>())
        {
            for (var i = 0; i < Math.Min(layer.X.Count, layer.Y.Count); i++)
            {
                if ((layer.Horizontal ? Across(layer, i, frame) : Upright(layer, i, frame)) is { } point)
                {
                    yield return point;
                }
            }
        }
    }

    private static IntervalPoint? Upright(IntervalLayer layer, int i, PanelFrame frame)
    {
        var (x, y) = (frame.Horizontal.Scaled(layer.X[i]), frame.Vertical.Scaled(layer.Y[i]));
        if (double.IsNaN(y) || !frame.Horizontal.Holds(x))
        {
            return null;
        }

        var (low, high) = (Limit(layer.Low, i, frame.Vertical), Limit(layer.High, i, frame.Vertical));
        var centre = new SKPoint(frame.X(x), frame.Y(y));
        var top = double.IsNaN(high) ? centre.Y : Math.Max(frame.Data.Top, frame.Y(high));
        var bottom = double.IsNaN(low) ? centre.Y : Math.Min(frame.Data.Bottom, frame.Y(low));
        return new(layer.Color, centre, new SKRect(centre.X, top, centre.X, bottom), IsHorizontal: false, LabelOf(layer, i));
    }

    private static IntervalPoint? Across(IntervalLayer layer, int i, PanelFrame frame)
    {
        var (x, y) = (frame.Horizontal.Scaled(layer.X[i]), frame.Vertical.Scaled(layer.Y[i]));
        if (double.IsNaN(x) || !frame.Vertical.Holds(y))
        {
            return null;
        }

        var (low, high) = (Limit(layer.Low, i, frame.Horizontal), Limit(layer.High, i, frame.Horizontal));
        var centre = new SKPoint(frame.X(x), frame.Y(y));
        var left = double.IsNaN(low) ? centre.X : Math.Max(frame.Data.Left, frame.X(low));
        var right = double.IsNaN(high) ? centre.X : Math.Min(frame.Data.Right, frame.X(high));
        return new(layer.Color, centre, new SKRect(left, centre.Y, right, centre.Y), IsHorizontal: true, LabelOf(layer, i));
    }

    private static double Limit(IReadOnlyList<double> limits, int i, AxisScale scale) => i < limits.Count ? scale.ScaledEdge(limits[i]) : double.NaN;

    private static string LabelOf(IntervalLayer layer, int i) => i < layer.PointLabels.Count ? layer.PointLabels[i] : "";
}
