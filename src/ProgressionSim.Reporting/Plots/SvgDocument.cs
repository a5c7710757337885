using System.Globalization;
using System.Xml.Linq;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Reporting.Plots;

/// <summary>Completes the SVG that the drawing library writes: font fallbacks, a view box, words for those who cannot see it, names of its own.</summary>
internal static class SvgDocument
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The finished document.</summary>
    public static string Finish(string raw, Figure figure, FigureLayout layout)
    {
        var root = XDocument.Parse(raw, LoadOptions.PreserveWhitespace).Root ?? throw new InvalidOperationException("The drawing library wrote no SVG.");
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {layout.Width} {layout.Height}"));
        root.SetAttributeValue("role", "img");
        foreach (var element in root.Descendants())
        {
            if (element.Attribute("font-family") is { } family)
            {
                family.Value = EmbeddedFonts.FamilyList;
            }

            foreach (var attribute in element.Attributes())
            {
                attribute.Value = Renamed(attribute, figure.Id);
            }
        }

        root.AddFirst(new XElement(Svg + "title", XmlText.Clean(figure.Title)), new XElement(Svg + "desc", XmlText.Clean(figure.AlternativeText)));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Puts the figure's name before names inside it, so that several figures can stand in one page.</summary>
    private static string Renamed(XAttribute attribute, string figureId) => attribute.Name.LocalName switch
    {
        "id" => figureId + "-" + attribute.Value,
        "href" => attribute.Value.Replace("#", "#" + figureId + "-", StringComparison.Ordinal),
        _ => attribute.Value.Replace("url(#", "url(#" + figureId + "-", StringComparison.Ordinal),
    };
}
