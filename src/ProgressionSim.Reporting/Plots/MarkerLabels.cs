using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Names vertical lines above the data, in as many rows as it takes that no name meets another name or another line.</summary>
internal static class MarkerLabels
{
    /// <summary>Height of a row.</summary>
    public const float RowHeight = 15;

    private const float Offset = 4;
    private const float Between = 10;
    private const float Widest = 220;
    private const int MostRows = 12;

    /// <summary>Places all names; lines outside the axis are left out.</summary>
    public static IReadOnlyList<MarkerLabel> Plan(Panel panel, AxisScale horizontal, float dataWidth)
    {
        var placed = new List<MarkerLabel>();

        // From the right, so that a line on the left rises past the start of the names below it.
        foreach (var marker in panel.Layers.OfType<MarkerLayer>().Where(m => horizontal.Holds(horizontal.Scaled(m.X))).OrderByDescending(m => m.X))
        {
            var style = Pens.Label(marker.Color);
            var lines = Text.Wrap(marker.Label, style, Math.Min(Widest, dataWidth));
            var width = Text.Width(lines, style);
            var x = (float)(horizontal.Share(horizontal.Scaled(marker.X)) * dataWidth);
            var onTheRight = new MarkerLabel(marker, lines, x, x + Offset, 0);
            var onTheLeft = onTheRight with { TextLeft = Math.Max(0, x - Offset - width) };
            var side = x + Offset + width <= dataWidth + 8 ? onTheRight : onTheLeft;

            // A name on the left of its line leaves rows below it free for the lines that it covers.
            var covered = panel.Layers.OfType<MarkerLayer>().Select(m => horizontal.Share(horizontal.Scaled(m.X)) * dataWidth)
                .Count(other => other >= side.TextLeft - 2 && other < x);
            var first = side == onTheLeft ? covered : 0;
            var free = Enumerable.Range(first, MostRows).Select(row => side with { Row = row })
                .FirstOrDefault(candidate => placed.All(other => !Meets(candidate, other)));
            placed.Add(free ?? side with { Row = first });
        }

        return placed;
    }

    /// <summary>Number of rows in use.</summary>
    public static int Rows(IReadOnlyList<MarkerLabel> labels) => labels.Count == 0 ? 0 : labels.Max(label => label.Row + label.Lines.Count);

    /// <summary>Draws lines and names.</summary>
    public static void Draw(SKCanvas canvas, IReadOnlyList<MarkerLabel> labels, PanelFrame frame)
    {
        foreach (var label in labels)
        {
            var style = Pens.Label(label.Marker.Color);
            var x = frame.Data.Left + label.LineX;
            var top = frame.Data.Top - 4 - ((label.Row + label.Lines.Count) * RowHeight);
            using (var pen = Pens.Stroke(style.Color.WithAlpha(190), 1.2f, dashed: true))
            {
                canvas.DrawLine(x, top + 2, x, frame.Data.Bottom, pen);
            }

            for (var i = 0; i < label.Lines.Count; i++)
            {
                Text.Draw(canvas, label.Lines[i], frame.Data.Left + label.TextLeft, top + (i * RowHeight) + 11.5f, style);
            }
        }
    }

    private static bool Meets(MarkerLabel a, MarkerLabel b)
    {
        var (aRight, bRight) = (Right(a), Right(b));
        var texts = a.TextLeft < bRight + Between && b.TextLeft < aRight + Between && a.Row < b.Row + b.Lines.Count && b.Row < a.Row + a.Lines.Count;
        return texts || Crosses(a, b, bRight) || Crosses(b, a, aRight);
    }

    /// <summary>True when the line of one runs through the text of the other.</summary>
    private static bool Crosses(MarkerLabel line, MarkerLabel text, float textRight) =>
        line.LineX > text.TextLeft - 2 && line.LineX < textRight + 2 && line.Row + line.Lines.Count > text.Row;

    private static float Right(MarkerLabel label) => label.TextLeft + Text.Width(label.Lines, Pens.Label(label.Marker.Color));
}
