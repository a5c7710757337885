using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>A frameless legend above the data: entries side by side, wrapped into rows.</summary>
internal static class Legend
{
    private const float SampleWidth = 24;
    private const float Gap = 7;
    private const float Between = 18;

    /// <summary>Height of a row.</summary>
    public const float RowHeight = 18;

    /// <summary>What needs a legend: names that are not written beside their line, each once.</summary>
    public static IReadOnlyList<LegendEntry> Entries(Panel panel, bool linesAreLabelled)
    {
        var written = panel.Layers.OfType<LineLayer>()
            .Where(line => linesAreLabelled && EndLabels.Wanted(line)).Select(line => line.Label).ToHashSet(StringComparer.Ordinal);
        var entries = new List<LegendEntry>();
        var needed = panel.Layers.Where(layer => NeedsEntry(layer, panel) && !written.Contains(layer.Label));
        foreach (var group in needed.GroupBy(layer => layer.Label, StringComparer.Ordinal))
        {
            var sample = group.FirstOrDefault(layer => layer is LineLayer) ?? group.First();
            var shared = group.Select(layer => layer.Color).Distinct().Count() > 1;
            entries.Add(new LegendEntry(group.Key, shared ? FigureColor.Neutral : sample.Color, sample is BandLayer band ? AsSeen(band, panel) : sample));
        }

        return entries;
    }

    /// <summary>Breaks entries into rows that fit the width.</summary>
    public static IReadOnlyList<IReadOnlyList<LegendEntry>> Rows(IReadOnlyList<LegendEntry> entries, float width)
    {
        var rows = new List<List<LegendEntry>>();
        float used = 0;
        foreach (var entry in entries)
        {
            var needed = EntryWidth(entry);
            if (rows.Count == 0 || used + needed > width)
            {
                rows.Add([]);
                used = 0;
            }

            rows[^1].Add(entry);
            used += needed + Between;
        }

        return rows;
    }

    /// <summary>Draws rows downwards from the top.</summary>
    public static void Draw(SKCanvas canvas, IReadOnlyList<IReadOnlyList<LegendEntry>> rows, float left, float top)
    {
        foreach (var row in rows)
        {
            var x = left;
            foreach (var entry in row)
            {
                DrawSample(canvas, entry, x, top + (RowHeight / 2));
                Text.Draw(canvas, entry.Label, x + SampleWidth + Gap, top + (RowHeight / 2) + 4.3f, Pens.Label(entry.Color));
                x += EntryWidth(entry) + Between;
            }

            top += RowHeight;
        }
    }

    /// <summary>Nested bands lie on each other: the inner one is seen with the strength of the fainter ones below it.</summary>
    private static BandLayer AsSeen(BandLayer band, Panel panel) => band with
    {
        Strength = Math.Min(1, band.Strength + panel.Layers.OfType<BandLayer>()
            .Where(other => other.Color == band.Color && other.Strength < band.Strength).Sum(other => other.Strength)),
    };

    private static float EntryWidth(LegendEntry entry) => SampleWidth + Gap + Text.Width(entry.Label, Pens.Label(entry.Color));

    /// <summary>Points whose own texts or places on the axis name them need no entry.</summary>
    private static bool NeedsEntry(Layer layer, Panel panel) => layer.Label.Length > 0 && layer switch
    {
        MarkerLayer => false,
        IntervalLayer { PointLabels.Count: > 0 } interval => !interval.PointLabels.All(text => text.Contains(layer.Label, StringComparison.Ordinal))
            && !panel.Horizontal.Categories.Contains(layer.Label, StringComparer.Ordinal),
        _ => true,
    };

    private static void DrawSample(SKCanvas canvas, LegendEntry entry, float x, float middle)
    {
        var color = Pens.Skia(entry.Color);
        switch (entry.Sample)
        {
            case BandLayer band:
                // Neutral is too pale for faint bands of shared colours.
                var shade = entry.Color == FigureColor.Neutral ? Pens.Ink : color;
                using (var fill = new SKPaint { Color = shade.WithAlpha((byte)Math.Clamp(255 * band.Strength, 20, 255)) })
                {
                    canvas.DrawRect(SKRect.Create(x, middle - 6, SampleWidth, 12), fill);
                }

                break;
            case LineLayer line:
                var thin = line.Style == LineStyle.Thin;
                using (var pen = Pens.Stroke(
                    thin ? color.WithAlpha(150) : color, thin ? 1 : (float)FigureTheme.LineWidth(entry.Color), line.Style == LineStyle.Dashed))
                {
                    canvas.DrawLine(x, middle, x + SampleWidth, middle, pen);
                }

                if (EndLabels.HasMark(line))
                {
                    Pens.DrawMark(canvas, entry.Color, x + (SampleWidth / 2), middle, 4.5f);
                }

                break;
            case PointLayer points:
                Pens.DrawSymbol(canvas, points.Symbol, entry.Color, x + (SampleWidth / 2), middle, Points.Radius);
                break;
            default:
                Pens.DrawMark(canvas, entry.Color, x + (SampleWidth / 2), middle, 5);
                break;
        }
    }
}
