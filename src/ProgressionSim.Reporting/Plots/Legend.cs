using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>A frameless legend above the data: entries side by side, wrapped into rows.</summary>
internal static class Legend
{
    private const float Gap = 7;
    private const float Between = 18;

    /// <summary>Height of a row.</summary>
    public const float RowHeight = 18;

    /// <summary>What needs a legend: names that are not written beside their line or in their area, each once.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="linesAreLabelled">True when names stand at the ends of lines.</param>
    /// <param name="spans">Names that stand in strips.</param>
    /// <param name="frame">Places of the data, for names that stand in bars.</param>
    public static IReadOnlyList<LegendEntry> Entries(Panel panel, bool linesAreLabelled, IReadOnlyList<SpanLabel> spans, PanelFrame frame)
    {
        var written = panel.Layers.OfType<LineLayer>()
            .Where(line => linesAreLabelled && EndLabels.Wanted(line)).Select(line => line.Label).ToHashSet(StringComparer.Ordinal);
        var entries = new List<LegendEntry>();
        written.UnionWith(spans.Select(label => label.Span.Label));
        var needed = panel.Layers.SelectMany(layer => Samples(layer, frame)).Where(layer => NeedsEntry(layer, panel) && !written.Contains(layer.Label));
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
                LegendSample.Draw(canvas, entry, x, top + (RowHeight / 2));
                Text.Draw(canvas, entry.Label, x + LegendSample.Width + Gap, top + (RowHeight / 2) + 4.3f, Pens.Label(entry.Color));
                x += EntryWidth(entry) + Between;
            }

            top += RowHeight;
        }
    }

    /// <summary>The layer, or the areas of different looks that it is made of.</summary>
    private static IEnumerable<Layer> Samples(Layer layer, PanelFrame frame) => layer switch
    {
        RangeBarLayer range =>
        [
            new FillSample(range.LowLabel, range.LowColor, FillPattern.Plain),
            new FillSample(range.HighLabel, range.HighColor, RangeBars.HighPattern),
        ],
        StackedBarLayer bars => StackedBars.NamesFit(bars, frame) ? [] : bars.Parts.Select(part => new FillSample(part.Label, part.Color, part.Pattern)),
        HeatMapLayer map when map.Values.Any(row => row.Any(double.IsNaN)) => [new MissingSample(map.MissingLabel)],
        _ => [layer],
    };

    /// <summary>Nested bands lie on each other: the inner one is seen with the strength of the fainter ones below it.</summary>
    private static BandLayer AsSeen(BandLayer band, Panel panel) => band with
    {
        Strength = Math.Min(1, band.Strength + panel.Layers.OfType<BandLayer>()
            .Where(other => other.Color == band.Color && other.Strength < band.Strength).Sum(other => other.Strength)),
    };

    private static float EntryWidth(LegendEntry entry) => LegendSample.Width + Gap + Text.Width(entry.Label, Pens.Label(entry.Color));

    /// <summary>Points whose own texts or places on the axis name them need no entry.</summary>
    private static bool NeedsEntry(Layer layer, Panel panel) => layer.Label.Length > 0 && layer switch
    {
        MarkerLayer or HeatMapLayer => false,
        SpanLayer span => Spans.IsSeen(span, panel.Horizontal),
        IntervalLayer { PointLabels.Count: > 0 } interval => !interval.PointLabels.All(text => text.Contains(layer.Label, StringComparison.Ordinal))
            && !panel.Horizontal.Categories.Concat(panel.Vertical.Categories).Contains(layer.Label, StringComparer.Ordinal),
        _ => true,
    };
}
