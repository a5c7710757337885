using System.Globalization;
using System.Xml.Linq;
using ProgressionSim.Reporting.Plots;
using ProgressionSim.Summaries.PlotData;
using SkiaSharp;

namespace ProgressionSim.Reporting.Tests.Plots;

/// <summary>Exact: figures of experiments say all their words, nothing is cut off, and each kind of layer leaves its mark.</summary>
public sealed class ExperimentFigureTests
{
    private static readonly string Blue = FigureTheme.HexColor(FigureColor.Arm2);
    private static readonly string Orange = FigureTheme.HexColor(FigureColor.Arm3);

    public static TheoryData<string> Samples => [.. ExperimentFigures.All.Select(figure => figure.Id)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_is_cut_off_and_no_two_names_meet(string id)
    {
        var figure = Sample(id);
        var svg = XDocument.Parse(FigureRenderer.RenderSvg(figure));
        var size = svg.Root!.Attribute("viewBox")!.Value.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        var places = svg.Descendants().Where(element => element.Name.LocalName == "text" && !IsTurned(element)).Select(Place).ToArray();
        Assert.All(places, place => Assert.True(place.Left >= 0 && place.Right <= size[2] - 4 && place.Baseline >= 8 && place.Baseline <= size[3] - 2, $"{place}"));
        for (var i = 0; i < places.Length; i++)
        {
            // Rows of the two halves of a tornado bar stand 11 logical pixels apart, capitals are 9 high.
            Assert.All(places[(i + 1)..], other => Assert.False(
                Math.Abs(other.Baseline - places[i].Baseline) < 9.5 && other.Left < places[i].Right && places[i].Left < other.Right,
                $"{places[i]} and {other}"));
        }

        using var picture = Pictures.Draw(figure);
        var (right, bottom) = (picture.Width - 1, picture.Height - 1);
        Assert.All(Enumerable.Range(0, picture.Width), x => Assert.True(picture.GetPixel(x, 0) == SKColors.White && picture.GetPixel(x, bottom) == SKColors.White));
        Assert.All(Enumerable.Range(0, picture.Height), y => Assert.True(picture.GetPixel(0, y) == SKColors.White && picture.GetPixel(right, y) == SKColors.White));
    }

    [Theory]
    [InlineData("timing", "More than|95 % Monte Carlo|95 % with parameter uncertainty|Benefit|(95 % 3.1 to 5.0)")]
    [InlineData("map", "Difference in survival (months)|No value|Equal benefit|none|1.30|\u22128.26|\u22126")]
    [InlineData("variance", "Neuron-level chance|Patients: 98.5 %|Patients: 60 %|1.2 %|0.3 %|18 %|Survival (months)")]
    [InlineData("tornado", "Low end|High end|0.04|1.9 mg/L|off|on|48|63|treatments.tofersenLi\u2026lfMaximalConcentration")]
    [InlineData("evidence", "Mean slope of the ALSFRS-R in the|two years after diagnosis (points per|month)|predicted -0.97 (-1.02 to -0.91)|published 0.55 (0.45 to 0.65)|4.7|Outside")]
    [InlineData("indices", "First-order index|Total index|0.80|0.01|disease.spread.ratePerMonth")]
    public void The_words_are_text(string id, string words) => Assert.All(
        words.Split('|'), word => Assert.Contains(word, string.Join(' ', Texts(Sample(id)).Select(text => text.Replace('\u00a0', ' '))), StringComparison.Ordinal));

    [Fact]
    public void The_same_figure_gives_the_same_bytes() => Assert.Equal(FigureRenderer.RenderPng(ExperimentFigures.Map()), FigureRenderer.RenderPng(ExperimentFigures.Map()));

    [Fact]
    public void A_strip_is_shaded_within_the_axis_and_named_once()
    {
        SpanLayer Span(string label, double low, double high) => new(label, FigureColor.Arm3, low, high, FillPattern.Plain);
        var half = Shaded(Span("", 2, 4));
        Assert.InRange(Shaded(Span("", 4, 8)), 1.9 * half, 2.1 * half);
        Assert.InRange(Shaded(Span("", 8, double.PositiveInfinity)), 0.9 * half, 1.1 * half);
        Assert.Equal(0, Shaded(Span("Far", 11, 12)));
        Assert.DoesNotContain("Far", Texts(SampleFigures.Figure("far", "", [Span("Far", 11, 12)]) with { Caption = "" }), StringComparer.Ordinal);
        foreach (var width in new[] { 0.2, 4 })
        {
            Assert.Single(Texts(SampleFigures.Figure("named", "", [Span("Clamped", 2, 2 + width)]) with { Caption = "" }), text => text == "Clamped");
        }
    }

    [Fact]
    public void The_name_of_a_strip_keeps_away_from_the_data()
    {
        var span = new SpanLayer("Clamped", FigureColor.Neutral, 2, 6);
        double Height(double y) => Place(SvgTexts(SampleFigures.Figure("clear", "", [span, new LineLayer("", FigureColor.Arm2, [0, 10], [y, y])]))
            .First(text => text.Value.Trim() == "Clamped")).Baseline;
        Assert.True(Height(9.8) > Height(5) + 100);
    }

    [Fact]
    public void A_marked_estimate_has_a_bar_from_limit_to_limit()
    {
        int Ink(MarkerLayer marker) => Count(SampleFigures.Figure("marker", "", [marker]), FigureTheme.HexTextColor(FigureColor.Arm3));
        var line = Ink(new MarkerLayer("", FigureColor.Arm3, 5));
        var small = Ink(new MarkerLayer("", FigureColor.Arm3, 5, 4, 6)) - line;
        Assert.True(small > 300);
        Assert.InRange(Ink(new MarkerLayer("", FigureColor.Arm3, 5, 3, 7)) - line, 1.5 * small, 2.2 * small);
        Assert.True(Ink(new MarkerLayer("", FigureColor.Arm3, 5, 3, double.PositiveInfinity)) - line > 2 * small);
    }

    [Fact]
    public void Outlined_bands_have_edges_of_full_strength()
    {
        BandLayer Band(bool outlined) => new("", FigureColor.Arm3, [0, 10], [4, 4], [6, 6], 0.13, Outlined: outlined);
        Assert.Equal(0, Count(SampleFigures.Figure("band", "", [Band(false)]), Orange));
        Assert.True(Count(SampleFigures.Figure("band", "", [Band(true)]), Orange) > 1000);
    }

    [Fact]
    public void The_first_name_is_on_top_and_ends_have_their_colours()
    {
        using var picture = Pictures.Draw(SampleFigures.Figure(
            "bars", "", [new RangeBarLayer("", "", 5, [2, 5], [5, 8], [], [])], vertical: Axis.OfNames("", ["one", "two"])));
        double Row(string color) => picture.Pixels.Select((pixel, i) => (pixel, Row: i / picture.Width)).Where(item => item.pixel == SKColor.Parse(color)).Average(item => (double)item.Row);
        Assert.True(Row(Blue) < Row(Orange) - 40);
        var names = SvgTexts(ExperimentFigures.Tornado());
        Assert.True(Place(names.Single(text => text.Value.Trim() == "disease.compensation")).Baseline < Place(names.Single(text => text.Value.Trim() == "population.onsetAgeYears.median")).Baseline);
    }

    [Fact]
    public void Stacked_parts_are_as_long_as_their_values()
    {
        int Length(double value) => Count(
            SampleFigures.Figure("stack", "", [new StackedBarLayer([new("", FigureColor.Arm2, FillPattern.Plain, [value], []), new("", FigureColor.Arm4, FillPattern.Rising, [10 - value], [])])], vertical: Axis.OfNames("", ["one"])), Blue);
        Assert.InRange(Length(6), 1.9 * Length(3), 2.1 * Length(3));
    }

    [Fact]
    public void Panels_of_names_are_as_high_as_their_names_need()
    {
        float Height(int names) => Pictures.Draw(SampleFigures.Figure("high", "", [], vertical: Axis.OfNames("", [.. Enumerable.Range(0, names).Select(i => $"p{i}")]))).Height;
        Assert.True(Height(2) < Height(10) && Height(10) < Height(30));
        Assert.Equal(36 * 20 * FigureRenderer.PixelScale, Height(30) - Height(10));
    }

    private static int Shaded(SpanLayer span) => Count(SampleFigures.Figure("span", "", [span]), Faint(SKColor.Parse(Orange)));

    /// <summary>The colour at the strength of a strip, 28 of 255, on white.</summary>
    private static string Faint(SKColor color)
    {
        int Mixed(byte channel) => (int)Math.Round(255 - (28 / 255.0 * (255 - channel)));
        return FormattableString.Invariant($"#{Mixed(color.Red):X2}{Mixed(color.Green):X2}{Mixed(color.Blue):X2}");
    }

    private static int Count(Figure figure, string hex)
    {
        using var picture = Pictures.Draw(figure with { Caption = "" });
        return Pictures.PixelsLike(picture, hex);
    }

    private static Figure Sample(string id) => ExperimentFigures.All.Single(figure => figure.Id == id);

    private static List<string> Texts(Figure figure) => [.. SvgTexts(figure).Select(text => text.Value.Trim())];

    private static IEnumerable<XElement> SvgTexts(Figure figure) =>
        XDocument.Parse(FigureRenderer.RenderSvg(figure)).Descendants().Where(element => element.Name.LocalName == "text");

    private static bool IsTurned(XElement text) => text.AncestorsAndSelf().Any(element => element.Attribute("transform")?.Value is { } transform
        && (transform.Contains("rotate", StringComparison.Ordinal) || transform.Contains("matrix", StringComparison.Ordinal)));

    /// <summary>Where a text stands, from the places of its letters; the last letter is about 7 wide.</summary>
    private static (string Text, double Left, double Right, double Baseline) Place(XElement text)
    {
        double[] Numbers(string name) =>
            [.. text.Attribute(name)!.Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
        var letters = Numbers("x");
        return (text.Value, letters[0], letters[^1] + 4, Numbers("y")[0]);
    }
}
