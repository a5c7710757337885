using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws what stands before a name in the legend.</summary>
internal static class LegendSample
{
    /// <summary>Width of a sample.</summary>
    public const float Width = 24;

    /// <summary>Draws the sample of an entry.</summary>
    public static void Draw(SKCanvas canvas, LegendEntry entry, float x, float middle)
    {
        var area = SKRect.Create(x, middle - 6, Width, 12);
        switch (entry.Sample)
        {
            case BandLayer band:
                DrawBand(canvas, band, entry.Color, area);
                break;
            case LineLayer line:
                DrawLine(canvas, line, entry.Color, x, middle);
                break;
            case ContourLayer:
                Contours.DrawSample(canvas, entry.Color, x, x + Width, middle);
                break;
            case PointLayer points:
                Pens.DrawSymbol(canvas, points.Symbol, entry.Color, x + (Width / 2), middle, Points.Radius);
                break;
            case SpanLayer span:
                Fills.DrawFaint(canvas, area, entry.Color, span.Pattern);
                break;
            case FillSample fill:
                Fills.DrawBar(canvas, area, entry.Color, fill.Pattern);
                break;
            case MissingSample:
                Fills.DrawMissing(canvas, area);
                break;
            default:
                Pens.DrawMark(canvas, entry.Color, x + (Width / 2), middle, 5);
                break;
        }
    }

    private static void DrawBand(SKCanvas canvas, BandLayer band, FigureColor color, SKRect area)
    {
        // Neutral is too pale for faint bands of shared colours.
        var shade = color == FigureColor.Neutral ? Pens.Ink : Pens.Skia(color);
        using (var fill = new SKPaint { Color = shade.WithAlpha((byte)Math.Clamp(255 * band.Strength, 20, 255)) })
        {
            canvas.DrawRect(area, fill);
        }

        if (band.Outlined)
        {
            using var pen = Pens.Stroke(shade, LayerPlotter.EdgeWidth, dashed: true);
            canvas.DrawLine(area.Left, area.Top, area.Right, area.Top, pen);
            canvas.DrawLine(area.Left, area.Bottom, area.Right, area.Bottom, pen);
        }
    }

    private static void DrawLine(SKCanvas canvas, LineLayer line, FigureColor figureColor, float x, float middle)
    {
        var color = Pens.Skia(figureColor);
        var thin = line.Style == LineStyle.Thin;
        using (var pen = Pens.Stroke(
            thin ? color.WithAlpha(150) : color, thin ? 1 : (float)FigureTheme.LineWidth(figureColor), line.Style == LineStyle.Dashed))
        {
            canvas.DrawLine(x, middle, x + Width, middle, pen);
        }

        if (EndLabels.HasMark(line))
        {
            Pens.DrawMark(canvas, figureColor, x + (Width / 2), middle, 4.5f);
        }
    }
}
