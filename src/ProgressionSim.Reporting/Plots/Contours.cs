using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws lines of equal value with a white rim, each named on the line.</summary>
internal static class Contours
{
    private const float LineWidth = 1.7f;
    private const float Rim = 3.6f;
    private const float ShortestNamed = 90;

    /// <summary>Draws all contour layers of a panel; names keep away from the places given and from each other.</summary>
    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame, IEnumerable<SKRect> occupied)
    {
        var taken = occupied.ToList();
        foreach (var layer in panel.Layers.OfType<ContourLayer>())
        {
            var style = Pens.Label(layer.Color, bold: true);
            var lines = layer.Lines.Select(line => (line.Label, Paths: Paths(line, frame))).ToList();
            canvas.Save();
            canvas.ClipRect(frame.Data);
            DrawAll(canvas, lines.SelectMany(line => line.Paths), SKColors.White.WithAlpha(200), Rim);
            DrawAll(canvas, lines.SelectMany(line => line.Paths), style.Color, LineWidth);
            canvas.Restore();
            foreach (var (label, paths) in lines.Where(line => line.Label.Length > 0))
            {
                var width = Text.Width(label, style);
                var named = false;
                foreach (var path in paths.Where(path => path.Length > width).OrderByDescending(path => path.Length))
                {
                    if ((!named || path.Length >= ShortestNamed) && path.Name(width, style.LineHeight, frame.Data, taken) is { } place)
                    {
                        named = true;
                        taken.Add(place.Bounds);
                        Write(canvas, label, place, width, style);
                    }
                }
            }
        }
    }

    /// <summary>A line's sample in the legend.</summary>
    public static void DrawSample(SKCanvas canvas, FigureColor color, float left, float right, float middle)
    {
        using var pen = Pens.Stroke(SKColor.Parse(FigureTheme.HexTextColor(color)), LineWidth);
        canvas.DrawLine(left, middle, right, middle, pen);
    }

    private static List<ContourPath> Paths(ContourLine line, PanelFrame frame) =>
    [
        .. line.Polylines.Select(polyline => new ContourPath([.. polyline.X.Zip(polyline.Y)
            .Select(point => (X: frame.Horizontal.Scaled(point.First), Y: frame.Vertical.Scaled(point.Second)))
            .Where(point => !double.IsNaN(point.X) && !double.IsNaN(point.Y))
            .Select(point => new SKPoint(frame.X(point.X), frame.Y(point.Y)))])),
    ];

    private static void DrawAll(SKCanvas canvas, IEnumerable<ContourPath> paths, SKColor color, float width)
    {
        using var pen = Pens.Stroke(color, width);
        pen.StrokeJoin = SKStrokeJoin.Round;
        foreach (var path in paths)
        {
            using var drawn = new SKPath();
            drawn.AddPoly([.. path.Points], close: false);
            canvas.DrawPath(drawn, pen);
        }
    }

    private static void Write(SKCanvas canvas, string label, ContourPlace place, float width, TextStyle style)
    {
        canvas.Save();
        canvas.Translate(place.Centre.X, place.Centre.Y);
        canvas.RotateDegrees(place.Degrees);
        using (var ground = new SKPaint { Color = SKColors.White.WithAlpha(235), IsAntialias = true })
        {
            canvas.DrawRoundRect(SKRect.Create((-width / 2) - 3, -7.5f, width + 6, 15), 3, 3, ground);
        }

        Text.Draw(canvas, label, 0, 4.3f, style, SKTextAlign.Center);
        canvas.Restore();
    }
}
