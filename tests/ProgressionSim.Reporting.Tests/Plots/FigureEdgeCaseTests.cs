using System.Globalization;
using System.Xml.Linq;
using ProgressionSim.Reporting.Plots;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Tests.Plots;

/// <summary>Exact: odd data give a picture or a plain refusal.</summary>
public sealed class FigureEdgeCaseTests
{
    private static readonly string Orange = FigureTheme.HexColor(FigureColor.Arm3);

    [Fact]
    public void Empty_layers_give_an_empty_plot()
    {
        Layer[] layers =
        [
            new LineLayer("Line", FigureColor.Arm1, [], []), new LineLayer("Gaps", FigureColor.Arm2, [1, 2], [double.NaN, double.NaN]),
            new BandLayer("Band", FigureColor.Arm2, [], [], []), new IntervalLayer("Intervals", FigureColor.Arm2, [], [], [], [], []),
            new MarkerLayer("Outside", FigureColor.Neutral, 99),
        ];
        var figure = SampleFigures.Figure("empty", "Empty", layers);
        figure = figure with { Panels = [figure.Panels[0] with { AtRisk = new AtRiskTable([], []) }] };
        using var picture = Pictures.Draw(figure);
        Assert.True(picture.Height > 800);
        Assert.DoesNotContain("Outside", FigureRenderer.RenderSvg(figure), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_stays_empty()
    {
        double[] x = [0, 2, 4, 6, 8, 10];
        var whole = Ink(new LineLayer("", FigureColor.Arm3, x, [5, 5, 5, 5, 5, 5]));
        var gap = Ink(new LineLayer("", FigureColor.Arm3, x, [5, 5, double.NaN, double.NaN, 5, 5]));
        Assert.InRange(gap, 0.3 * whole, 0.5 * whole);
        var bandWhole = Ink(new BandLayer("", FigureColor.Arm3, x, [4, 4, 4, 4, 4, 4], [6, 6, 6, 6, 6, 6], 1));
        var bandGap = Ink(new BandLayer("", FigureColor.Arm3, x, [4, 4, double.NaN, 4, 4, 4], [6, 6, 6, double.NaN, 6, 6], 1));
        Assert.InRange(bandGap, 0.3 * bandWhole, 0.5 * bandWhole);
    }

    [Fact]
    public void The_grid_lies_below_the_data()
    {
        var band = new BandLayer("", FigureColor.Arm3, [0, 10], [0, 0], [10, 10], 1);
        var axis = new Axis("", 0.5, 9.5, 2);
        using var picture = Pictures.Draw(SampleFigures.Figure("grid", "", [band], axis with { Label = "Months" }, axis) with { Caption = "" });

        // The smooth edges of letters hold a few such greys; one grid line alone would hold more than a thousand.
        Assert.True(Pictures.PixelsLike(picture, "#E3E3E3") < 300);
    }

    [Theory]
    [InlineData(0.08)]
    [InlineData(0.5)]
    public void Bands_have_the_strength_asked_for(double strength)
    {
        var band = new BandLayer("", FigureColor.Arm1, [0, 10], [0, 0], [10, 10], strength);
        using var picture = Pictures.Draw(SampleFigures.Figure("strength", "", [band]) with { Caption = "" });
        var grey = (int)Math.Round(255 - (strength * (255 - 0x1A)));
        Assert.True(Pictures.PixelsLike(picture, $"#{grey:X2}{grey:X2}{grey:X2}") > 500_000);
    }

    [Fact]
    public void Each_thing_is_drawn_once()
    {
        var svg = FigureRenderer.RenderSvg(SampleFigures.Neurofilament());
        foreach (var arm in new[] { FigureColor.Arm1, FigureColor.Arm2, FigureColor.Arm3, FigureColor.Arm4 })
        {
            Assert.Equal(1, svg.Split($"fill=\"{FigureTheme.HexColor(arm)}\" fill-opacity").Length - 1);
        }
    }

    [Fact]
    public void One_point_is_seen()
    {
        Assert.True(Ink(new LineLayer("", FigureColor.Arm3, [5], [5])) > 40);
        Assert.True(Ink(new LineLayer("", FigureColor.Arm3, [5], [5], LineStyle.Steps)) > 40);
        Assert.True(Ink(new BandLayer("", FigureColor.Arm3, [5], [4], [6], 1)) > 40);
    }

    [Theory]
    [InlineData(1, 1000, new[] { "1", "10", "100", "1,000" })]
    [InlineData(0.01, 10000, new[] { "0.01", "0.1", "1", "1,000", "10,000" })]
    [InlineData(5, 200, new[] { "5", "10", "20", "50", "100", "200" })]
    [InlineData(20, 40, new[] { "20", "30", "40" })]
    public void Logarithmic_axes_have_readable_ticks(double low, double high, string[] ticks)
    {
        var layer = new BandLayer("", FigureColor.Arm2, [0, 10], [0, low], [high, high]);
        var line = new LineLayer("", FigureColor.Arm2, [0, 5, 10], [low, -1, high]);
        var texts = Texts(SampleFigures.Figure("log", "Log", [layer, line], vertical: new Axis("NfL (pg/mL)", low, high, Logarithmic: true)));
        Assert.All(ticks, tick => Assert.Contains(tick, texts, StringComparer.Ordinal));
    }

    [Fact]
    public void Ticks_follow_the_interval_and_use_a_true_minus()
    {
        var texts = Texts(SampleFigures.Figure("ticks", "Ticks", [], new Axis("Months", -24, 60, 12), new Axis("Share", 0, 1, 0.25)));
        Assert.All(new[] { "\u221224", "\u221212", "0", "12", "24", "36", "48", "60", "0.25", "0.50", "1.00" }, tick => Assert.Contains(tick, texts, StringComparer.Ordinal));
        Assert.DoesNotContain("20", texts, StringComparer.Ordinal);
    }

    [Fact]
    public void Crowded_ticks_are_thinned()
    {
        var texts = Texts(SampleFigures.Figure("crowd", "Crowd", [], new Axis("Months", 0, 59, 1), new Axis("Points", 0, 50, 1)));
        Assert.InRange(texts.Count, 15, 80);
        Assert.Contains("0", texts, StringComparer.Ordinal);
    }

    [Fact]
    public void Lines_that_end_early_or_crowd_are_named_in_a_legend()
    {
        var early = new LineLayer("Early end", FigureColor.Arm2, [0, 4], [1, 2]);
        Assert.Contains("Early end", Texts(SampleFigures.Figure("early", "E", [early])), StringComparer.Ordinal);
        var many = Enumerable.Range(0, 40).Select(i => new LineLayer($"L{i}", FigureColor.Arm2, [0, 10], [1, 2])).ToArray();
        var texts = Texts(SampleFigures.Figure("many", "M", many));
        Assert.All(many, line => Assert.Contains(line.Label, texts, StringComparer.Ordinal));
    }

    [Fact]
    public void Names_at_line_ends_and_markers_do_not_overlap()
    {
        var lines = Enumerable.Range(0, 6).Select(i => (Layer)new LineLayer($"Same end {i}", FigureColor.Arm1 + i, [0, 10], [1, 5]));
        var markers = Enumerable.Range(0, 5).Select(i => (Layer)new MarkerLayer($"Marker {i}", FigureColor.Neutral, 8.6 + (0.3 * i)));
        var svg = XDocument.Parse(FigureRenderer.RenderSvg(SampleFigures.Figure("close", "C", [.. lines, .. markers])));
        var places = svg.Descendants().Where(text => text.Name.LocalName == "text" && Named(text.Value.Trim())).Select(Place).ToArray();
        Assert.Equal(11, places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            Assert.All(places[(i + 1)..], other => Assert.False(
                Math.Abs(other.Baseline - places[i].Baseline) < 12 && other.Left < places[i].Right && places[i].Left < other.Right,
                $"{places[i]} and {other}"));
        }
    }

    [Fact]
    public void Equal_ends_are_widened_and_impossible_axes_refused()
    {
        using var flat = Pictures.Draw(SampleFigures.Figure("flat", "Flat", [], vertical: new Axis("Points", 3, 3)));
        Assert.True(flat.Width > 0);
        foreach (var axis in new[] { new Axis("A", 2, 1), new Axis("A", double.NaN, 1), new Axis("A", 0, 1, Logarithmic: true), new Axis("A", 0, double.PositiveInfinity) })
        {
            Assert.Throws<ArgumentException>(() => FigureRenderer.RenderPng(SampleFigures.Figure("bad", "Bad", [], vertical: axis)));
        }

        Assert.Throws<ArgumentException>(() => FigureRenderer.RenderPng(SampleFigures.Figure("none", "None", []) with { Panels = [] }));
        Assert.Throws<ArgumentException>(() => FigureRenderer.RenderPng(SampleFigures.Figure("none", "None", []) with { Columns = 0 }));
    }

    [Fact]
    public void Control_characters_and_long_words_are_harmless()
    {
        var figure = SampleFigures.Figure("odd", "Title\u0000 with\u0007 control\n characters " + new string('W', 300), []);
        XDocument.Parse(FigureRenderer.RenderSvg(figure));
        using var picture = Pictures.Draw(figure);
        Assert.Equal(1600, picture.Width);
    }

    private static bool Named(string text) => text.StartsWith("Same", StringComparison.Ordinal) || text.StartsWith("Marker", StringComparison.Ordinal);

    /// <summary>Where a text stands, from the places of its letters.</summary>
    private static (double Left, double Right, double Baseline) Place(XElement text)
    {
        var letters = Numbers("x");
        return (letters[0], letters[^1], Numbers("y")[0]);

        double[] Numbers(string name) =>
            [.. text.Attribute(name)!.Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
    }

    private static int Ink(Layer layer)
    {
        using var picture = Pictures.Draw(SampleFigures.Figure("ink", "", [layer]));
        return Pictures.PixelsLike(picture, Orange);
    }

    private static List<string> Texts(Figure figure) =>
        [.. XDocument.Parse(FigureRenderer.RenderSvg(figure)).Descendants().Where(element => element.Name.LocalName == "text").Select(text => text.Value.Trim())];
}
