using ProgressionSim.Summaries.PlotData;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws one panel: the plotting library draws grid, axes, bands and lines; names and marks go over them.</summary>
internal static class PanelPainter
{
    /// <summary>Draws a settled panel into its frame.</summary>
    public static void Draw(SKCanvas canvas, PanelLayout layout, PanelFrame frame)
    {
        DrawPlot(canvas, layout, frame);
        var top = Text.DrawLines(canvas, layout.HeadingLines, frame.Outer.Left, frame.Outer.Top, Pens.Heading);
        Legend.Draw(canvas, layout.LegendRows, frame.Data.Left, top + (layout.HeadingLines.Count > 0 ? 6 : 0));
        MarkerLabels.Draw(canvas, layout.MarkerLabels, frame);
        Points.Draw(canvas, layout.Panel, frame);
        Intervals.Draw(canvas, layout.Panel, frame);
        EndLabels.DrawMarks(canvas, layout.Panel, frame);
        EndLabels.Draw(canvas, layout.EndLabels, frame);
        DrawAxisText(canvas, layout, frame);
    }

    private static void DrawPlot(SKCanvas canvas, PanelLayout layout, PanelFrame frame)
    {
        using var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = Colors.Transparent;
        plot.Font.Set(EmbeddedFonts.Family);
        plot.HideLegend();
        plot.Axes.Title.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        SetAxis(plot.Axes.Bottom, layout.HorizontalTicks);
        SetAxis(plot.Axes.Left, layout.VerticalTicks);
        plot.Grid.MajorLineColor = Color.FromHex("#E3E3E3");
        plot.Grid.XAxisStyle.IsVisible = layout.Panel.Horizontal.Categories.Count == 0;
        if (layout.Vertical is { Low: < 0, High: > 0, Axis.Logarithmic: false })
        {
            var zero = plot.Add.HorizontalLine(0, 1.1f, Pens.Plot(FigureColor.Neutral));
            zero.ExcludeFromLegend = true;
        }

        var plotter = new LayerPlotter(plot, layout.Horizontal, layout.Vertical);
        foreach (var layer in layout.Panel.Layers)
        {
            plotter.Add(layer);
        }

        plot.Axes.SetLimits(layout.Horizontal.Low, layout.Horizontal.High, layout.Vertical.Low, layout.Vertical.High);
        var (outer, data) = (frame.Outer, frame.Data);
        plot.Layout.Fixed(new PixelPadding(data.Left - outer.Left, outer.Right - data.Right, outer.Bottom - data.Bottom, data.Top - outer.Top));
        var place = new PixelRect(outer.Left, outer.Right, outer.Bottom, outer.Top);

        // The library draws a plot twice the first time, to settle its layout; without clearing, bands would come out twice as strong.
        // So the first drawing is thrown away.
        using (var recorder = new SKPictureRecorder())
        {
            plot.Render(recorder.BeginRecording(outer), place);
        }

        plot.Render(canvas, place);
    }

    /// <summary>Marks without labels, which are drawn later in their own type.</summary>
    private static void SetAxis(IAxis axis, IReadOnlyList<AxisTick> ticks)
    {
        var generator = new NumericManual();
        foreach (var tick in ticks)
        {
            generator.AddMajor(tick.Position, "");
        }

        axis.TickGenerator = generator;
        axis.MajorTickStyle.Color = Color.FromHex(FigureTheme.HexSoftInk);
        axis.MajorTickStyle.Length = 4;
        axis.FrameLineStyle.Color = Color.FromHex(FigureTheme.HexSoftInk);
        axis.FrameLineStyle.Width = 1;
    }

    private static void DrawAxisText(SKCanvas canvas, PanelLayout layout, PanelFrame frame)
    {
        foreach (var tick in layout.VerticalTicks)
        {
            Text.Draw(canvas, tick.Label, frame.Data.Left - PanelLayout.TickGap, frame.Y(tick.Position) + 4.3f, Pens.Tick, SKTextAlign.Right);
        }

        var top = frame.Data.Bottom + PanelLayout.TickGap;
        for (var i = 0; i < layout.HorizontalTicks.Count; i++)
        {
            Text.DrawLines(canvas, layout.HorizontalTickLines[i], frame.X(layout.HorizontalTicks[i].Position), top, Pens.Tick, SKTextAlign.Center);
        }

        top = Text.DrawLines(canvas, layout.HorizontalLabel, frame.Data.MidX, top + layout.TickLabelHeight + 2, Pens.AxisLabel, SKTextAlign.Center);
        if (layout.Panel.AtRisk is { } table)
        {
            RiskTable.Draw(canvas, table, frame, top);
        }

        canvas.Save();
        canvas.Translate(
            frame.Data.Left - PanelLayout.TickGap - layout.TickLabelWidth - 6 - (layout.VerticalLabel.Count * Pens.AxisLabel.LineHeight), frame.Data.MidY);
        canvas.RotateDegrees(-90);
        Text.DrawLines(canvas, layout.VerticalLabel, 0, 0, Pens.AxisLabel, SKTextAlign.Center);
        canvas.Restore();
    }
}
