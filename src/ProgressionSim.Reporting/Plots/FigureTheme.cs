using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Plots;

/// <summary>The one look of all figures: colours by meaning, and how arms differ when printed in grey.</summary>
/// <remarks>
/// Palette after Okabe and Ito (2008, Color Universal Design), whose colours most colour-blind readers can tell apart.
/// Green, orange and dark grey belong to motor neurons, so arms take the others; the blue of the second arm is darkened,
/// so that the first four arms differ in lightness as well. Arms also differ in line width and in the mark at the line's end.
/// Pure, so thread-safe.
/// </remarks>
public static class FigureTheme
{
    /// <summary>Colour of lines, bands and marks, as <c>#RRGGBB</c>.</summary>
    public static string HexColor(FigureColor color) => color switch
    {
        FigureColor.Arm1 => "#1A1A1A",
        FigureColor.Arm2 => "#005F9E",
        FigureColor.Arm3 => "#D55E00",
        FigureColor.Arm4 => "#56B4E9",
        FigureColor.Arm5 => "#CC79A7",
        FigureColor.Arm6 => "#A69B00",
        FigureColor.Healthy => "#009E73",
        FigureColor.Stressed => "#E69F00",
        FigureColor.Lost => "#595959",
        FigureColor.Neutral => "#858585",
        _ => throw new ArgumentOutOfRangeException(nameof(color), color, "Not a figure colour."),
    };

    /// <summary>The same hue dark enough for small text on white (contrast of at least 4.5 to 1), as <c>#RRGGBB</c>.</summary>
    public static string HexTextColor(FigureColor color) => color switch
    {
        FigureColor.Arm3 => "#B85000",
        FigureColor.Arm4 => "#1976AD",
        FigureColor.Arm5 => "#A84A7D",
        FigureColor.Arm6 => "#736B00",
        FigureColor.Healthy => "#00785A",
        FigureColor.Stressed => "#976800",
        FigureColor.Neutral => "#4D4D4D",
        _ => HexColor(color),
    };

    /// <summary>Width of a main line in logical pixels; it differs between neighbouring arms.</summary>
    public static double LineWidth(FigureColor color) => color switch
    {
        FigureColor.Arm1 => 3.0,
        FigureColor.Arm2 => 2.2,
        FigureColor.Arm3 => 3.0,
        FigureColor.Arm4 => 2.4,
        FigureColor.Neutral => 1.4,
        _ => 2.4,
    };

    /// <summary>Colour of titles and axis text, as <c>#RRGGBB</c>.</summary>
    public static string HexInk => "#1F1F1F";

    /// <summary>Colour of captions and tick labels, as <c>#RRGGBB</c>.</summary>
    public static string HexSoftInk => "#4D4D4D";
}
