using System.Xml.Linq;
using ProgressionSim.Reporting.Plots;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Tests.Plots;

/// <summary>Exact: what a figure says can be found again in its pictures.</summary>
public sealed class FigureRendererTests
{
    private static readonly double[] X = [0, 2, 4, 6, 8, 10];
    private static readonly double[] Y = [1, 3, 5, 6, 7, 8];

    public static TheoryData<string> Samples => [.. SampleFigures.All.Select(figure => figure.Id)];

    public static TheoryData<string> LayerKinds => ["solid", "dashed", "thin", "steps", "band", "step band", "interval", "marker"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_figures_say_all_their_words(string id)
    {
        var figure = SampleFigures.All.Single(sample => sample.Id == id);
        var words = Words(FigureRenderer.RenderSvg(figure));
        var expected = new List<string> { figure.Title, figure.Caption };
        foreach (var panel in figure.Panels)
        {
            expected.AddRange([panel.Heading, panel.Horizontal.Label, panel.Vertical.Label, .. panel.Horizontal.Categories]);
            expected.AddRange(panel.Layers.Where(layer => layer is not IntervalLayer).Select(layer => layer.Label));
            expected.AddRange(panel.Layers.OfType<IntervalLayer>().SelectMany(layer => layer.PointLabels));
        }

        foreach (var word in expected.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            Assert.Contains(word.Replace('\u00b5', '\u03bc'), words, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Png_bytes_are_the_same_each_time(string id)
    {
        var figure = SampleFigures.All.Single(sample => sample.Id == id);
        Assert.Equal(FigureRenderer.RenderPng(figure), FigureRenderer.RenderPng(figure));
    }

    [Fact]
    public void Png_bytes_are_the_same_from_several_threads()
    {
        var expected = FigureRenderer.RenderPng(SampleFigures.Survival());
        Parallel.For(0, 4, _ => Assert.Equal(expected, FigureRenderer.RenderPng(SampleFigures.Survival())));
    }

    [Theory]
    [MemberData(nameof(LayerKinds))]
    public void Every_kind_of_layer_leaves_its_colour(string kind)
    {
        Layer layer = kind switch
        {
            "solid" => new LineLayer("", FigureColor.Arm3, X, Y),
            "dashed" => new LineLayer("", FigureColor.Arm3, X, Y, LineStyle.Dashed),
            "thin" => new LineLayer("", FigureColor.Arm3, X, Y, LineStyle.Thin),
            "steps" => new LineLayer("", FigureColor.Arm3, X, Y, LineStyle.Steps),
            "band" => new BandLayer("", FigureColor.Arm3, X, Y, [.. Y.Select(y => y + 1)], 1),
            "step band" => new BandLayer("", FigureColor.Arm3, X, Y, [.. Y.Select(y => y + 1)], 1, Steps: true),
            "interval" => new IntervalLayer("", FigureColor.Arm3, [5], [5], [3], [7], ["5.0"]),
            _ => new MarkerLayer("Start", FigureColor.Arm3, 5),
        };
        using var empty = Pictures.Draw(SampleFigures.Figure("kind", "Kind", []));
        using var drawn = Pictures.Draw(SampleFigures.Figure("kind", "Kind", [layer]));
        Assert.NotEqual(empty.Bytes, drawn.Bytes);
        if (kind is not ("thin" or "marker"))
        {
            Assert.Equal(0, Pictures.PixelsLike(empty, FigureTheme.HexColor(FigureColor.Arm3)));
            Assert.True(Pictures.PixelsLike(drawn, FigureTheme.HexColor(FigureColor.Arm3)) > 300);
        }
    }

    [Fact]
    public void Steps_hold_their_value_until_the_next_point()
    {
        // The step curve of a falling series lies above the straight one: its pixels are found higher on average.
        double[] falling = [8, 6, 4, 2, 1, 0.5];
        var straight = MeanHeight(new LineLayer("", FigureColor.Arm3, X, falling));
        var steps = MeanHeight(new LineLayer("", FigureColor.Arm3, X, falling, LineStyle.Steps));
        Assert.True(steps < straight - 10, $"{steps:F1} and {straight:F1}");
    }

    [Fact]
    public void The_title_is_written_and_the_picture_grows_with_it()
    {
        using var without = Pictures.Draw(SampleFigures.Figure("title", "", []));
        using var with = Pictures.Draw(SampleFigures.Figure("title", "Motor neurons \u00b5 \u00b1 \u2013", []));
        using var two = Pictures.Draw(SampleFigures.Figure("title", string.Join(' ', Enumerable.Repeat("Motor neurons", 9)), []));
        Assert.Equal(1600, with.Width);
        Assert.True(Pictures.DarkPixels(with, 36, 84) > Pictures.DarkPixels(without, 36, 84) + 1500);
        Assert.True(without.Height < with.Height && with.Height < two.Height);
    }

    [Theory]
    [InlineData("\u00b5")]
    [InlineData("\u00b1")]
    [InlineData("\u2013")]
    [InlineData("\u2265")]
    [InlineData("\u03c3")]
    public void Special_characters_have_glyphs_of_their_own(string character)
    {
        var drawn = FigureRenderer.RenderPng(SampleFigures.Figure("glyph", character, []));
        Assert.NotEqual(FigureRenderer.RenderPng(SampleFigures.Figure("glyph", "\U000E0FFF", [])), drawn);
        Assert.NotEqual(FigureRenderer.RenderPng(SampleFigures.Figure("glyph", "\uE123", [])), drawn);
    }

    [Fact]
    public void Svg_names_fallback_fonts_and_tells_its_content()
    {
        var figure = SampleFigures.Figure("my-figure", "A < B & C", [new LineLayer("Arm", FigureColor.Arm1, X, Y)]);
        var root = XDocument.Parse(FigureRenderer.RenderSvg(figure)).Root!;
        var texts = root.Descendants().Where(element => element.Name.LocalName == "text").ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Equal("DejaVu Sans, Verdana, sans-serif", text.Attribute("font-family")?.Value));
        Assert.Equal("A < B & C", root.Elements().First(element => element.Name.LocalName == "title").Value);
        Assert.Equal(figure.AlternativeText, root.Elements().First(element => element.Name.LocalName == "desc").Value);
        Assert.All(root.Descendants().Attributes("id"), id => Assert.StartsWith("my-figure-", id.Value, StringComparison.Ordinal));
        Assert.StartsWith("0 0 800 ", root.Attribute("viewBox")?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Panels_only_leaves_title_and_caption_to_the_page()
    {
        var figure = SampleFigures.Figure("bare", "Zebra", []) with { Caption = "Quagga" };
        var root = XDocument.Parse(FigureRenderer.RenderSvg(figure, FigureFraming.PanelsOnly)).Root!;
        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName == "text" && element.Value.Contains("Quagga", StringComparison.Ordinal));
        Assert.Contains("Quagga", Words(FigureRenderer.RenderSvg(figure)), StringComparison.Ordinal);
    }

    /// <summary>All texts of an SVG, with the letter mu in its one Greek form, since fonts share its glyph.</summary>
    private static string Words(string svg) => string.Join(
        ' ', XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value)).Replace('\u00b5', '\u03bc');

    private static double MeanHeight(Layer layer)
    {
        using var picture = Pictures.Draw(SampleFigures.Figure("height", "", [layer]));
        var wanted = SkiaSharp.SKColor.Parse(FigureTheme.HexColor(layer.Color));
        return picture.Pixels.Select((pixel, i) => (pixel, Row: i / picture.Width)).Where(item => item.pixel == wanted).Average(item => (double)item.Row);
    }
}
