using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws estimates with error bars and writes their labels where they meet nothing else.</summary>
internal static class Intervals
{
    private const float Cap = 5;
    private const float Clear = 5;

    /// <summary>Draws all interval layers of a panel.</summary>
    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame)
    {
        var points = IntervalPoint.Of(panel, frame).ToList();
        foreach (var point in points)
        {
            DrawBar(canvas, point, frame);
        }

        var taken = points.ConvertAll(point => point.Taken);
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

    /// <summary>Width a label may take without reaching the next estimate's label.</summary>
    private static float Room(List<IntervalPoint> points, PanelFrame frame)
    {
        var places = points.Where(point => !point.IsHorizontal).Select(point => point.Centre.X).Distinct().Order().ToArray();
        var room = Math.Min(frame.Data.Width, 200);
        for (var i = 1; i < places.Length; i++)
        {
            room = Math.Min(room, places[i] - places[i - 1] - 8);
        }

        return Math.Max(room, 60);
    }

    private static void DrawBar(SKCanvas canvas, IntervalPoint point, PanelFrame frame)
    {
        var (across, up) = point.IsHorizontal ? (0f, Cap) : (Cap, 0f);
        canvas.Save();
        canvas.ClipRect(SKRect.Inflate(frame.Data, 8, point.IsHorizontal ? 8 : 0));
        using (var pen = Pens.Stroke(Pens.Skia(point.Color), 2.2f))
        {
            var bar = point.Bar;
            canvas.DrawLine(bar.Left, bar.Top, bar.Right, bar.Bottom, pen);
            canvas.DrawLine(bar.Left - across, bar.Top - up, bar.Left + across, bar.Top + up, pen);
            canvas.DrawLine(bar.Right - across, bar.Bottom - up, bar.Right + across, bar.Bottom + up, pen);
        }

        Pens.DrawMark(canvas, point.Color, point.Centre.X, point.Centre.Y, IntervalPoint.Radius);
        canvas.Restore();
    }

    /// <summary>Above, below, right or left of an upright bar, right, left, above or below of a horizontal one: the first that meets nothing.</summary>
    private static SKRect Place(IntervalPoint point, float width, float height, PanelFrame frame, List<SKRect> taken)
    {
        var (centre, bar) = (point.Centre, point.Bar);
        var left = Math.Clamp(centre.X - (width / 2), frame.Data.Left + 2, Math.Max(frame.Data.Left + 2, frame.Outer.Right - width));
        var aside = IntervalPoint.Radius + Clear;
        SKRect[] candidates = point.IsHorizontal
            ?
            [
                SKRect.Create(Math.Max(bar.Right + Clear, centre.X + aside), centre.Y - (height / 2), width, height),
                SKRect.Create(Math.Min(bar.Left - Clear, centre.X - aside) - width, centre.Y - (height / 2), width, height),
                SKRect.Create(left, centre.Y - aside - height, width, height),
                SKRect.Create(left, centre.Y + aside, width, height),
            ]
            :
            [
                SKRect.Create(left, bar.Top - Clear - height, width, height),
                SKRect.Create(left, bar.Bottom + Clear, width, height),
                SKRect.Create(centre.X + aside, centre.Y - (height / 2), width, height),
                SKRect.Create(centre.X - aside - width, centre.Y - (height / 2), width, height),
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
}
