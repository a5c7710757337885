using ProgressionSim.Architecture.Tests.Layers;
using ProgressionSim.Architecture.Tests.Metadata;

namespace ProgressionSim.Architecture.Tests.Bans;

/// <summary>Invariant: results depend on the scenario and the seed alone.</summary>
public sealed class BanTests
{
    [Theory]
    [InlineData("T:System.Random")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    public void The_analyzer_bans(string symbol) =>
        Assert.Contains(Repository.File("BannedSymbols.txt").Lines, line => line.StartsWith(symbol + ";", StringComparison.Ordinal));

    [Fact]
    public void The_analyzer_reads_the_bans_in_every_project()
    {
        var props = Repository.File("Directory.Build.props").Text;
        Assert.Contains("<PackageReference Include=\"Microsoft.CodeAnalysis.BannedApiAnalyzers\"", props, StringComparison.Ordinal);
        Assert.Contains("<AdditionalFiles Include=\"$(MSBuildThisFileDirectory)BannedSymbols.txt\"", props, StringComparison.Ordinal);
        Offences.None(
            "No source or project file switches the bans off.",
            Repository.TextFiles("src").Where(file => file.Text.Contains("RS0030", StringComparison.Ordinal)).Select(file => file.Path));
    }

    [Fact]
    public void Randomness_identity_and_time_arrive_as_arguments() => Offences.None(
        "No source uses ambient randomness, identity or time, also where the analyzer is switched off.",
        ProjectFile.Sources.SelectMany(project => BannedMembers.AmbientState(AssemblyScan.Of(project).Members)));

    [Theory]
    [InlineData("Model")]
    [InlineData("Engine")]
    public void Arithmetic_is_the_same_on_every_platform(string name) => Offences.None(
        $"{name} uses only arithmetic that IEEE 754 fixes to the last bit; LaneMath and PortableMath have the rest.",
        BannedMembers.InexactMath(AssemblyScan.Of(ProjectFile.Sources.Single(project => project.Name == name)).Members));
}
