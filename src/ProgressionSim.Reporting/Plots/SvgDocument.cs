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
        }

        Rename(root, figure.Id);
        root.AddFirst(new XElement(Svg + "title", XmlText.Clean(figure.Title)), new XElement(Svg + "desc", XmlText.Clean(figure.AlternativeText)));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>
    /// Names the inner definitions after the figure, in order of appearance: several figures can stand in one page, and the same figure gives the same
    /// text although the drawing library counts its names on through the whole process.
    /// </summary>
    private static void Rename(XElement root, string figureId)
    {
        var names = root.Descendants()
            .Select(element => element.Attribute("id")?.Value)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select((old, i) => (old, New: string.Create(CultureInfo.InvariantCulture, $"{figureId}-{i + 1}")))
            .ToDictionary(name => name.old, name => name.New, StringComparer.Ordinal);
        foreach (var attribute in root.Descendants().Attributes())
        {
            attribute.Value = attribute.Name.LocalName switch
            {
                "id" => names[attribute.Value],
                "href" when attribute.Value.StartsWith('#') && names.TryGetValue(attribute.Value[1..], out var target) => "#" + target,
                _ when attribute.Value.StartsWith("url(#", StringComparison.Ordinal) && names.TryGetValue(attribute.Value[5..^1], out var target) => $"url(#{target})",
                _ => attribute.Value,
            };
        }
    }
}
