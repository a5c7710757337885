using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Draws tornado bars with the parameters' values at their ends.</summary>
internal static class RangeBars
{
    private const float Share = 0.62f;

    /// <summary>Pattern of high ends; low ends are plain.</summary>
    public const FillPattern HighPattern = FillPattern.Rising;

    /// <summary>Draws all tornado layers of a panel.</summary>
    public static void Draw(SKCanvas canvas, Panel panel, PanelFrame frame)
    {
        foreach (var layer in panel.Layers.OfType<RangeBarLayer>())
        {
            for (var row = 0; row < layer.AtLow.Count; row++)
            {
                if (Bars.Holds(frame, row))
                {
                    DrawRow(canvas, layer, row, frame);
                }
            }

            var place = frame.Horizontal.Scaled(layer.Base);
            if (frame.Horizontal.Holds(place))
            {
                using var pen = Pens.Stroke(Pens.Ink, 1.4f);
                canvas.DrawLine(frame.X(place), frame.Data.Top, frame.X(place), frame.Data.Bottom, pen);
            }
        }
    }

    private static void DrawRow(SKCanvas canvas, RangeBarLayer layer, int row, PanelFrame frame)
    {
        var (low, high) = (layer.AtLow[row], layer.AtHigh[row]);
        var (lowBar, highBar) = (Bars.Place(frame, row, layer.Base, low, Share), Bars.Place(frame, row, layer.Base, high, Share));
        if ((low - layer.Base) * (high - layer.Base) > 0)
        {
            lowBar.Bottom = lowBar.MidY;
            highBar.Top = highBar.MidY;
        }

        DrawEnd(canvas, lowBar, low, layer.LowColor, FillPattern.Plain);
        DrawEnd(canvas, highBar, high, layer.HighColor, HighPattern);

        // An end that does not move writes opposite to the other one; the low one at the left when neither moves.
        var lowIsLeft = low < layer.Base || (!(low > layer.Base) && !(high < layer.Base));
        var highIsLeft = high < layer.Base || (!(high > layer.Base) && low > layer.Base);
        Write(canvas, Of(layer.LowTexts, row), lowBar, lowIsLeft, low, layer.LowColor, frame);
        Write(canvas, Of(layer.HighTexts, row), highBar, highIsLeft, high, layer.HighColor, frame);
    }

    private static string Of(IReadOnlyList<string> texts, int row) => row < texts.Count ? texts[row] : "";

    private static void DrawEnd(SKCanvas canvas, SKRect bar, double value, FigureColor color, FillPattern pattern)
    {
        if (double.IsFinite(value) && bar.Width > 0)
        {
            Fills.DrawBar(canvas, bar, color, pattern);
        }
    }

    /// <summary>Beyond the end of the bar; within the bar where the panel ends.</summary>
    private static void Write(SKCanvas canvas, string text, SKRect bar, bool isLeft, double value, FigureColor color, PanelFrame frame)
    {
        var style = Pens.Label(color);
        var width = Text.Width(text, style);
        if (text.Length == 0 || !double.IsFinite(value))
        {
            return;
        }

        var left = isLeft ? bar.Left - Bars.TextGap - width : bar.Right + Bars.TextGap;
        if (left >= frame.Data.Left + 2 && left + width <= frame.Outer.Right)
        {
            Text.Draw(canvas, text, left, bar.MidY + 4.3f, style);
            return;
        }

        var within = isLeft ? bar.Left + Bars.TextGap : bar.Right - Bars.TextGap - width;
        Bars.WriteInside(canvas, SKRect.Create(within, bar.Top, width, bar.Height), [text], color);
    }
}
