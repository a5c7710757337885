using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>How much room a panel needs around its data: first at the sides, then, once the data's width is settled, above and below.</summary>
internal sealed class PanelLayout
{
    /// <summary>Length of a tick mark with its gap to the label.</summary>
    public const float TickGap = 8;

    /// <summary>From the data to the texts at the right of rows.</summary>
    public const float RowTextGap = 14;

    private const float LeastRight = 14;
    private const int LongestName = 44;
    private const int LongestNameBesideTexts = 88;
    private const float MostForNames = 0.42f;
    private const float MostForNamesBesideTexts = 0.3f;
    private const float MostForRowTexts = 0.34f;
    private readonly float width;
    private readonly float dataHeight;

    /// <summary>Finds the margins at the sides.</summary>
    public PanelLayout(Panel panel, float width, float dataHeight)
    {
        Panel = panel;
        (this.width, this.dataHeight) = (width, dataHeight);
        var named = panel.Vertical.Categories.Count > 0;
        Horizontal = new AxisScale(panel.Horizontal);
        Vertical = new AxisScale(panel.Vertical, downwards: named);
        var ticks = AxisTicks.For(Vertical, (int)Math.Clamp(dataHeight / 55, 2, 8));
        VerticalTicks = named ? ticks : Thinned(ticks, Vertical, dataHeight, _ => Pens.Tick.LineHeight);
        RowTextLines = [.. panel.Vertical.RowTexts.Select(text => text.Split('\n').SelectMany(line => Text.Wrap(line, Pens.Tick, MostForRowTexts * width)).ToArray())];
        var (forNames, longest) = RowTextLines.Count == 0 ? (MostForNames * width, LongestName) : (MostForNamesBesideTexts * width, LongestNameBesideTexts);
        VerticalTickLines = [.. VerticalTicks.Select(tick => named ? Text.Name(tick.Label, Pens.Tick, forNames, longest) : [tick.Label])];
        VerticalLabel = Text.Wrap(panel.Vertical.Label, Pens.AxisLabel, dataHeight + 30);
        EndLabels = Plots.EndLabels.Plan(panel, Horizontal, Vertical, width, dataHeight);
        ColorBar = Plots.ColorBar.Plan(panel, dataHeight);
        TickLabelWidth = VerticalTickLines.Select(lines => Text.Width(lines, Pens.Tick)).DefaultIfEmpty(0).Max();
        var beside = TickGap + TickLabelWidth + (VerticalLabel.Count == 0 ? 0 : 8 + (VerticalLabel.Count * Pens.AxisLabel.LineHeight));
        Left = Math.Max(beside, RiskTable.LabelWidth(panel.AtRisk));
        var texts = RowTextLines.Select(lines => RowTextGap + Text.Width(lines, Pens.Tick)).DefaultIfEmpty(0).Max();
        Right = new[] { LeastRight, ColorBar?.Width ?? 0, Plots.EndLabels.Width(EndLabels), texts }.Max();
    }

    public Panel Panel { get; }

    public AxisScale Horizontal { get; }

    public AxisScale Vertical { get; }

    public IReadOnlyList<AxisTick> VerticalTicks { get; }

    public IReadOnlyList<IReadOnlyList<string>> VerticalTickLines { get; }

    /// <summary>Lines of the texts at the right, by row.</summary>
    public IReadOnlyList<IReadOnlyList<string>> RowTextLines { get; }

    public IReadOnlyList<string> VerticalLabel { get; }

    public IReadOnlyList<EndLabel> EndLabels { get; }

    public ColorBar? ColorBar { get; }

    public float TickLabelWidth { get; }

    /// <summary>Margin at the left.</summary>
    public float Left { get; }

    /// <summary>Margin at the right.</summary>
    public float Right { get; }

    public IReadOnlyList<string> HeadingLines { get; private set; } = [];

    public IReadOnlyList<IReadOnlyList<LegendEntry>> LegendRows { get; private set; } = [];

    public IReadOnlyList<MarkerLabel> MarkerLabels { get; private set; } = [];

