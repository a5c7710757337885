using System.Text;
using System.Xml;

namespace ProgressionSim.Reporting;

/// <summary>Makes any text fit for XML.</summary>
internal static class XmlText
{
    /// <summary>The text without characters that XML forbids (control characters, halves of pairs).</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text, i++, 2);
            }
        }

        return clean.ToString();
    }
}
