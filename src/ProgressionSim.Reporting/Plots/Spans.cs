using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws strips behind the data and finds room in them for their names.</summary>
internal static class Spans
{
    private const float Clear = 5;
    private const int MostLines = 7;

    /// <summary>Names that have room in their strips, placed from the upper left corner of the data; the others need a legend.</summary>
    public static IReadOnlyList<SpanLabel> Plan(Panel panel, PanelFrame frame)
    {
        var labels = new List<SpanLabel>();
        foreach (var span in panel.Layers.OfType<SpanLayer>().Where(span => span.Label.Length > 0))
        {
            if (Strip(span, frame) is { } strip && Place(span, strip, panel, frame, labels) is { } label)
            {
                labels.Add(label);
            }
        }

        return labels;
    }

    /// <summary>True when a part of the strip lies on the axis.</summary>
    public static bool IsSeen(SpanLayer span, Axis horizontal) => span.Low < horizontal.High && span.High > horizontal.Low;

    /// <summary>Draws all strips of a panel.</summary>
    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame)
    {
        foreach (var span in panel.Layers.OfType<SpanLayer>())
        {
            if (Strip(span, frame) is { } strip)
            {
                Fills.DrawFaint(canvas, strip, span.Color, span.Pattern);
            }
        }
    }

    /// <summary>Writes the names, each on a light ground that keeps the pattern away from its letters.</summary>
    public static void DrawLabels(SKCanvas canvas, IReadOnlyList<SpanLabel> labels, PanelFrame frame)
    {
        foreach (var label in labels)
        {
            var place = label.Place;
            place.Offset(frame.Data.Left, frame.Data.Top);
            using (var ground = new SKPaint { Color = SKColors.White.WithAlpha(225), IsAntialias = true })
            {
                canvas.DrawRoundRect(SKRect.Inflate(place, 3, 1), 3, 3, ground);
            }

            Text.DrawLines(canvas, label.Lines, place.MidX, place.Top, Pens.Label(label.Span.Color), SKTextAlign.Center);
        }
    }

    private static SKRect? Strip(SpanLayer span, PanelFrame frame)
    {
        var axis = frame.Horizontal.Axis;
        if (!IsSeen(span, axis))
        {
            return null;
        }

        var left = frame.X(frame.Horizontal.Scaled(Math.Max(span.Low, axis.Low)));
        var right = frame.X(frame.Horizontal.Scaled(Math.Min(span.High, axis.High)));
        return new SKRect(left, frame.Data.Top, right, frame.Data.Bottom);
    }

    private static SpanLabel? Place(SpanLayer span, SKRect strip, Panel panel, PanelFrame frame, List<SpanLabel> taken)
    {
        var style = Pens.Label(span.Color);
        var room = strip.Width - (2 * Clear);
        var lines = Text.Wrap(span.Label, style, room);
        if (lines.Count > MostLines || span.Label.Split(' ').Any(word => Text.Width(word, style) > room))
        {
            return null;
        }

        var (width, height) = (Text.Width(lines, style), lines.Count * style.LineHeight);
        var (top, bottom) = (strip.Top + Clear, strip.Bottom - Clear - height);
        float[] heights = [top, bottom, .. Enumerable.Range(1, 9).Select(tenth => top + (tenth / 10f * (bottom - top)))];
        foreach (var edge in heights)
        {
            var place = SKRect.Create(strip.MidX - (width / 2), edge, width, height);
            var wide = SKRect.Inflate(place, 5, 4);
            if (edge >= top && !DataCover.Meets(panel, frame, wide) && !taken.Exists(other => other.Place.IntersectsWith(wide)))
            {
                place.Offset(-frame.Data.Left, -frame.Data.Top);
                return new SpanLabel(span, lines, place);
            }
        }

        return null;
    }
}
