using ProgressionSim.Reporting.Plots;
using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Tests;

/// <summary>Reads pictures back.</summary>
internal static class Pictures
{
    public static SKBitmap Decode(byte[] png)
    {
        var bitmap = SKBitmap.Decode(png);
        Assert.NotNull(bitmap);
        return bitmap;
    }

    public static SKBitmap Draw(Figure figure) => Decode(FigureRenderer.RenderPng(figure));

    /// <summary>Pixels of dark text or lines in the rows between two heights.</summary>
    public static int DarkPixels(SKBitmap bitmap, int top, int bottom)
    {
        var dark = 0;
        for (var y = top; y < Math.Min(bottom, bitmap.Height); y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
            {
                var pixel = bitmap.GetPixel(x, y);
                dark += pixel.Red + pixel.Green + pixel.Blue < 300 ? 1 : 0;
            }
        }

        return dark;
    }

    /// <summary>Pixels near a colour.</summary>
    public static int PixelsLike(SKBitmap bitmap, string hex)
    {
        var wanted = SKColor.Parse(hex);
        return bitmap.Pixels.Count(pixel =>
            Math.Abs(pixel.Red - wanted.Red) + Math.Abs(pixel.Green - wanted.Green) + Math.Abs(pixel.Blue - wanted.Blue) < 12);
    }
}
