using System.Buffers.Binary;
using System.Globalization;
using System.Xml.Linq;
using ProgressionSim.Reporting.Plots;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.PlotData;
using static ProgressionSim.Reporting.Html.Markup;

namespace ProgressionSim.Reporting.Html;

/// <summary>Turns the content of a report into one page that needs no other file, no network and no script.</summary>
/// <remarks>
/// The page is well-formed XML as well as HTML. Figures are embedded as PNG rather than SVG: they look the same on every machine, whatever fonts
/// it has, and hundreds of single-patient lines do not slow the page. Their titles and captions are text of the page. Pure, so thread-safe.
/// </remarks>
public static class ReportPage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private const string Disclaimer =
        "ProgressionSim is a tool for research and teaching. This page shows what follows from a model and its stated assumptions; "
        + "it is not medical advice and makes no claim that any treatment works.";

    /// <summary>The page, with figures drawn by <see cref="FigureRenderer"/>.</summary>
    /// <param name="content">What the page shows.</param>
    /// <returns>The document, to be saved as UTF-8.</returns>
    public static string Render(ReportContent content) => Render(content, figure => FigureRenderer.RenderPng(figure, FigureFraming.PanelsOnly));

    /// <summary>The page, with figures from the caller.</summary>
    /// <param name="content">What the page shows.</param>
    /// <param name="renderPng">Gives the PNG bytes of a figure, best without title and caption; called once a figure, in order.</param>
    /// <returns>The document, to be saved as UTF-8.</returns>
    public static string Render(ReportContent content, Func<Figure, byte[]> renderPng)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(renderPng);
        return Document(Element("html", Attribute("lang", "en"), Head(content), Element("body", Header(content), Main(content, renderPng), Footer())));
    }

    private static XElement Head(ReportContent content) => Element(
        "head",
        Element("meta", Attribute("charset", "utf-8")),
        Element("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")),
        Element("meta", Attribute("name", "color-scheme"), Attribute("content", "light dark")),
        Element("meta", Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", Policy)),
        Element("title", content.Title),
        Element("style", Style()));

    private static XElement Header(ReportContent content) => Element(
        "header",
        Element("p", Class("kicker"), "ProgressionSim report"),
        Element("h1", content.Title),
        Element("p", Class("question"), content.Question));

    private static XElement Main(ReportContent content, Func<Figure, byte[]> renderPng) => Element(
        "main",
        Element(
            "section",
            Class("answer"),
            Attribute("aria-labelledby", "answer-heading"),
            Element("h2", Attribute("id", "answer-heading"), "Answer"),
            Element("p", content.Answer),
            content.Findings.Count == 0 ? null : Element("ul", content.Findings.Select(finding => Element("li", finding)))),
        content.Cautions.Count == 0
            ? null
            : Element(
                "section",
                Class("cautions"),
                Attribute("aria-labelledby", "cautions-heading"),
                Element("h2", Attribute("id", "cautions-heading"), "Before you use this answer"),
                Element("ul", content.Cautions.Select(caution => Element("li", caution)))),
        content.Figures.Count == 0 ? null : Section("figures", "Figures", content.Figures.Select(figure => FigureBlock(figure, renderPng(figure)))),
        content.Tables.Count == 0 ? null : Section("tables", "Tables", content.Tables.Select(TableBlock)),
        content.Assumptions.Count == 0 ? null : Section("assumptions", "Assumptions and sources", AssumptionTable.Render(content.Assumptions)),
        content.Manifest.Count == 0
            ? null
            : Section("manifest", "How to repeat this run", ManifestTable(content)));

    private static XElement FigureBlock(Figure figure, byte[] png)
    {
        var (width, height) = PngSize(png);
        return Element(
            "figure",
            Attribute("id", "figure-" + figure.Id),
            Element("h3", figure.Title),
            Element(
                "div",
                Class("card scroll"),
                Attribute("tabindex", "0"),
                Attribute("role", "region"),
                Attribute("aria-label", figure.Title),
                Element(
                    "img",
                    Attribute("src", "data:image/png;base64," + Convert.ToBase64String(png)),
                    Attribute("width", width),
                    Attribute("height", height),
                    Attribute("style", $"--legible: calc({width}px * 0.72)"),
                    Attribute("alt", figure.AlternativeText))),
            Element("figcaption", figure.Caption));
    }

    private static XElement[] TableBlock(ReportTable table) =>
    [
        Table(table.Title, table.Columns, table.Rows),
        .. table.Note.Length == 0 ? Array.Empty<XElement>() : [Element("p", Class("note"), table.Note)],
    ];

    private static XElement ManifestTable(ReportContent content) =>
        Table("Run manifest", ["Item", "Value"], content.Manifest.Select(entry => new object[] { entry.Key, Element("code", entry.Value) }));

    private static XElement Footer() => Element("footer", Element("p", Disclaimer));

    /// <summary>Width and height in logical pixels, which browsers need to keep the place free; from the header that starts every PNG.</summary>
    private static (string Width, string Height) PngSize(byte[] png)
    {
        if (png.Length < 24)
        {
            throw new ArgumentException("The renderer returned no PNG.", nameof(png));
        }

        return (Logical(png.AsSpan(16, 4)), Logical(png.AsSpan(20, 4)));

        static string Logical(ReadOnlySpan<byte> bytes) =>
            (BinaryPrimitives.ReadInt32BigEndian(bytes) / FigureRenderer.PixelScale).ToString(CultureInfo.InvariantCulture);
    }

    private static string Style()
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The style sheet is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
