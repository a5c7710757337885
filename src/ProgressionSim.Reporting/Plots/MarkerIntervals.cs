using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws the intervals of vertical lines that mark an estimate: bars at their feet, one above the other.</summary>
internal static class MarkerIntervals
{
    private const float Cap = 5;
    private const float FirstHeight = 13;
    private const float RowHeight = 15;

    /// <summary>The bar of a marker, without height; null when it has none or none on the axis.</summary>
    /// <param name="marker">The marker.</param>
    /// <param name="frame">The panel's places.</param>
    /// <param name="row">Row of the bar, counted upwards from the axis.</param>
    public static SKRect? Places(MarkerLayer marker, PanelFrame frame, int row)
    {
        var axis = frame.Horizontal.Axis;
        if (marker.Low is not { } low || marker.High is not { } high || !(low <= high) || high < axis.Low || low > axis.High)
        {
            return null;
        }

        var height = frame.Data.Bottom - FirstHeight - (row * RowHeight);
        var left = frame.X(frame.Horizontal.Scaled(Math.Max(low, axis.Low)));
        return new SKRect(left, height, frame.X(frame.Horizontal.Scaled(Math.Min(high, axis.High))), height);
    }

    /// <summary>Draws all bars of a panel. A limit beyond the axis ends in an arrow instead of a cap.</summary>
    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame)
    {
        var row = 0;
        foreach (var marker in panel.Layers.OfType<MarkerLayer>())
        {
            if (Places(marker, frame, row) is not { } bar)
            {
                continue;
            }

            row++;
            var color = SKColor.Parse(FigureTheme.HexTextColor(marker.Color));
            using (var rim = Pens.Stroke(SKColors.White, 5))
            using (var pen = Pens.Stroke(color, 2.2f))
            {
                canvas.DrawLine(bar.Left, bar.Top, bar.Right, bar.Top, rim);
                canvas.DrawLine(bar.Left, bar.Top, bar.Right, bar.Top, pen);
                DrawEnd(canvas, bar.Left, bar.Top, marker.Low < frame.Horizontal.Axis.Low ? 1 : 0, pen);
                DrawEnd(canvas, bar.Right, bar.Top, marker.High > frame.Horizontal.Axis.High ? -1 : 0, pen);
            }

            var x = frame.Horizontal.Scaled(marker.X);
            if (frame.Horizontal.Holds(x))
            {
                Pens.DrawMark(canvas, marker.Color, frame.X(x), bar.Top, 4.4f);
            }
        }
    }

    /// <summary>A cap, or an arrow head whose strokes lean inwards.</summary>
    private static void DrawEnd(SKCanvas canvas, float x, float y, int inwards, SKPaint pen)
    {
        canvas.DrawLine(x, y, x + (inwards * Cap), y - Cap, pen);
        canvas.DrawLine(x, y, x + (inwards * Cap), y + Cap, pen);
    }
}
