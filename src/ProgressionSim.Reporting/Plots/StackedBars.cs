using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws bars made of parts, each named where it has room.</summary>
internal static class StackedBars
{
    private const float Share = 0.62f;
    private const float Pad = 6;

    /// <summary>Draws all stacked bars of a panel.</summary>
    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame)
    {
        foreach (var layer in panel.Layers.OfType<StackedBarLayer>())
        {
            for (var row = 0; row < layer.Parts[0].Values.Count; row++)
            {
                if (!Bars.Holds(frame, row))
                {
                    continue;
                }

                var above = new List<(string Text, FigureColor Color, float Middle)>();
                foreach (var (part, bar) in Places(layer, row, frame).Where(place => place.Bar.Width > 0))
                {
                    Fills.DrawBar(canvas, bar, part.Color, part.Pattern);
                    var inside = Inside(part, row, bar);
                    Bars.WriteInside(canvas, bar, inside, part.Color);
                    if (inside.Length == 0 && Amount(part, row).Length > 0)
                    {
                        above.Add((Amount(part, row), part.Color, bar.MidX));
                    }
                }

                DrawAbove(canvas, above, Bars.Place(frame, row, 0, 0, Share).Top, frame);
            }
        }
    }

    /// <summary>True when the name of every part is written in every bar where the part has a length, so that no legend is needed.</summary>
    public static bool NamesFit(StackedBarLayer layer, PanelFrame frame) =>
        Enumerable.Range(0, layer.Parts[0].Values.Count).All(row => Places(layer, row, frame).All(place =>
            place.Part.Values[row] == 0 || Inside(place.Part, row, place.Bar).Any(line => line.StartsWith(place.Part.Label, StringComparison.Ordinal))));

    private static IEnumerable<(StackedPart Part, SKRect Bar)> Places(StackedBarLayer layer, int row, PanelFrame frame)
    {
        var from = 0.0;
        foreach (var part in layer.Parts)
        {
            yield return (part, Bars.Place(frame, row, from, from + part.Values[row], Share));
            from += part.Values[row];
        }
    }

    /// <summary>Name and amount in a line, in two lines, the amount alone, or nothing: the first that fits.</summary>
    private static string[] Inside(StackedPart part, int row, SKRect bar)
    {
        var amount = Amount(part, row);
        string[][] choices = amount.Length == 0 ? [[part.Label]] : [[$"{part.Label}: {amount}"], [part.Label, amount], [amount]];
        return choices.FirstOrDefault(lines =>
            Text.Width(lines, Pens.Tick) + (2 * Pad) <= bar.Width && lines.Length * Pens.Tick.LineHeight <= bar.Height + 1) ?? [];
    }

    private static string Amount(StackedPart part, int row) => row < part.Texts.Count ? part.Texts[row] : "";

    /// <summary>Amounts of parts too narrow for them, above the bar and moved apart.</summary>
    private static void DrawAbove(SKCanvas canvas, List<(string Text, FigureColor Color, float Middle)> amounts, float barTop, PanelFrame frame)
    {
        var widths = amounts.ConvertAll(amount => Text.Width(amount.Text, Pens.Label(amount.Color)));
        var lefts = new float[amounts.Count];
        for (var i = 0; i < lefts.Length; i++)
        {
            var least = i == 0 ? frame.Data.Left + 3 : lefts[i - 1] + widths[i - 1] + Pad;
            lefts[i] = Math.Max(least, amounts[i].Middle - (widths[i] / 2));
        }

        for (var i = lefts.Length - 1; i >= 0; i--)
        {
            var most = i == lefts.Length - 1 ? frame.Outer.Right : lefts[i + 1] - Pad;
            lefts[i] = Math.Min(lefts[i], most - widths[i]);
            var style = Pens.Label(amounts[i].Color);
            using (var ground = new SKPaint { Color = SKColors.White })
            {
                canvas.DrawRect(SKRect.Create(lefts[i] - 1, barTop - 16, widths[i] + 2, 13), ground);
            }

            Text.Draw(canvas, amounts[i].Text, lefts[i], barTop - 5, style);
            if (Math.Abs(lefts[i] + (widths[i] / 2) - amounts[i].Middle) > 2)
            {
                using var leader = Pens.Stroke(style.Color, 1);
                canvas.DrawLine(Math.Clamp(amounts[i].Middle, lefts[i] + 2, lefts[i] + widths[i] - 2), barTop - 3, amounts[i].Middle, barTop, leader);
            }
        }
    }
}
