using System.Globalization;
using System.Xml.Linq;
using ProgressionSim.Reporting.Plots;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Tests.Plots;

/// <summary>Exact: single points are drawn where they lie, each kind in its own shape, and named in the legend.</summary>
public sealed class PointLayerTests
{
    private static readonly string Orange = FigureTheme.HexColor(FigureColor.Arm3);

    [Theory]
    [InlineData(PointSymbol.Cross)]
    [InlineData(PointSymbol.OpenCircle)]
    [InlineData(PointSymbol.Triangle)]
    [InlineData(PointSymbol.ArrowLeft)]
    [InlineData(PointSymbol.ArrowRight)]
    public void Points_on_the_axes_are_seen_and_others_are_not(PointSymbol symbol)
    {
        var one = Ink([5], [5], symbol);
        Assert.True(one > 20);
        Assert.InRange(Ink([3, 7], [2, 8], symbol), 1.8 * one, 2.2 * one);
        Assert.Equal(0, Ink([-1, 11, 5, 5, double.NaN], [5, 5, -1, 11, 5], symbol));
    }

    [Fact]
    public void Shapes_differ()
    {
        int[] inks = [Ink([5], [5], PointSymbol.Cross), Ink([5], [5], PointSymbol.OpenCircle), Ink([5], [5], PointSymbol.Triangle)];
        Assert.Equal(3, inks.Distinct().Count());
    }

    [Theory]
    [InlineData(PointSymbol.ArrowRight, true)]
    [InlineData(PointSymbol.ArrowLeft, false)]
    public void The_text_of_an_arrow_stands_on_the_side_it_comes_from(PointSymbol symbol, bool isLeft)
    {
        var figure = SampleFigures.Figure("arrow", "", [new PointLayer("", FigureColor.Arm3, [5], [5], symbol) { Texts = ["4.7"] }]);
        double Place(string text) => double.Parse(
            XDocument.Parse(FigureRenderer.RenderSvg(figure)).Descendants().Last(element => element.Name.LocalName == "text" && element.Value.Trim() == text).Attribute("x")!.Value.Split(',')[0],
            CultureInfo.InvariantCulture);

        // The last of equal texts is that of the horizontal axis.
        Assert.Equal(isLeft, Place("4.7") < (Place("4") + Place("6")) / 2);
    }

    [Fact]
    public void The_legend_names_points_and_labelled_estimates_whose_labels_do_not()
    {
        Layer[] layers =
        [
            new PointLayer("Deaths", FigureColor.Arm3, [5], [5], PointSymbol.Cross),
            new IntervalLayer("Success", FigureColor.Healthy, [2], [2], [1], [3], ["18.2 %"]),
            new IntervalLayer("early", FigureColor.Arm2, [8], [2], [1], [3], ["early: 8.0"]),
        ];
        var texts = Texts(SampleFigures.Figure("points", "Points", layers));
        Assert.Contains("Deaths", texts, StringComparer.Ordinal);
        Assert.Contains("Success", texts, StringComparer.Ordinal);
        Assert.DoesNotContain("early", texts, StringComparer.Ordinal);
        var categories = new Axis("", 0.5, 2.5) { Categories = ["Success", "Failure"] };
        Assert.Single(Texts(SampleFigures.Figure("places", "Places", [layers[1]], categories)), text => text == "Success");
    }

    private static int Ink(double[] x, double[] y, PointSymbol symbol)
    {
        using var picture = Pictures.Draw(SampleFigures.Figure("ink", "", [new PointLayer("", FigureColor.Arm3, x, y, symbol)]));
        return Pictures.PixelsLike(picture, Orange);
    }

    private static List<string> Texts(Figure figure) =>
        [.. XDocument.Parse(FigureRenderer.RenderSvg(figure)).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value.Trim())];
}
