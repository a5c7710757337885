using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws heat maps: cells below everything else, numbers over the lines.</summary>
internal static class HeatMaps
{
    private const int MostNumbers = 100;

    /// <summary>Draws the cells of all heat maps of a panel.</summary>
    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame)
    {
        foreach (var layer in panel.Layers.OfType<HeatMapLayer>())
        {
            var scale = HeatMapScale.Of(layer);
            foreach (var (place, value) in Cells(layer, frame))
            {
                if (scale is null || double.IsNaN(value))
                {
                    Fills.DrawMissing(canvas, place);
                    continue;
                }

                DrawCell(canvas, place, scale, value);
            }
        }
    }

    /// <summary>Where numbers stand; none when there are many cells or one number has no room.</summary>
    public static IReadOnlyList<HeatMapNumber> Numbers(Panel panel, PanelFrame frame)
    {
        var numbers = new List<HeatMapNumber>();
        foreach (var layer in panel.Layers.OfType<HeatMapLayer>().Where(layer => layer.X.Count * layer.Y.Count <= MostNumbers))
        {
            if (HeatMapScale.Of(layer) is not { } scale)
            {
                continue;
            }

            var written = Cells(layer, frame).Where(cell => !double.IsNaN(cell.Value)).Select(cell => Number(cell.Place, scale, cell.Value)).ToList();
            if (written.TrueForAll(number => number.Place.Width + 6 <= number.Cell.Width && number.Place.Height + 2 <= number.Cell.Height))
            {
                numbers.AddRange(written);
            }
        }

        return numbers;
    }

    /// <summary>Writes numbers, on their cell's colour so that no line crosses them.</summary>
    public static void DrawNumbers(SKCanvas canvas, IReadOnlyList<HeatMapNumber> numbers)
    {
        foreach (var number in numbers)
        {
            using (var ground = new SKPaint { Color = number.Ground, IsAntialias = true })
            {
                canvas.DrawRoundRect(SKRect.Inflate(number.Place, 2, 0), 3, 3, ground);
            }

            var style = Pens.Tick with { Color = HeatMapScale.TextOn(number.Ground) };
            Text.Draw(canvas, number.Text, number.Place.MidX, number.Place.MidY + 4.3f, style, SKTextAlign.Center);
        }
    }

    /// <summary>A cell in its colour. Cells below 0 are finely stroked, so that the sign is seen in grey print.</summary>
    public static void DrawCell(SKCanvas canvas, SKRect place, HeatMapScale scale, double value)
    {
        using (var paint = new SKPaint { Color = scale.Color(value), IsAntialias = false })
        {
            // A little overlap leaves no seams between cells.
            canvas.DrawRect(new SKRect(place.Left, place.Top, place.Right + 0.6f, place.Bottom + 0.6f), paint);
        }

        if (scale.IsDiverging && value < 0)
        {
            Fills.Draw(canvas, place, SKColors.Transparent, SKColors.White.WithAlpha(150), FillPattern.Falling, 0.8f);
        }
    }

    /// <summary>All cells with their places, cut at the axes.</summary>
    private static IEnumerable<(SKRect Place, double Value)> Cells(HeatMapLayer layer, PanelFrame frame)
    {
        var (x, y) = (Edges(layer.X, frame.Horizontal), Edges(layer.Y, frame.Vertical));
        for (var row = 0; row < layer.Y.Count; row++)
        {
            for (var column = 0; column < layer.X.Count; column++)
            {
                var (first, second) = (frame.Y(y[row]), frame.Y(y[row + 1]));
                var place = new SKRect(frame.X(x[column]), Math.Min(first, second), frame.X(x[column + 1]), Math.Max(first, second));
                place.Intersect(frame.Data);
                if (place.Width > 0 && place.Height > 0)
                {
                    yield return (place, layer.Values[row][column]);
                }
            }
        }
    }

    private static IReadOnlyList<double> Edges(IReadOnlyList<double> centres, AxisScale scale)
    {
        var scaled = LineData.Scaled(centres, scale);
        return scaled.Any(double.IsNaN)
            ? throw new ArgumentException($"A heat map has a centre that the logarithmic axis \"{scale.Axis.Label}\" cannot show.", nameof(centres))
            : CellEdges.Of(scaled);
    }

    private static HeatMapNumber Number(SKRect cell, HeatMapScale scale, double value)
    {
        var text = AxisTicks.Label(value, scale.Decimals);
        var width = Text.Width(text, Pens.Tick);
        var place = SKRect.Create(cell.MidX - (width / 2), cell.MidY - (Pens.Tick.LineHeight / 2), width, Pens.Tick.LineHeight);
        return new HeatMapNumber(text, cell, place, scale.Color(value));
    }
}
