using ProgressionSim.Architecture.Tests.Layers;
using ProgressionSim.Architecture.Tests.Metadata;

namespace ProgressionSim.Architecture.Tests.Folders;

/// <summary>Invariant: within a project, folders use each other in one direction only.</summary>
public sealed class FolderTests
{
    public static TheoryData<string> Projects => [.. ProjectFile.Sources.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_form_no_loop(string name)
    {
        var project = ProjectFile.Sources.Single(each => each.Name == name);
        var root = ProjectFile.Prefix + name;
        var metadata = FolderDependencies.InMetadata(root, AssemblyScan.Of(project).Types);
        var text = FolderDependencies.InText(root, Repository.Sources($"src/{root}"));
        Offences.None($"Folders of {name} form no loop.", LoopFinder.Loops(metadata.Concat(text)));
    }

    /// <summary>An oracle for both readers: what a person finds in the Engine by looking.</summary>
    [Fact]
    public void Known_dependencies_are_seen()
    {
        const string root = "ProgressionSim.Engine";
        var engine = ProjectFile.Sources.Single(project => project.Name == "Engine");
        var metadata = FolderDependencies.InMetadata(root, AssemblyScan.Of(engine).Types).Select(seen => (seen.From, seen.To)).ToHashSet();
        var text = FolderDependencies.InText(root, Repository.Sources("src/" + root)).Select(seen => (seen.From, seen.To)).ToHashSet();
        Assert.Contains(("Running", "Population"), metadata);
        Assert.Contains(("Population", "Sampling"), metadata);
        Assert.Contains(("Running", "Population"), text);
        Assert.Contains(("Population", "Sampling"), text);
    }
}