    public IReadOnlyList<SpanLabel> SpanLabels { get; private set; } = [];

    public IReadOnlyList<AxisTick> HorizontalTicks { get; private set; } = [];

    public IReadOnlyList<IReadOnlyList<string>> HorizontalTickLines { get; private set; } = [];

    public IReadOnlyList<string> HorizontalLabel { get; private set; } = [];

    /// <summary>Margin above the data.</summary>
    public float Top { get; private set; }

    /// <summary>Margin below the data.</summary>
    public float Bottom { get; private set; }

    /// <summary>Height of the tick labels below the horizontal axis.</summary>
    public float TickLabelHeight => HorizontalTickLines.Count == 0 ? 0 : HorizontalTickLines.Max(lines => lines.Count) * Pens.Tick.LineHeight;

    /// <summary>Finds the margins above and below for the margins at the sides that panels of a column share.</summary>
    public void Settle(float left, float right)
    {
        var dataWidth = width - left - right;
        HeadingLines = Text.Wrap(Panel.Heading, Pens.Heading, width);
        var data = SKRect.Create(dataWidth, dataHeight);
        var frame = new PanelFrame(data, data, Horizontal, Vertical);
        SpanLabels = Spans.Plan(Panel, frame);
        LegendRows = Legend.Rows(Legend.Entries(Panel, EndLabels.Count > 0, SpanLabels, frame), width - left);
        MarkerLabels = Plots.MarkerLabels.Plan(Panel, Horizontal, dataWidth, right);
        SettleHorizontalTicks(dataWidth);
        HorizontalLabel = Text.Wrap(Panel.Horizontal.Label, Pens.AxisLabel, dataWidth + Math.Min(left, right));
        Top = (HeadingLines.Count * Pens.Heading.LineHeight) + (HeadingLines.Count > 0 ? 6 : 0)
            + (LegendRows.Count * Legend.RowHeight) + (LegendRows.Count > 0 ? 6 : 0)
            + (Plots.MarkerLabels.Rows(MarkerLabels) * Plots.MarkerLabels.RowHeight) + 8;
        Bottom = TickGap + TickLabelHeight + (HorizontalLabel.Count * Pens.AxisLabel.LineHeight) + 4 + RiskTable.Height(Panel.AtRisk);
    }

    private void SettleHorizontalTicks(float dataWidth)
    {
        var ticks = AxisTicks.For(Horizontal, (int)Math.Clamp(dataWidth / 75, 2, 10));
        if (Panel.Horizontal.Categories.Count > 0)
        {
            var room = Math.Max(30, (dataWidth / (float)(Horizontal.High - Horizontal.Low)) - 6);
            HorizontalTicks = ticks;
            HorizontalTickLines = [.. ticks.Select(tick => Text.Wrap(tick.Label, Pens.Tick, room))];
            return;
        }

        // Without a label the axis is a row of places, such as one estimate an arm: its numbers would mean nothing.
        HorizontalTicks = Panel.Horizontal.Label.Length == 0 ? [] : Thinned(ticks, Horizontal, dataWidth, tick => Text.Width(tick.Label, Pens.Tick) + 10);
        HorizontalTickLines = [.. HorizontalTicks.Select(tick => new[] { tick.Label })];
    }

    /// <summary>Keeps every tick, or every second, third, ... counted from 0 so that the labels kept do not touch.</summary>
    private static List<AxisTick> Thinned(IReadOnlyList<AxisTick> ticks, AxisScale scale, float length, Func<AxisTick, float> size)
    {
        var zero = Math.Max(0, ticks.ToList().FindIndex(tick => Math.Abs(tick.Position) < 1e-9));
        for (var every = 1; ; every++)
        {
            var kept = ticks.Where((_, i) => (i - zero) % every == 0).ToList();
            var touching = kept.Zip(kept.Skip(1)).Any(pair =>
                (scale.Share(pair.Second.Position) - scale.Share(pair.First.Position)) * length < (size(pair.First) + size(pair.Second)) / 2);
            if (!touching)
            {
                return kept;
            }
        }
    }
}
