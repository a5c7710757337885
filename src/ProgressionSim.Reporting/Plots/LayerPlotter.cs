using ProgressionSim.Summaries.PlotData;
using ScottPlot;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Adds lines and bands to a plot; texts, marks and intervals are drawn over it afterwards.</summary>
internal sealed class LayerPlotter(ScottPlot.Plot plot, AxisScale horizontal, AxisScale vertical)
{
    /// <summary>Width of the edges of outlined bands.</summary>
    public const float EdgeWidth = 1.3f;

    /// <summary>Adds one layer; kinds that are drawn over the plot are left out.</summary>
    public void Add(Layer layer)
    {
        switch (layer)
        {
            case LineLayer line:
                AddLine(line);
                break;
            case BandLayer band:
                AddBand(band);
                break;
        }
    }

    private void AddLine(LineLayer line)
    {
        var color = Pens.Plot(line.Color);
        var width = (float)FigureTheme.LineWidth(line.Color);
        var pattern = LinePattern.Solid;
        if (line.Style == Summaries.PlotData.LineStyle.Thin)
        {
            (color, width) = (color.WithAlpha(0.32), 0.9f);
        }
        else if (line.Style == Summaries.PlotData.LineStyle.Dashed)
        {
            (width, pattern) = (Math.Min(width, 2f), LinePattern.Dashed);
        }

        var steps = line.Style == Summaries.PlotData.LineStyle.Steps;
        foreach (var run in LineData.Runs(LineData.Scaled(line.X, horizontal), LineData.Scaled(line.Y, vertical), steps))
        {
            if (run.Count == 1)
            {
                plot.Add.Marker(run[0], MarkerShape.FilledCircle, 2.5f * width, color);
                continue;
            }

            var drawn = plot.Add.ScatterLine(run.ToArray(), color);
            drawn.LineWidth = width;
            drawn.LinePattern = pattern;
        }
    }

    private void AddBand(BandLayer band)
    {
        var color = Pens.Plot(band.Color).WithAlpha(Math.Clamp(band.Strength, 0, 1));
        foreach (var outline in LineData.Outlines(band, horizontal, vertical))
        {
            if (outline.Count == 2)
            {
                var bar = plot.Add.Line(outline[0], outline[1]);
                bar.LineColor = color;
                bar.LineWidth = 6;
                continue;
            }

            var area = plot.Add.Polygon(outline.ToArray());
            area.FillColor = color;
            area.LineWidth = 0;
            area.MarkerSize = 0;
            if (band.Outlined)
            {
                AddEdge(outline[..(outline.Count / 2)], band.Color);
                AddEdge(outline[(outline.Count / 2)..], band.Color);
            }
        }
    }

    private void AddEdge(List<Coordinates> points, FigureColor color)
    {
        var edge = plot.Add.ScatterLine(points.ToArray(), Pens.Plot(color));
        edge.LineWidth = EdgeWidth;
        edge.LinePattern = LinePattern.Dashed;
    }
}
