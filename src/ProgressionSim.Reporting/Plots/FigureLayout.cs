using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Places title, panels and caption. Sizes are logical pixels; a picture file has twice as many.</summary>
internal sealed class FigureLayout
{
    public const float Margin = 20;

    private const float ColumnGap = 26;
    private const float RowGap = 20;
    private readonly List<(PanelLayout Layout, PanelFrame Frame)> panels = [];

    /// <summary>Lays out a figure.</summary>
    /// <exception cref="ArgumentException">The figure has no panel, fewer than one column, or an axis that cannot be drawn.</exception>
    public FigureLayout(Figure figure, FigureFraming framing)
    {
        if (figure.Panels.Count == 0 || figure.Columns < 1)
        {
            throw new ArgumentException($"The figure \"{figure.Id}\" needs at least one panel and one column.", nameof(figure));
        }

        var columns = Math.Min(figure.Columns, figure.Panels.Count);
        Width = columns == 1 ? 800 : 540 * columns;
        var room = Width - (2 * Margin);
        var standalone = framing == FigureFraming.Standalone;
        TitleLines = standalone ? Text.Wrap(figure.Title, Pens.Title, room) : [];
        CaptionLines = standalone ? Text.Wrap(figure.Caption, Pens.Caption, room) : [];

        var top = Margin - (standalone ? 2 : 8);
        top += TitleLines.Count == 0 ? 0 : (TitleLines.Count * Pens.Title.LineHeight) + 12;
        top = PlacePanels(figure, columns, room, top);
        CaptionTop = top + 10;
        Height = CaptionLines.Count == 0
            ? MathF.Ceiling(top + (Margin / 2))
            : MathF.Ceiling(CaptionTop + (CaptionLines.Count * Pens.Caption.LineHeight) + (Margin * 0.7f));
    }

    public float Width { get; }

    public float Height { get; }

    public IReadOnlyList<string> TitleLines { get; }

    public IReadOnlyList<string> CaptionLines { get; }

    public float CaptionTop { get; }

    /// <summary>Panels with their places, in reading order.</summary>
    public IReadOnlyList<(PanelLayout Layout, PanelFrame Frame)> Panels => panels;

    /// <summary>Height of the data area of a row: as its names need; otherwise generous for a single panel, lower when rows follow each other.</summary>
    private static float DataHeight(IReadOnlyList<Panel> row, int rows, int columns)
    {
        var usual = (rows, columns) switch
        {
            (1, 1) => 380,
            (1, _) => 330,
            (_, 1) => 260,
            _ => 250,
        };
        return row.Max(panel => IsRowsOfNames(panel) ? Bars.PanelHeight(panel) : usual);
    }

    private static bool IsRowsOfNames(Panel panel) => panel.Vertical.Categories.Count > 0 && !panel.Layers.Any(layer => layer is HeatMapLayer);

    private float PlacePanels(Figure figure, int columns, float room, float top)
    {
        var rows = (figure.Panels.Count + columns - 1) / columns;
        var width = (room - ((columns - 1) * ColumnGap)) / columns;
        var heights = figure.Panels.Chunk(columns).Select(row => DataHeight(row, rows, columns)).ToArray();
        var layouts = figure.Panels.Select((panel, i) => new PanelLayout(panel, width, heights[i / columns])).ToList();
        for (var column = 0; column < columns; column++)
        {
            // Panels of a column share their sides, so their axes stand below each other.
            var same = layouts.Where((_, i) => i % columns == column).ToList();
            var (left, right) = (same.Max(layout => layout.Left), same.Max(layout => layout.Right));
            same.ForEach(layout => layout.Settle(left, right));
        }

        for (var row = 0; row < rows; row++)
        {
            var same = layouts.Skip(row * columns).Take(columns).ToList();
            var (above, below) = (same.Max(layout => layout.Top), same.Max(layout => layout.Bottom));
            var height = above + heights[row] + below;
            for (var column = 0; column < same.Count; column++)
            {
                var mates = layouts.Where((_, i) => i % columns == column).ToList();
                var outer = SKRect.Create(Margin + (column * (width + ColumnGap)), top, width, height);
                var data = new SKRect(
                    outer.Left + mates.Max(layout => layout.Left), top + above, outer.Right - mates.Max(layout => layout.Right), top + above + heights[row]);
                panels.Add((same[column], new PanelFrame(outer, data, same[column].Horizontal, same[column].Vertical)));
            }

            top += height + (row + 1 < rows ? RowGap : 0);
        }

        return top;
    }
}
