using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Fills rectangles with a colour and a pattern. Strokes are cut by arithmetic, not clipped, so that they are plain lines in SVG.</summary>
internal static class Fills
{
    private const float Spacing = 7;

    /// <summary>Fills a rectangle.</summary>
    /// <param name="canvas">Where to draw.</param>
    /// <param name="place">The rectangle.</param>
    /// <param name="fill">Colour of the ground.</param>
    /// <param name="stroke">Colour of the pattern.</param>
    /// <param name="pattern">The pattern; its strokes run on from one rectangle into the next.</param>
    /// <param name="width">Width of its strokes.</param>
    public static void Draw(SKCanvas canvas, SKRect place, SKColor fill, SKColor stroke, FillPattern pattern, float width = 1)
    {
        if (fill.Alpha > 0)
        {
            using var ground = new SKPaint { Color = fill, IsAntialias = true };
            canvas.DrawRect(place, ground);
        }

        if (pattern == FillPattern.Plain)
        {
            return;
        }

        using var pen = Pens.Stroke(stroke, width);
        if (pattern == FillPattern.Dotted)
        {
            DrawDots(canvas, place, stroke);
            return;
        }

        if (pattern is FillPattern.Rising or FillPattern.Crossed)
        {
            for (var sum = NextMultiple(place.Left + place.Top); sum < place.Right + place.Bottom; sum += Spacing)
            {
                var (from, to) = (Math.Max(place.Left, sum - place.Bottom), Math.Min(place.Right, sum - place.Top));
                canvas.DrawLine(from, sum - from, to, sum - to, pen);
            }
        }

        if (pattern is FillPattern.Falling or FillPattern.Crossed)
        {
            for (var difference = NextMultiple(place.Left - place.Bottom); difference < place.Right - place.Top; difference += Spacing)
            {
                var (from, to) = (Math.Max(place.Left, difference + place.Top), Math.Min(place.Right, difference + place.Bottom));
                canvas.DrawLine(from, from - difference, to, to - difference, pen);
            }
        }
    }

    /// <summary>A bar or its sample in a figure's colour, patterned in white and framed, so that neighbours are told apart.</summary>
    public static void DrawBar(SKCanvas canvas, SKRect place, FigureColor color, FillPattern pattern)
    {
        Draw(canvas, place, Pens.Skia(color), SKColors.White.WithAlpha(215), pattern, 1.3f);
        using var frame = Pens.Stroke(SKColor.Parse(FigureTheme.HexTextColor(color)), 1);
        canvas.DrawRect(place, frame);
    }

    /// <summary>The look of a strip behind the data.</summary>
    public static void DrawFaint(SKCanvas canvas, SKRect place, FigureColor color, FillPattern pattern) =>
        Draw(canvas, place, Pens.Skia(color).WithAlpha(28), Pens.Skia(color).WithAlpha(90), pattern);

    /// <summary>The look of a cell without a value.</summary>
    public static void DrawMissing(SKCanvas canvas, SKRect place) =>
        Draw(canvas, place, SKColor.Parse("#EDEDED"), SKColor.Parse("#8C8C8C"), FillPattern.Crossed, 0.8f);

    private static void DrawDots(SKCanvas canvas, SKRect place, SKColor color)
    {
        const float Radius = 1.3f;
        using var dot = new SKPaint { Color = color, IsAntialias = true };
        var row = 0;
        for (var y = NextMultiple(place.Top + Radius); y < place.Bottom - Radius; y += Spacing, row++)
        {
            for (var x = NextMultiple(place.Left + Radius) + (row % 2 == 0 ? 0 : Spacing / 2); x < place.Right - Radius; x += Spacing)
            {
                canvas.DrawCircle(x, y, Radius, dot);
            }
        }
    }

    private static float NextMultiple(float value) => (MathF.Floor(value / Spacing) + 1) * Spacing;
}
