namespace ProgressionSim.Architecture.Tests.Layers;

/// <summary>Exact: made-up projects that the layer checker must accept or refuse.</summary>
public sealed class LayerCheckerTests
{
    private static readonly Dictionary<string, LayerRule> Rules = new(StringComparer.Ordinal)
    {
        ["Low"] = new(0, [], [], []),
        ["LowToo"] = new(0, [], [], []),
        ["High"] = new(1, ["Low"], ["Good"], []),
    };

    [Fact]
    public void References_in_the_table_pass() => Assert.Empty(LayerChecker.Projects(Rules, Rules.Keys, [("High", "Low", "here")]));

    [Fact]
    public void Every_offending_pair_is_listed()
    {
        var offences = LayerChecker.Projects(Rules, Rules.Keys, [("Low", "High", "a"), ("Low", "LowToo", "b"), ("High", "LowToo", "c"), ("High", "Low", "d")]);
        Assert.Equal(
            [
                "Low -> High (a): layers 0 -> 1, not in its row.",
                "Low -> LowToo (b): both are of layer 0.",
                "High -> LowToo (c): layers 1 -> 0, not in its row.",
            ],
            offences,
            StringComparer.Ordinal);
    }

    [Fact]
    public void Unknown_projects_are_named()
    {
        var offences = LayerChecker.Projects(Rules, ["Low", "New"], [("High", "New", "here")]);
        Assert.Equal(["New is not in the layer table: give it a row in LayerTable.cs.", "High -> New (here): New is not in the layer table."], offences, StringComparer.Ordinal);
    }

    [Fact]
    public void A_table_that_points_up_sideways_or_nowhere_is_refused()
    {
        var table = new Dictionary<string, LayerRule>(StringComparer.Ordinal)
        {
            ["A"] = new(0, ["B", "Nobody"], [], []),
            ["B"] = new(1, ["A", "C"], [], []),
            ["C"] = new(1, [], [], []),
        };
        Assert.Equal(3, LayerChecker.Table(table).Count());
    }

    [Fact]
    public void Packages_outside_the_list_are_named() =>
        Assert.Equal("High uses package Bad, which its list in LayerTable.cs does not allow.", Assert.Single(LayerChecker.NotAllowed("High", "package", ["Good", "Bad"], ["Good"])));

    [Fact]
    public void Project_files_are_read()
    {
        const string xml = """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><AssemblyName>tool</AssemblyName></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="P" />
                <Reference Include="F" />
                <FrameworkReference Include="W" />
                <ProjectReference Include="..\ProgressionSim.Low\ProgressionSim.Low.csproj" />
              </ItemGroup>
            </Project>
            """;
        var project = ProjectFile.Parse(new TextFile("src/ProgressionSim.High/ProgressionSim.High.csproj", xml));
        Assert.Equal(("High", "src", "tool.dll"), (project.Name, project.Folder, Path.GetFileName(project.AssemblyPath)));
        Assert.Equal(["Low", "P", "W", "F"], [.. project.Projects, .. project.Packages, .. project.Frameworks, .. project.Others], StringComparer.Ordinal);
    }
}
