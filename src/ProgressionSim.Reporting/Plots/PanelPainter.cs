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
        var panel = layout.Panel;
        HeatMaps.Draw(canvas, panel, frame);
        Spans.Draw(canvas, panel, frame);
        DrawPlot(canvas, layout, frame);
        RangeBars.Draw(canvas, panel, frame);
        StackedBars.Draw(canvas, panel, frame);
        var numbers = HeatMaps.Numbers(panel, frame);
        Contours.Draw(canvas, panel, frame, numbers.Select(number => number.Place));
        HeatMaps.DrawNumbers(canvas, numbers);
        var top = Text.DrawLines(canvas, layout.HeadingLines, frame.Outer.Left, frame.Outer.Top, Pens.Heading);
        Legend.Draw(canvas, layout.LegendRows, frame.Data.Left, top + (layout.HeadingLines.Count > 0 ? 6 : 0));
        MarkerLabels.Draw(canvas, layout.MarkerLabels, frame);
        MarkerIntervals.Draw(canvas, panel, frame);
        Spans.DrawLabels(canvas, layout.SpanLabels, frame);
        Points.Draw(canvas, panel, frame);
        Intervals.Draw(canvas, panel, frame);
        EndLabels.DrawMarks(canvas, panel, frame);
        EndLabels.Draw(canvas, layout.EndLabels, frame);
        layout.ColorBar?.Draw(canvas, frame);
        DrawAxisText(canvas, layout, frame);
    }

    private static void DrawPlot(SKCanvas canvas, PanelLayout layout, PanelFrame frame)
    {
        using var plot = new Plot();
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Font.Set(EmbeddedFonts.Family);
        plot.HideLegend();
        plot.Axes.Title.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        SetAxis(plot.Axes.Bottom, layout.HorizontalTicks);
        SetAxis(plot.Axes.Left, layout.VerticalTicks);
        plot.Grid.MajorLineColor = Color.FromHex("#E3E3E3");
        var covered = layout.Panel.Layers.Any(layer => layer is HeatMapLayer);
        var named = layout.Panel.Vertical.Categories.Count > 0;
        plot.Grid.XAxisStyle.IsVisible = !covered && layout.Panel.Horizontal.Categories.Count == 0;
        plot.Grid.YAxisStyle.IsVisible = !covered && !named;
        if (!covered && layout.Vertical is { Low: < 0, High: > 0, Axis.Logarithmic: false })
        {
            plot.Add.HorizontalLine(0, 1.1f, Pens.Plot(FigureColor.Neutral));
        }

        if (named && !covered && layout.Horizontal is { Low: < 0, High: > 0, Axis.Logarithmic: false })
        {
            plot.Add.VerticalLine(0, 1.1f, Pens.Plot(FigureColor.Neutral));
        }

        var plotter = new LayerPlotter(plot, layout.Horizontal, layout.Vertical);
        foreach (var layer in layout.Panel.Layers)
        {
            plotter.Add(layer);
        }

        var (bottom, upper) = layout.Vertical.IsDownwards ? (layout.Vertical.High, layout.Vertical.Low) : (layout.Vertical.Low, layout.Vertical.High);
        plot.Axes.SetLimits(layout.Horizontal.Low, layout.Horizontal.High, bottom, upper);
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
        for (var i = 0; i < layout.VerticalTicks.Count; i++)
        {
            var lines = layout.VerticalTickLines[i];
            var first = frame.Y(layout.VerticalTicks[i].Position) + 4.3f - ((lines.Count - 1) * Pens.Tick.LineHeight / 2);
            for (var line = 0; line < lines.Count; line++)
            {
                Text.Draw(
                    canvas, lines[line], frame.Data.Left - PanelLayout.TickGap, first + (line * Pens.Tick.LineHeight), Pens.Tick, SKTextAlign.Right);
            }
        }

        for (var row = 0; row < layout.RowTextLines.Count; row++)
        {
            var lines = layout.RowTextLines[row];
            var above = frame.Y(frame.Vertical.Scaled(row + 1)) - (lines.Count * Pens.Tick.LineHeight / 2);
            Text.DrawLines(canvas, lines, frame.Data.Right + PanelLayout.RowTextGap, above, Pens.Tick);
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
