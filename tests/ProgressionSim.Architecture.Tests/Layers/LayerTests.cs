using System.Xml.Linq;
using ProgressionSim.Architecture.Tests.Metadata;

namespace ProgressionSim.Architecture.Tests.Layers;

/// <summary>Invariant: references point down, seen in the project files and in the built assemblies.</summary>
public sealed class LayerTests
{
    private const string Rule = "References between projects point to lower layers, as the layer table says.";

    // Assemblies of .NET itself and of further frameworks, each in the folder FRAMEWORK/VERSION.
    private static readonly Dictionary<string, string> FrameworkOfAssembly = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Distinct(StringComparer.Ordinal)
        .Where(path => Path.GetDirectoryName(path) != AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), path => Directory.GetParent(path)!.Parent!.Name, StringComparer.Ordinal);

    private static readonly string DotNet = FrameworkOfAssembly["System.Private.CoreLib"];

    [Fact]
    public void Every_source_project_is_built_with_these_tests() => Offences.None(
        "These tests read built assemblies, so Architecture.Tests must reference every source project, directly or not.",
        ProjectFile.Sources.Where(project => !File.Exists(project.AssemblyPath)).Select(project => project.Name));

    [Fact]
    public void The_table_points_down() => Offences.None(Rule, LayerChecker.Table(LayerTable.Rules));

    [Fact]
    public void Project_files_obey_the_layers() => Offences.None(Rule, LayerChecker.Projects(
        LayerTable.Rules,
        ProjectFile.Sources.Select(project => project.Name),
        ProjectFile.Sources.SelectMany(project => project.Projects.Select(to => (project.Name, to, "ProjectReference")))));

    [Fact]
    public void Assemblies_obey_the_layers() => Offences.None(Rule, LayerChecker.Projects(
        LayerTable.Rules,
        ProjectFile.Sources.Select(project => project.Name),
        from project in ProjectFile.Sources
        from reference in AssemblyScan.Of(project).References
        let to = ProjectFile.OfAssembly(reference)
        where to is not null
        select (project.Name, to, "used by its code")));

    [Fact]
    public void Packages_are_allowed_ones() => Offences.None(
        "Each project names only packages from its list.",
        ProjectFile.All.SelectMany(project => LayerChecker.NotAllowed(project.Name, "package", project.Packages, AllowedPackages(project))));

    [Fact]
    public void Assemblies_of_packages_are_allowed_ones() => Offences.None(
        "Code uses only assemblies from its project's list, also when a package of another project brings them.",
        from project in ProjectFile.Sources
        where LayerTable.Rules.ContainsKey(project.Name)
        let foreign = AssemblyScan.Of(project).References.Where(name => ProjectFile.OfAssembly(name) is null && !IsOfAllowedFramework(name, LayerTable.Rules[project.Name]))
        from offence in LayerChecker.NotAllowed(project.Name, "assembly", foreign, LayerTable.Rules[project.Name].Assemblies)
        select offence);

    [Fact]
    public void Nothing_else_is_referenced() => Offences.None(
        "Projects reference projects and packages, and frameworks from their list; no files.",
        ProjectFile.All.SelectMany(project => project.Others.Select(other => $"{project.Name} -> {other}")
            .Concat(LayerChecker.NotAllowed(project.Name, "framework", project.Frameworks, AllowedFrameworks(project)))));

    [Fact]
    public void Every_project_gets_only_analyzers_and_the_test_framework() => Offences.None(
        "Directory.Build.props gives packages to every project, so it names only these.",
        LayerChecker.NotAllowed(
            "Directory.Build.props",
            "package",
            ProjectFile.Includes(XDocument.Parse(Repository.File("Directory.Build.props").Text), "PackageReference"),
            LayerTable.PackagesOfEveryProject));

    [Fact]
    public void Test_projects_use_only_what_their_project_may_use() => Offences.None(
        "X.Tests references X, what X may reference, and TestKit; a test project is named after a source project.",
        from project in ProjectFile.All
        where project.Folder == "tests" && project.Name is not ("TestKit" or "Architecture.Tests")
        let tested = project.Name.EndsWith(".Tests", StringComparison.Ordinal) ? project.Name[..^".Tests".Length] : project.Name
        from offence in LayerTable.Rules.TryGetValue(tested, out var rule)
            ? project.Projects.Where(to => to != tested && to != "TestKit" && !rule.Projects.Contains(to, StringComparer.Ordinal)).Select(to => $"{project.Name} -> {to}")
            : [$"{project.Name} tests no project of the layer table."]
        select offence);

    private static bool IsOfAllowedFramework(string assembly, LayerRule rule) =>
        FrameworkOfAssembly.TryGetValue(assembly, out var framework) && (framework == DotNet || rule.Frameworks.Contains(framework, StringComparer.Ordinal));

    private static string[] AllowedFrameworks(ProjectFile project) =>
        project.Folder == "src" && LayerTable.Rules.TryGetValue(project.Name, out var rule) ? rule.Frameworks : [];

    private static string[] AllowedPackages(ProjectFile project) => project.Folder == "src"
        ? LayerTable.Rules.TryGetValue(project.Name, out var rule) ? rule.Packages : []
        : LayerTable.PackagesOutsideSource.GetValueOrDefault(project.Name, []);
}
