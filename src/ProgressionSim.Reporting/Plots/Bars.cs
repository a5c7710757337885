using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>What horizontal bars of all kinds share: where they lie and how text is written on them.</summary>
internal static class Bars
{
    /// <summary>Room between an end and its text.</summary>
    public const float TextGap = 5;

    /// <summary>Height of a panel with names at its vertical axis.</summary>
    public static float PanelHeight(Panel panel) =>
        Math.Max(84, (panel.Vertical.Categories.Count * RowHeight(panel)) + 8);

    /// <summary>The bar of a row between two values, cut at the ends of the axis.</summary>
    /// <param name="frame">The panel's places.</param>
    /// <param name="row">Row, from 0.</param>
    /// <param name="from">One end, in units of the horizontal axis.</param>
    /// <param name="to">The other end, to the left or right.</param>
    /// <param name="share">Share of a row's height that bars take.</param>
    public static SKRect Place(PanelFrame frame, int row, double from, double to, float share)
    {
        var height = share * frame.Data.Height / (float)(frame.Vertical.High - frame.Vertical.Low);
        var middle = frame.Y(frame.Vertical.Scaled(row + 1));
        var (first, second) = (Across(frame, from), Across(frame, to));
        return new SKRect(Math.Min(first, second), middle - (height / 2), Math.Max(first, second), middle + (height / 2));
    }

    /// <summary>True when a row lies on the vertical axis.</summary>
    public static bool Holds(PanelFrame frame, int row) => frame.Vertical.Holds(frame.Vertical.Scaled(row + 1));

    /// <summary>Writes lines in the middle of a bar, in black or white, on its plain colour.</summary>
    public static void WriteInside(SKCanvas canvas, SKRect bar, IReadOnlyList<string> lines, FigureColor color)
    {
        var ground = Pens.Skia(color);
        var style = Pens.Tick with { Color = HeatMapScale.TextOn(ground) };
        var (width, height) = (Text.Width(lines, style), lines.Count * style.LineHeight);
        using (var paint = new SKPaint { Color = ground, IsAntialias = true })
        {
            canvas.DrawRoundRect(SKRect.Create(bar.MidX - (width / 2) - 3, bar.MidY - (height / 2), width + 6, height), 3, 3, paint);
        }

        Text.DrawLines(canvas, lines, bar.MidX, bar.MidY - (height / 2) + 0.6f, style, SKTextAlign.Center);
    }

    private static int RowHeight(Panel panel) => panel.Layers.Any(layer => layer is StackedBarLayer) ? 62 : panel.Vertical.RowTexts.Count > 0 ? 46 : 36;

    private static float Across(PanelFrame frame, double value) => Math.Clamp(frame.X(frame.Horizontal.ScaledEdge(value)), frame.Data.Left, frame.Data.Right);
}
