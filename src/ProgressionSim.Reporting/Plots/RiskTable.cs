using System.Globalization;
using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws the numbers at risk below the horizontal axis, in the colours of the arms.</summary>
internal static class RiskTable
{
    private const string Heading = "Patients at risk";
    private const float WidestLabel = 150;
    private const float AfterLabel = 26;
    private const float BetweenColumns = 8;

    /// <summary>Left margin the names need.</summary>
    public static float LabelWidth(AtRiskTable? table) => table is null
        ? 0
        : AfterLabel + table.Rows.Select(row => Text.Width(Lines(row), Style(row))).DefaultIfEmpty(0).Max();

    /// <summary>Height of the table.</summary>
    public static float Height(AtRiskTable? table) => table is null ? 0 : 8 + Pens.SmallBold.LineHeight + 3 + table.Rows.Sum(row => RowHeight(row));

    /// <summary>Draws the table downwards from the top.</summary>
    public static void Draw(SKCanvas canvas, AtRiskTable table, PanelFrame frame, float top)
    {
        top = Text.DrawLines(canvas, [Heading], frame.Outer.Left, top + 8, Pens.SmallBold) + 3;
        var columns = Columns(table, frame);
        foreach (var row in table.Rows)
        {
            var style = Style(row);
            Text.DrawLines(canvas, Lines(row), frame.Outer.Left, top, style);
            foreach (var column in columns.Where(column => column < row.Counts.Count))
            {
                Text.Draw(canvas, Count(row.Counts[column]), Centre(table, frame, column), top + style.Size, style, SKTextAlign.Center);
            }

            top += RowHeight(row);
        }
    }

    /// <summary>Columns on the axis, leaving out those whose numbers would touch the column before.</summary>
    private static List<int> Columns(AtRiskTable table, PanelFrame frame)
    {
        var columns = new List<int>();
        var free = float.NegativeInfinity;
        for (var i = 0; i < table.Times.Count; i++)
        {
            if (!frame.Horizontal.Holds(frame.Horizontal.Scaled(table.Times[i])))
            {
                continue;
            }

            var half = table.Rows.Where(row => i < row.Counts.Count).Select(row => Text.Width(Count(row.Counts[i]), Style(row)) / 2).DefaultIfEmpty(0).Max();
            var centre = Centre(table, frame, i);
            if (centre - half >= free)
            {
                columns.Add(i);
                free = centre + half + BetweenColumns;
            }
        }

        return columns;
    }

    private static float Centre(AtRiskTable table, PanelFrame frame, int column) => frame.X(frame.Horizontal.Scaled(table.Times[column]));

    private static float RowHeight(AtRiskRow row) => Math.Max(1, Lines(row).Count) * Style(row).LineHeight;

    private static List<string> Lines(AtRiskRow row) => Text.Wrap(row.Label, Style(row), WidestLabel);

    private static TextStyle Style(AtRiskRow row) => Pens.Label(row.Color);

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
