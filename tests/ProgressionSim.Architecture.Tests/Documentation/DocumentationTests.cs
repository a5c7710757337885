using System.Xml.Linq;
using ProgressionSim.Architecture.Tests.Layers;

namespace ProgressionSim.Architecture.Tests.Documentation;

/// <summary>Invariant: the compiler's rule that public members are documented is on, and the words are there.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void Every_assembly_has_its_documentation() => Offences.None(
        "Each source project writes its documentation file.",
        ProjectFile.Sources.Where(project => !File.Exists(PathOf(project))).Select(project => project.Name));

    [Fact]
    public void No_documentation_is_empty() => Offences.None(
        "Summaries and the parts beside them say something.",
        ProjectFile.Sources.Where(project => File.Exists(PathOf(project))).SelectMany(project => DocumentationFile.EmptyParts(project.Name, XDocument.Load(PathOf(project)))));

    [Fact]
    public void The_compiler_demands_documentation_everywhere() => Offences.None(
        "No source or project file silences CS1591.",
        Repository.TextFiles("src").Where(file => file.Text.Contains("CS1591", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void Missing_words_are_found()
    {
        var xml = XDocument.Parse("""
            <doc><members>
              <member name="T:A"><summary>Words.</summary></member>
              <member name="T:B"><summary> </summary></member>
              <member name="M:C"><param name="x" /></member>
              <member name="M:D"><inheritdoc /></member>
              <member name="M:E"><summary><see cref="T:A" /></summary></member>
            </members></doc>
            """);
        Assert.Equal(
            ["P: T:B: empty summary.", "P: M:C: neither summary nor inheritdoc.", "P: M:C: empty param of x."],
            DocumentationFile.EmptyParts("P", xml),
            StringComparer.Ordinal);
    }

    private static string PathOf(ProjectFile project) => Path.ChangeExtension(project.AssemblyPath, ".xml");
}
