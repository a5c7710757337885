using ProgressionSim.Reporting.Plots;
using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Tests.Plots;

/// <summary>Exact: cells lie where the grid says, in the colours of their values, which can be told apart in grey.</summary>
public sealed class HeatMapTests
{
    [Fact]
    public void Colours_darken_all_the_way()
    {
        foreach (var map in new Func<double, string>[] { HeatMapTheme.Sequential, HeatMapTheme.Diverging, share => HeatMapTheme.Diverging(-share) })
        {
            var greys = Enumerable.Range(0, 11).Select(i => Grey(map(i / 10.0))).ToArray();
            Assert.All(greys.Zip(greys.Skip(1)), pair => Assert.True(pair.First - pair.Second > 6, $"{pair}"));
        }

        Assert.Equal(HeatMapTheme.Sequential(1), HeatMapTheme.Sequential(7));
        Assert.NotEqual(HeatMapTheme.Diverging(0.5), HeatMapTheme.Diverging(-0.5), StringComparer.Ordinal);
    }

    [Fact]
    public void Cells_reach_half_way_to_their_neighbours()
    {
        // Edges at 0, 2, 6 and 10 of 10: the cells take 20, 40 and 40 % of the width.
        var map = new HeatMapLayer("Gain", [1, 3, 9], [5], [[0, 1, 2]]) { Decimals = 0 };
        using var picture = Pictures.Draw(SampleFigures.Figure("cells", "", [map], new Axis("Start", 0, 12), new Axis("Depth", 4.5, 5.5)) with { Caption = "" });
        double[] areas = [.. new[] { 0, 0.5, 1 }.Select(share => (double)Pictures.PixelsLike(picture, HeatMapTheme.Sequential(share)))];
        Assert.Equal(2, areas[1] / areas[0], 0.05);
        Assert.Equal(3, areas[2] / areas[0], 0.1);
    }

    [Fact]
    public void Panels_share_a_scale_when_asked()
    {
        var map = new HeatMapLayer("Gain", [1, 2], [1], [[4, 4]]) { ColorLow = 0, ColorHigh = 8 };
        using var picture = Pictures.Draw(SampleFigures.Figure("scale", "", [map], new Axis("Start", 0.5, 2.5), new Axis("Depth", 0.5, 1.5)));
        Assert.True(Pictures.PixelsLike(picture, HeatMapTheme.Sequential(0.5)) > 500_000);
    }

    [Fact]
    public void The_first_row_is_below_on_a_numeric_axis_and_on_top_of_names()
    {
        var map = new HeatMapLayer("Gain", [1], [1, 2], [[0], [1]]);
        var horizontal = new Axis("Start", 0.5, 1.5);
        Assert.True(MeanRow(map, horizontal, new Axis("Depth", 0.5, 2.5)) < MeanRow(map, horizontal, Axis.OfNames("", ["a", "b"])) - 100);
    }

    [Fact]
    public void Many_cells_carry_no_numbers_and_missing_values_everywhere_no_bar()
    {
        double[] centres = [.. Enumerable.Range(0, 11).Select(i => (double)i)];
        double[][] values = [.. centres.Select(y => centres.Select(x => 1234 + x + y).ToArray())];
        var axis = new Axis("Start", -0.5, 10.5);
        Assert.DoesNotContain("1,241", FigureRenderer.RenderSvg(SampleFigures.Figure("many", "", [new HeatMapLayer("Gain", centres, centres, values)], axis, axis)), StringComparison.Ordinal);
        var none = new HeatMapLayer("Gain", [1], [1], [[double.NaN]]) { MissingLabel = "Not run" };
        var svg = FigureRenderer.RenderSvg(SampleFigures.Figure("none", "", [none], axis, axis));
        Assert.Contains("Not run", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(">Gain", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Centres_that_a_logarithmic_axis_cannot_show_are_refused()
    {
        var map = new HeatMapLayer("Gain", [0, 1], [1], [[0, 1]]);
        Assert.Throws<ArgumentException>(() => FigureRenderer.RenderPng(
            SampleFigures.Figure("log", "", [map], new Axis("Dose", 0.1, 10, Logarithmic: true), new Axis("Depth", 0.5, 1.5))));
    }

    /// <summary>Mean row of the cell with the larger value, the colour bar left out.</summary>
    private static double MeanRow(HeatMapLayer map, Axis horizontal, Axis vertical)
    {
        using var picture = Pictures.Draw(SampleFigures.Figure("rows", "", [map], horizontal, vertical) with { Caption = "" });
        var dark = SKColor.Parse(HeatMapTheme.Sequential(1));
        return picture.Pixels.Select((pixel, i) => (pixel, Row: i / picture.Width, Column: i % picture.Width))
            .Where(item => item.pixel == dark && item.Column < 1300).Average(item => (double)item.Row);
    }

    private static double Grey(string hex)
    {
        var color = SKColor.Parse(hex);
        return (0.299 * color.Red) + (0.587 * color.Green) + (0.114 * color.Blue);
    }
}
