using System.Xml.Linq;

namespace ProgressionSim.Architecture.Tests.Layers;

/// <summary>What a project file says.</summary>
/// <param name="Name">Name without "ProgressionSim.".</param>
/// <param name="Folder">Top-level folder.</param>
/// <param name="AssemblyPath">Where the tests find the built assembly.</param>
/// <param name="Projects">Projects referenced, by short name.</param>
/// <param name="Packages">Packages referenced.</param>
/// <param name="Frameworks">Frameworks referenced besides .NET itself.</param>
/// <param name="Others">References to files, which no project needs.</param>
internal sealed record ProjectFile(string Name, string Folder, string AssemblyPath, string[] Projects, string[] Packages, string[] Frameworks, string[] Others)
{
    public const string Prefix = "ProgressionSim.";

    /// <summary>Gets every project of the repository.</summary>
    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. new[] { "src", "tests", "benchmarks" }.SelectMany(Repository.TextFiles).Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal)).Select(Parse)];

    /// <summary>Gets the projects of src.</summary>
    public static IReadOnlyList<ProjectFile> Sources { get; } = [.. All.Where(project => project.Folder == "src")];

    public static ProjectFile Parse(TextFile file)
    {
        var xml = XDocument.Parse(file.Text);
        var name = ShortName(file.Path);
        var assembly = xml.Descendants("AssemblyName").Select(element => element.Value).FirstOrDefault(Prefix + name);
        return new ProjectFile(
            name,
            file.Path.Split('/')[0],
            Path.Combine(AppContext.BaseDirectory, assembly + ".dll"),
            [.. Includes(xml, "ProjectReference").Select(ShortName)],
            [.. Includes(xml, "PackageReference")],
            [.. Includes(xml, "FrameworkReference")],
            [.. Includes(xml, "Reference")]);
    }

    /// <summary>The project's short name for an assembly name; null if the assembly is none of ours.</summary>
    public static string? OfAssembly(string assembly) =>
        Sources.FirstOrDefault(project => Path.GetFileNameWithoutExtension(project.AssemblyPath) == assembly)?.Name
        ?? (assembly.StartsWith(Prefix, StringComparison.Ordinal) ? assembly[Prefix.Length..] : null);

    public static IEnumerable<string> Includes(XDocument xml, string element) =>
        xml.Descendants(element).Select(item => (string?)item.Attribute("Include") ?? (string?)item.Attribute("Update") ?? "");

    private static string ShortName(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
    }
}
