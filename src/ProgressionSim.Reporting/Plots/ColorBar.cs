using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>The colour bar at the right of a heat map, with an axis of its own.</summary>
internal sealed class ColorBar
{
    private const float Gap = 16;
    private const float BarWidth = 14;
    private const float TickGap = 7;
    private const int Steps = 120;
    private readonly HeatMapScale scale;
    private readonly IReadOnlyList<AxisTick> ticks;
    private readonly List<string> label;
    private readonly float tickWidth;

    private ColorBar(HeatMapLayer layer, HeatMapScale scale, float dataHeight)
    {
        this.scale = scale;
        ticks = AxisTicks.For(scale.Axis, (int)Math.Clamp(dataHeight / 50, 2, 8));
        tickWidth = ticks.Count == 0 ? 0 : ticks.Max(tick => Text.Width(tick.Label, Pens.Tick));
        label = Text.Wrap(layer.Label, Pens.AxisLabel, dataHeight + 10);
        Width = Gap + BarWidth + TickGap + tickWidth + 8 + (label.Count * Pens.AxisLabel.LineHeight);
    }

    /// <summary>Margin the bar needs at the right of the data.</summary>
    public float Width { get; }

    /// <summary>The bar of a panel; null when it shows no heat map with a value.</summary>
    public static ColorBar? Plan(Panel panel, float dataHeight)
    {
        var layer = panel.Layers.OfType<HeatMapLayer>().FirstOrDefault();
        return layer is not null && HeatMapScale.Of(layer) is { } scale ? new ColorBar(layer, scale, dataHeight) : null;
    }

    /// <summary>Draws the bar at the right of the data.</summary>
    public void Draw(SKCanvas canvas, PanelFrame frame)
    {
        var bar = SKRect.Create(frame.Data.Right + Gap, frame.Data.Top, BarWidth, frame.Data.Height);
        var axis = scale.Axis;
        for (var i = Steps - 1; i >= 0; i--)
        {
            var value = axis.Low + ((i + 0.5) / Steps * (axis.High - axis.Low));
            var top = bar.Bottom - ((i + 1) * bar.Height / Steps);
            HeatMaps.DrawCell(canvas, new SKRect(bar.Left, top, bar.Right, top + (bar.Height / Steps)), scale, value);
        }

        using (var pen = Pens.Stroke(Pens.SoftInk, 1))
        {
            canvas.DrawRect(bar, pen);
            foreach (var tick in ticks)
            {
                var y = bar.Bottom - (float)(axis.Share(tick.Position) * bar.Height);
                canvas.DrawLine(bar.Right, y, bar.Right + 4, y, pen);
                Text.Draw(canvas, tick.Label, bar.Right + TickGap, y + 4.3f, Pens.Tick);
            }
        }

        canvas.Save();
        canvas.Translate(bar.Right + TickGap + tickWidth + 6, frame.Data.MidY);
        canvas.RotateDegrees(-90);
        Text.DrawLines(canvas, label, 0, 0, Pens.AxisLabel, SKTextAlign.Center);
        canvas.Restore();
    }
}
