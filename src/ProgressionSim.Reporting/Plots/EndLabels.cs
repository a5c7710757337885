using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Names lines at their right ends, moved apart so that they never overlap.</summary>
internal static class EndLabels
{
    /// <summary>Distance from the data area to the text.</summary>
    public const float Gap = 16;

    private const double MostOfPanel = 0.27;
    private const double WidestText = 165;
    private const double EarliestEnd = 0.8;

    /// <summary>True for a line whose name belongs at its end.</summary>
    public static bool Wanted(LineLayer line) => line.Label.Length > 0 && line.Style != LineStyle.Thin;

    /// <summary>True for a main line, which carries its colour's mark.</summary>
    public static bool HasMark(LineLayer line) => line.Style is LineStyle.Solid or LineStyle.Steps && line.Color != FigureColor.Neutral;

    /// <summary>The labels of a panel; empty when they have no room or a line ends far from the right, so that a legend is needed.</summary>
    public static IReadOnlyList<EndLabel> Plan(Panel panel, AxisScale horizontal, AxisScale vertical, float panelWidth, float dataHeight)
    {
        var room = (float)Math.Min(WidestText, MostOfPanel * panelWidth);
        var labels = new List<EndLabel>();
        foreach (var line in panel.Layers.OfType<LineLayer>().Where(Wanted))
        {
            if (LineData.End(line, horizontal, vertical) is not { } end)
            {
                continue;
            }

            labels.Add(new EndLabel(Text.Wrap(line.Label, Pens.Label(line.Color, bold: true), room), line.Color, end.X, end.Y));
        }

        var fits = labels.Sum(label => label.Height) <= dataHeight && labels.All(label => horizontal.Share(label.EndX) >= EarliestEnd);
        return fits ? labels : [];
    }

    /// <summary>Width of the margin the labels need.</summary>
    public static float Width(IReadOnlyList<EndLabel> labels) =>
        labels.Count == 0 ? 0 : Gap + labels.Max(label => Text.Width(label.Lines, Pens.Label(label.Color, bold: true)));

    /// <summary>Writes the labels, with a fine leader where one had to move.</summary>
    public static void Draw(SKCanvas canvas, IReadOnlyList<EndLabel> labels, PanelFrame frame)
    {
        var wanted = labels.Select(label => Math.Clamp(frame.Y(label.EndY), frame.Data.Top, frame.Data.Bottom)).ToArray();
        var centres = Spread(wanted, [.. labels.Select(label => label.Height)], frame.Data.Top - 6, frame.Data.Bottom + 6);
        for (var i = 0; i < labels.Count; i++)
        {
            var label = labels[i];
            var style = Pens.Label(label.Color, bold: true);
            var end = frame.X(label.EndX);
            using (var leader = Pens.Stroke(Pens.Skia(label.Color).WithAlpha(170), 1))
            {
                var start = end + 6;
                var stop = frame.Data.Right + Gap - 3;
                if (Math.Abs(centres[i] - wanted[i]) > 3 || frame.Data.Right - end > 4)
                {
                    canvas.DrawLine(start, wanted[i], stop, centres[i], leader);
                }
            }

            Text.DrawLines(canvas, label.Lines, frame.Data.Right + Gap, centres[i] - (label.Height / 2) + 0.5f, style);
        }
    }

    /// <summary>Marks the right end of each main line.</summary>
    public static void DrawMarks(SKCanvas canvas, Panel panel, PanelFrame frame)
    {
        foreach (var line in panel.Layers.OfType<LineLayer>().Where(line => Wanted(line) && HasMark(line)))
        {
            if (LineData.End(line, frame.Horizontal, frame.Vertical) is { } end && frame.Vertical.Holds(end.Y))
            {
                Pens.DrawMark(canvas, line.Color, frame.X(end.X), frame.Y(end.Y), 4.5f);
            }
        }
    }

    /// <summary>Moves centres apart as little as possible: neighbours that collide share the mean of their wishes.</summary>
    private static float[] Spread(float[] wanted, float[] heights, float top, float bottom)
    {
        var order = Enumerable.Range(0, wanted.Length).OrderBy(i => wanted[i]).ThenBy(i => i).ToArray();
        var blocks = new List<(List<int> Members, float Height, float Centre)>();
        foreach (var i in order)
        {
            var block = (Members: new List<int> { i }, Height: heights[i], Centre: Keep(wanted[i], heights[i], top, bottom));
            while (blocks.Count > 0 && blocks[^1].Centre + (blocks[^1].Height / 2) > block.Centre - (block.Height / 2))
            {
                var above = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                List<int> members = [.. above.Members, .. block.Members];
                var height = above.Height + block.Height;
                block = (members, height, Keep(members.Average(m => wanted[m]), height, top, bottom));
            }

            blocks.Add(block);
        }

        var centres = new float[wanted.Length];
        foreach (var block in blocks)
        {
            var edge = block.Centre - (block.Height / 2);
            foreach (var member in block.Members)
            {
                centres[member] = edge + (heights[member] / 2);
                edge += heights[member];
            }
        }

        return centres;
    }

    private static float Keep(float centre, float height, float top, float bottom) =>
        Math.Clamp(centre, Math.Min(top + (height / 2), bottom), Math.Max(bottom - (height / 2), Math.Min(top + (height / 2), bottom)));
}
