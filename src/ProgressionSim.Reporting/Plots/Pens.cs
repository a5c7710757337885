using ProgressionSim.Summaries.PlotData;
using ScottPlot;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>The theme in the types of the drawing libraries.</summary>
internal static class Pens
{
    public static readonly SKColor Ink = SKColor.Parse(FigureTheme.HexInk);
    public static readonly SKColor SoftInk = SKColor.Parse(FigureTheme.HexSoftInk);

    public static readonly TextStyle Title = new(18, Ink, Bold: true);
    public static readonly TextStyle Heading = new(14, Ink, Bold: true);
    public static readonly TextStyle AxisLabel = new(13, Ink);
    public static readonly TextStyle Tick = new(12, SoftInk);
    public static readonly TextStyle Caption = new(12, SoftInk);
    public static readonly TextStyle Small = new(12, SoftInk);
    public static readonly TextStyle SmallBold = new(12, SoftInk, Bold: true);

    /// <summary>Colour for the drawing library's text and marks.</summary>
    public static SKColor Skia(FigureColor color) => SKColor.Parse(FigureTheme.HexColor(color));

    /// <summary>Colour for the plotting library.</summary>
    public static Color Plot(FigureColor color) => Color.FromHex(FigureTheme.HexColor(color));

    /// <summary>Text in the colour of what it names.</summary>
    public static TextStyle Label(FigureColor color, bool bold = false) => new(12, SKColor.Parse(FigureTheme.HexTextColor(color)), bold);

    /// <summary>A pen for straight strokes; the caller disposes it.</summary>
    public static SKPaint Stroke(SKColor color, float width, bool dashed = false)
    {
        var paint = new SKPaint { Color = color, StrokeWidth = width, IsStroke = true, IsAntialias = true };
        if (dashed)
        {
            using var effect = SKPathEffect.CreateDash([5, 4], 0);
            paint.PathEffect = effect;
        }

        return paint;
    }

    /// <summary>The mark of a colour, centred on a point: a shape as well as a colour, with a white rim.</summary>
    public static void DrawMark(SKCanvas canvas, FigureColor color, float x, float y, float radius)
    {
        using var path = new SKPath();
        switch (color)
        {
            case FigureColor.Arm2 or FigureColor.Stressed:
                path.AddRect(SKRect.Create(x - (0.88f * radius), y - (0.88f * radius), 1.76f * radius, 1.76f * radius));
                break;
            case FigureColor.Arm3 or FigureColor.Lost:
                path.AddPoly([new(x, y - (1.15f * radius)), new(x + (1.1f * radius), y + (0.8f * radius)), new(x - (1.1f * radius), y + (0.8f * radius))]);
                break;
            case FigureColor.Arm4:
                path.AddPoly([new(x, y - (1.25f * radius)), new(x + (1.25f * radius), y), new(x, y + (1.25f * radius)), new(x - (1.25f * radius), y)]);
                break;
            case FigureColor.Arm5:
                path.AddPoly([new(x, y + (1.15f * radius)), new(x + (1.1f * radius), y - (0.8f * radius)), new(x - (1.1f * radius), y - (0.8f * radius))]);
                break;
            default:
                path.AddCircle(x, y, radius);
                break;
        }

        using var fill = new SKPaint { Color = Skia(color), IsAntialias = true };
        using var rim = Stroke(SKColors.White, 1);
        canvas.DrawPath(path, fill);
        canvas.DrawPath(path, rim);
    }

    /// <summary>The symbol of a single point, centred on it.</summary>
    public static void DrawSymbol(SKCanvas canvas, PointSymbol symbol, FigureColor color, float x, float y, float radius)
    {
        using var pen = Stroke(Skia(color), 2);
        using var white = new SKPaint { Color = SKColors.White, IsAntialias = true };
        using var fill = new SKPaint { Color = Skia(color), IsAntialias = true };
        switch (symbol)
        {
            case PointSymbol.Cross:
                canvas.DrawLine(x - radius, y - radius, x + radius, y + radius, pen);
                canvas.DrawLine(x - radius, y + radius, x + radius, y - radius, pen);
                break;
            case PointSymbol.OpenCircle:
                canvas.DrawCircle(x, y, radius, white);
                canvas.DrawCircle(x, y, radius, pen);
                break;
            case PointSymbol.ArrowLeft or PointSymbol.ArrowRight:
                var ahead = (symbol == PointSymbol.ArrowLeft ? -1 : 1) * radius;
                canvas.DrawLine(x - (1.6f * ahead), y, x + ahead, y, pen);
                canvas.DrawLine(x, y - radius, x + ahead, y, pen);
                canvas.DrawLine(x, y + radius, x + ahead, y, pen);
                break;
            default:
                using (var path = new SKPath())
                {
                    path.AddPoly([new(x, y - (1.2f * radius)), new(x + (1.15f * radius), y + (0.85f * radius)), new(x - (1.15f * radius), y + (0.85f * radius))]);
                    canvas.DrawPath(path, fill);
                }

                break;
        }
    }
}
