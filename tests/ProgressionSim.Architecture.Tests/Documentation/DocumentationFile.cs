using System.Xml.Linq;

namespace ProgressionSim.Architecture.Tests.Documentation;

/// <summary>Judges the XML documentation the compiler writes beside an assembly.</summary>
internal static class DocumentationFile
{
    /// <summary>Members whose words are missing.</summary>
    /// <param name="project">Name of the project.</param>
    /// <param name="xml">The file.</param>
    public static IEnumerable<string> EmptyParts(string project, XDocument xml) =>
        from member in xml.Descendants("member")
        from offence in EmptyParts(member)
        select $"{project}: {(string?)member.Attribute("name")}: {offence}";

    private static IEnumerable<string> EmptyParts(XElement member)
    {
        if (member.Element("summary") is null && member.Element("inheritdoc") is null)
        {
            yield return "neither summary nor inheritdoc.";
        }

        foreach (var part in member.Elements().Where(part => part.Name.LocalName is "summary" or "param" or "typeparam" or "returns" or "remarks" or "exception"))
        {
            if (string.IsNullOrWhiteSpace(part.Value) && !part.HasElements)
            {
                var of = (string?)part.Attribute("name") ?? (string?)part.Attribute("cref");
                yield return $"empty {part.Name.LocalName}{(of is null ? "" : " of " + of)}.";
            }
        }
    }
}
