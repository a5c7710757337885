using System.Xml.Linq;

namespace ProgressionSim.Reporting.Html;

/// <summary>Small building blocks of pages. Text becomes text nodes and attribute values, so it is always escaped.</summary>
internal static class Markup
{
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal) { "meta", "img", "br", "col" };

    /// <summary>An element of the page with content: text, attributes, elements or sequences of them.</summary>
    public static XElement Element(string name, params object?[] content) => new(Xhtml + name, Cleaned(content));

    /// <summary>An attribute.</summary>
    public static XAttribute Attribute(string name, string value) => new(name, XmlText.Clean(value));

    /// <summary>A class attribute.</summary>
    public static XAttribute Class(string value) => new("class", value);

    /// <summary>A section with an anchor and a heading.</summary>
    public static XElement Section(string id, string heading, params object?[] content) => Element(
        "section",
        Attribute("id", id),
        Attribute("aria-labelledby", id + "-heading"),
        Element("h2", Attribute("id", id + "-heading"), heading),
        content);

    /// <summary>A table that scrolls sideways on its own when the screen is narrow.</summary>
    /// <param name="caption">Caption.</param>
    /// <param name="columns">Column headings.</param>
    /// <param name="rows">Rows of cells: text, or elements to go inside the cell. The first cell heads its row.</param>
    public static XElement Table(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<object>> rows) =>
        Element(
            "div",
            Class("scroll"),
            Attribute("tabindex", "0"),
            Attribute("role", "region"),
            Attribute("aria-label", caption),
            Element(
                "table",
                Element("caption", caption),
                Element("thead", Element("tr", columns.Select(column => Element("th", Attribute("scope", "col"), column)))),
                Element("tbody", rows.Select(Row))));

    /// <summary>The finished page. Elements that may be empty get an end tag of their own, as HTML asks.</summary>
    public static string Document(XElement page)
    {
        foreach (var element in page.DescendantsAndSelf().Where(element => element.IsEmpty && !Void.Contains(element.Name.LocalName)))
        {
            element.Value = "";
        }

        return "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static XElement Row(IReadOnlyList<object> cells) => Element("tr", cells.Select((cell, i) => i == 0
        ? Element("th", Attribute("scope", "row"), cell)
        : Element("td", IsNumber(cell) ? Class("number") : null, cell)));

    /// <summary>Cells that begin with a number get digits of one width, so that columns compare.</summary>
    private static bool IsNumber(object cell) =>
        cell is string { Length: > 0 and < 40 } text
        && (char.IsAsciiDigit(text[0]) || (text.Length > 1 && text[0] is '+' or '-' or '\u2212' && char.IsAsciiDigit(text[1])));

    private static object?[] Cleaned(object?[] content) => Array.ConvertAll(content, item => item switch
    {
        string text => XmlText.Clean(text),
        object?[] nested => Cleaned(nested),
        _ => item,
    });
}
