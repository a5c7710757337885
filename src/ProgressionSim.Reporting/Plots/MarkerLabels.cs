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
    private const float Narrowest = 70;

    /// <summary>Places all names; lines outside the axis are left out.</summary>
    /// <param name="panel">The panel.</param>
    /// <param name="horizontal">Its horizontal axis.</param>
    /// <param name="dataWidth">Width of the data area.</param>
    /// <param name="marginRight">Room at the right of the data area, which names may use.</param>
    /// <remarks>
    /// Names stand at the right of their lines, the rightmost lowest, so that the other lines rise past their starts. Where the room at the right
    /// ends, names stand at the left of their lines, above the others and the leftmost lowest, for the same reason.
    /// </remarks>
    public static IReadOnlyList<MarkerLabel> Plan(Panel panel, AxisScale horizontal, float dataWidth, float marginRight)
    {
        List<MarkerLabel> onTheRight = [];
        List<MarkerLabel> onTheLeft = [];
        foreach (var marker in panel.Layers.OfType<MarkerLayer>().Where(m => horizontal.Holds(horizontal.Scaled(m.X))).OrderByDescending(m => m.X))
        {
            var style = Pens.Label(marker.Color);
            var lines = Text.Wrap(marker.Label, style, Math.Min(Widest, dataWidth));
            var width = Text.Width(lines, style);
            var x = (float)(horizontal.Share(horizontal.Scaled(marker.X)) * dataWidth);
            var label = new MarkerLabel(marker, lines, x, x + Offset, 0);
            var blocked = x + Offset + width > dataWidth + marginRight || onTheLeft.Exists(other => other.LineX < x + Offset + width + 2);
            if (blocked)
            {
                if (x - Offset < width && x - Offset >= Narrowest)
                {
                    lines = Text.Wrap(marker.Label, style, x - Offset);
                    width = Text.Width(lines, style);
                }

                onTheLeft.Insert(0, label with { Lines = lines, TextLeft = Math.Max(0, x - Offset - width) });
            }
            else
            {
                onTheRight.Add(label);
            }
        }

        var placed = new List<MarkerLabel>();
        var mostRows = onTheRight.Concat(onTheLeft).Sum(label => label.Lines.Count + 1);
        foreach (var label in onTheRight.Concat(onTheLeft))
        {
            placed.Add(Enumerable.Range(0, mostRows).Select(row => label with { Row = row })
                .FirstOrDefault(candidate => placed.TrueForAll(other => !Meets(candidate, other))) ?? label);
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
