using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws estimates with error bars and writes their labels where they meet nothing else.</summary>
internal static class Intervals
{
    private const float Cap = 5;
    private const float Radius = 5.5f;
    private const float Clear = 5;

    /// <summary>Draws all interval layers of a panel.</summary>
    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame)
    {
        var points = Points(panel, frame).ToList();
        foreach (var point in points)
        {
            DrawBar(canvas, point, frame);
        }

        var taken = points.ConvertAll(point => SKRect.Create(point.X - Radius, point.Top - 2, 2 * Radius, point.Bottom - point.Top + 4));
        var room = Room(points, frame);
        foreach (var point in points.Where(point => point.Label.Length > 0))
        {
            var style = Pens.Label(point.Color);
            var lines = Text.Wrap(point.Label, style, room);
            var place = Place(point, Text.Width(lines, style), lines.Count * style.LineHeight, frame, taken);
            taken.Add(place);
            Text.DrawLines(canvas, lines, place.MidX, place.Top, style, SKTextAlign.Center);
        }
    }

    private static IEnumerable<IntervalPoint> Points(Panel panel, PanelFrame frame)
    {
        foreach (var layer in panel.Layers.OfType<IntervalLayer>())
        {
            for (var i = 0; i < Math.Min(layer.X.Count, layer.Y.Count); i++)
            {
                var (x, y) = (frame.Horizontal.Scaled(layer.X[i]), frame.Vertical.Scaled(layer.Y[i]));
                if (double.IsNaN(y) || !frame.Horizontal.Holds(x))
                {
                    continue;
                }

                var low = i < layer.Low.Count ? frame.Vertical.ScaledEdge(layer.Low[i]) : double.NaN;
                var high = i < layer.High.Count ? frame.Vertical.ScaledEdge(layer.High[i]) : double.NaN;
                var centre = frame.Y(y);
                yield return new IntervalPoint(
                    layer.Color,
                    frame.X(x),
                    centre,
                    double.IsNaN(high) ? centre : Math.Max(frame.Data.Top, frame.Y(high)),
                    double.IsNaN(low) ? centre : Math.Min(frame.Data.Bottom, frame.Y(low)),
                    i < layer.PointLabels.Count ? layer.PointLabels[i] : "");
            }
        }
    }

    /// <summary>Width a label may take without reaching the next estimate's label.</summary>
    private static float Room(List<IntervalPoint> points, PanelFrame frame)
    {
        var places = points.Select(point => point.X).Distinct().Order().ToArray();
        var room = Math.Min(frame.Data.Width, 200);
        for (var i = 1; i < places.Length; i++)
        {
            room = Math.Min(room, places[i] - places[i - 1] - 8);
        }

        return Math.Max(room, 60);
    }

    private static void DrawBar(SKCanvas canvas, IntervalPoint point, PanelFrame frame)
    {
        canvas.Save();
        canvas.ClipRect(SKRect.Inflate(frame.Data, 8, 0));
        using (var pen = Pens.Stroke(Pens.Skia(point.Color), 2.2f))
        {
            canvas.DrawLine(point.X, point.Top, point.X, point.Bottom, pen);
            canvas.DrawLine(point.X - Cap, point.Top, point.X + Cap, point.Top, pen);
            canvas.DrawLine(point.X - Cap, point.Bottom, point.X + Cap, point.Bottom, pen);
        }

        Pens.DrawMark(canvas, point.Color, point.X, point.Y, Radius);
        canvas.Restore();
    }

    /// <summary>Above, below, right or left of the bar: the first that meets nothing; above when all do.</summary>
    private static SKRect Place(IntervalPoint point, float width, float height, PanelFrame frame, List<SKRect> taken)
    {
        var left = Math.Clamp(point.X - (width / 2), frame.Data.Left + 2, Math.Max(frame.Data.Left + 2, frame.Outer.Right - width));
        SKRect[] candidates =
        [
            SKRect.Create(left, point.Top - Clear - height, width, height),
            SKRect.Create(left, point.Bottom + Clear, width, height),
            SKRect.Create(point.X + Radius + Clear, point.Y - (height / 2), width, height),
            SKRect.Create(point.X - Radius - Clear - width, point.Y - (height / 2), width, height),
        ];
        var inside = SKRect.Create(frame.Data.Left, frame.Data.Top - 4, frame.Outer.Right - frame.Data.Left, frame.Data.Height + 4);
        foreach (var candidate in candidates)
        {
            if (inside.Contains(candidate) && !taken.Exists(other => other.IntersectsWith(candidate)))
            {
                return candidate;
            }
        }

        return candidates[0];
    }

    /// <summary>An estimate with its bar, in places on the canvas.</summary>
    private readonly record struct IntervalPoint(FigureColor Color, float X, float Y, float Top, float Bottom, string Label);
}
