using System.Text;
using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws figures as PNG or SVG.</summary>
/// <remarks>
/// Text uses fonts carried in the assembly, so pictures need no installed font and the PNG bytes of a figure are the same from run to run.
/// Thread-safe: the plotting library keeps shared state, so one figure is drawn at a time and other callers wait.
/// </remarks>
public static class FigureRenderer
{
    /// <summary>Picture pixels a logical pixel: twice as many, so text stays sharp on dense screens and in print.</summary>
    public const int PixelScale = 2;

    private static readonly Lock Drawing = new();

    /// <summary>Draws a figure as PNG: 1600 pixels wide with one column of panels, 1080 a column with more; the height follows the content.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="framing">With or without title and caption.</param>
    /// <returns>The bytes of the file.</returns>
    /// <exception cref="ArgumentException">The figure has no panel or an axis without extent or, if logarithmic, not above 0.</exception>
    public static byte[] RenderPng(Figure figure, FigureFraming framing = FigureFraming.Standalone)
    {
        ArgumentNullException.ThrowIfNull(figure);
        using var surface = DrawPixels(figure, framing);
        using var pixels = surface.PeekPixels();

        // Packing takes as long as drawing and needs no lock; a higher level saves a few per cent and takes twice as long.
        const int CompressionLevel = 6;
        using var data = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.AllFilters, CompressionLevel));
        return data?.ToArray() ?? throw new InvalidOperationException("The picture could not be encoded.");
    }

    /// <summary>Draws a figure as SVG with its text as text; title and alternative text are part of the document.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="framing">With or without title and caption.</param>
    /// <returns>The document, without byte order mark.</returns>
    /// <exception cref="ArgumentException">The figure has no panel or an axis without extent or, if logarithmic, not above 0.</exception>
    public static string RenderSvg(Figure figure, FigureFraming framing = FigureFraming.Standalone)
    {
        ArgumentNullException.ThrowIfNull(figure);
        lock (Drawing)
        {
            EmbeddedFontResolver.Register();
            var layout = new FigureLayout(figure, framing);
            using var stream = new MemoryStream();
            using (var canvas = SKSvgCanvas.Create(SKRect.Create(layout.Width, layout.Height), stream))
            {
                Draw(canvas, layout);
            }

            return SvgDocument.Finish(Encoding.UTF8.GetString(stream.ToArray()), figure, layout);
        }
    }

    private static SKSurface DrawPixels(Figure figure, FigureFraming framing)
    {
        lock (Drawing)
        {
            EmbeddedFontResolver.Register();
            var layout = new FigureLayout(figure, framing);
            var size = new SKImageInfo((int)layout.Width * PixelScale, (int)layout.Height * PixelScale, SKColorType.Rgba8888, SKAlphaType.Opaque);
            var surface = SKSurface.Create(size);
            surface.Canvas.Scale(PixelScale);
            Draw(surface.Canvas, layout);
            return surface;
        }
    }

    private static void Draw(SKCanvas canvas, FigureLayout layout)
    {
        canvas.Clear(SKColors.White);
        var top = FigureLayout.Margin - 2;
        Text.DrawLines(canvas, layout.TitleLines, FigureLayout.Margin, top, Pens.Title);
        foreach (var (panel, frame) in layout.Panels)
        {
            PanelPainter.Draw(canvas, panel, frame);
        }

        Text.DrawLines(canvas, layout.CaptionLines, FigureLayout.Margin, layout.CaptionTop, Pens.Caption);
    }
}
