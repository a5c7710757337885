using ProgressionSim.Reporting.Plots;
using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Tests.Plots;

/// <summary>Exact: readers can tell the colours apart, in colour and in grey. CIE L*a*b* written out from its definition (D65).</summary>
public sealed class FigureThemeTests
{
    private static readonly FigureColor[] Colors = Enum.GetValues<FigureColor>();

    [Fact]
    public void Any_two_colours_are_well_apart()
    {
        foreach (var first in Colors)
        {
            foreach (var second in Colors.Where(other => other > first))
            {
                var (a, b) = (Lab(FigureTheme.HexColor(first)), Lab(FigureTheme.HexColor(second)));
                var distance = Math.Sqrt(Math.Pow(a.L - b.L, 2) + Math.Pow(a.A - b.A, 2) + Math.Pow(a.B - b.B, 2));
                Assert.True(distance > 15, $"{first} and {second}: {distance:F1}");
            }
        }
    }

    [Fact]
    public void The_first_four_arms_differ_in_lightness()
    {
        var lightness = Colors.Where(color => color is >= FigureColor.Arm1 and <= FigureColor.Arm4).Select(color => Lab(FigureTheme.HexColor(color)).L).Order().ToArray();
        for (var i = 1; i < lightness.Length; i++)
        {
            Assert.True(lightness[i] - lightness[i - 1] > 12, $"{lightness[i - 1]:F1} and {lightness[i]:F1}");
        }
    }

    [Fact]
    public void Neighbouring_arms_differ_in_line_width()
    {
        for (var arm = FigureColor.Arm1; arm < FigureColor.Arm4; arm++)
        {
            Assert.True(Math.Abs(FigureTheme.LineWidth(arm) - FigureTheme.LineWidth(arm + 1)) >= 0.5);
        }
    }

    [Fact]
    public void Text_colours_are_legible_on_white()
    {
        foreach (var color in Colors)
        {
            var contrast = 1.05 / (Luminance(SKColor.Parse(FigureTheme.HexTextColor(color))) + 0.05);
            Assert.True(contrast >= 4.5, $"{color}: {contrast:F2}");
        }
    }

    [Fact]
    public void A_number_that_is_no_colour_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => FigureTheme.HexColor((FigureColor)99));

    private static double Linear(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static double Luminance(SKColor color) => (0.2126 * Linear(color.Red)) + (0.7152 * Linear(color.Green)) + (0.0722 * Linear(color.Blue));

    private static (double L, double A, double B) Lab(string hex)
    {
        var color = SKColor.Parse(hex);
        var (r, g, b) = (Linear(color.Red), Linear(color.Green), Linear(color.Blue));
        var x = F(((0.4124 * r) + (0.3576 * g) + (0.1805 * b)) / 0.9505);
        var y = F(Luminance(color));
        var z = F(((0.0193 * r) + (0.1192 * g) + (0.9505 * b)) / 1.089);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));

        static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
    }
}
