using System.Text;
using System.Xml.Linq;
using ProgressionSim.Reporting.Html;
using ProgressionSim.Summaries.Answers;

namespace ProgressionSim.Reporting.Tests.Html;

/// <summary>Exact: the page is complete, closed in itself and safe whatever a scenario says.</summary>
public sealed class ReportPageTests
{
    private static readonly Lazy<string> Page = new(() => ReportPage.Render(SampleReport.Create()));

    /// <summary>A picture of one pixel, enough for tests that do not look at figures.</summary>
    private static readonly byte[] Pixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public void Everything_in_the_content_is_on_the_page()
    {
        var content = SampleReport.Create();
        var text = Parse(Page.Value).Value;
        List<string> expected = [content.Title, content.Question, content.Answer, .. content.Findings, .. content.Cautions];
        expected.AddRange(content.Figures.SelectMany(figure => new[] { figure.Title, figure.Caption }));
        expected.AddRange(content.Tables.SelectMany(table => new[] { table.Title, table.Note }.Concat(table.Columns).Concat(table.Rows.SelectMany(row => row))));
        expected.AddRange(content.Assumptions.SelectMany(a => new[] { a.Path, a.Value, a.Unit, a.Meaning, a.Source, a.Confidence.ToString() }));
        expected.AddRange(content.Manifest.SelectMany(entry => new[] { entry.Key, entry.Value }));
        Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Contains("not medical advice", text, StringComparison.Ordinal);
        Assert.Contains("no claim that any treatment works", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_asks_nothing_of_the_network_and_runs_no_script()
    {
        var root = Parse(Page.Value);
        string[] asking = ["src", "href", "srcset", "action", "data", "poster"];
        var requests = root.DescendantsAndSelf().Attributes().Where(attribute => asking.Contains(attribute.Name.LocalName, StringComparer.Ordinal)).ToList();
        Assert.NotEmpty(requests);
        Assert.All(requests, attribute => Assert.StartsWith("data:image/png;base64,", attribute.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(root.Descendants(), element => element.Name.LocalName is "script" or "link" or "iframe" or "object");
        var style = root.Descendants().Single(element => element.Name.LocalName == "style").Value;
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        Assert.Equal(-1, style.AsSpan().IndexOfAny('<', '>', '&'));
        Assert.True(Encoding.UTF8.GetByteCount(Page.Value) < 6_000_000);
    }

    [Fact]
    public void Figures_have_alternative_texts_and_tables_have_headers()
    {
        var root = Parse(Page.Value);
        var pictures = root.Descendants().Where(element => element.Name.LocalName == "img").ToList();
        Assert.Equal(SampleFigures.All.Select(figure => figure.AlternativeText), pictures.Select(picture => picture.Attribute("alt")?.Value), StringComparer.Ordinal);
        Assert.Equal("800", pictures[0].Attribute("width")?.Value);
        Assert.All(root.Descendants().Where(element => element.Name.LocalName == "table"), table =>
        {
            Assert.Single(table.Elements(), element => element.Name.LocalName == "caption");
            var columns = table.Descendants().Count(element => element.Name.LocalName == "th" && element.Attribute("scope")?.Value == "col");
            var rows = table.Descendants().Where(element => element.Name.LocalName == "tbody").Elements().ToList();
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal(columns, row.Elements().Count()));
        });
    }

    [Fact]
    public void Text_is_escaped_wherever_it_stands()
    {
        const string Attack = "<script>alert('x')</script> \"quoted\" & more\u0000\ud800";
        var sample = SampleReport.Create();
        var content = sample with
        {
            Title = Attack,
            Question = Attack,
            Answer = Attack,
            Cautions = [Attack],
            Figures = [sample.Figures[0] with { Title = Attack, Caption = Attack, AlternativeText = Attack }],
            Tables = [new ReportTable(Attack, [Attack], [[Attack]], Attack)],
            Assumptions = [sample.Assumptions[0] with { Path = Attack, Value = Attack, Unit = Attack, Meaning = Attack, Source = Attack }],
            Manifest = [new(Attack, Attack)],
        };
        var page = ReportPage.Render(content, _ => Pixel);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert('x')&lt;/script&gt; \"quoted\" &amp; more", page, StringComparison.Ordinal);
        Assert.Contains("alert('x')", Parse(page).Descendants().Single(element => element.Name.LocalName == "img").Attribute("alt")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_without_figures_or_tables_leaves_their_sections_out()
    {
        var page = ReportPage.Render(SampleReport.Create() with { Cautions = [], Figures = [], Tables = [], Assumptions = [], Manifest = [] });
        Assert.Equal(["Answer"], Parse(page).Descendants().Where(element => element.Name.LocalName == "h2").Select(heading => heading.Value), StringComparer.Ordinal);
    }

    [Fact]
    public void Empty_cells_have_end_tags_of_their_own()
    {
        var content = SampleReport.Create() with { Figures = [], Tables = [new ReportTable("T", ["A", "B"], [["x", ""]], "")], Question = "" };
        Assert.Contains("<td></td>", ReportPage.Render(content), StringComparison.Ordinal);
        Assert.Contains("<p class=\"question\"></p>", ReportPage.Render(content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renderer_that_gives_no_picture_is_refused() => Assert.Throws<ArgumentException>(() => ReportPage.Render(SampleReport.Create(), _ => []));

    [Fact]
    public void The_page_is_the_same_each_time() => Assert.Equal(Page.Value, ReportPage.Render(SampleReport.Create()));

    private static XElement Parse(string page)
    {
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        return XDocument.Parse(page).Root!;
    }
}
