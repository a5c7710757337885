namespace ProgressionSim.Cli.Tests.Documentation;

/// <summary>What the guides point at is there.</summary>
public sealed class DocumentedPathTests
{
    private static readonly MarkdownFile Readme = new("README.md");

    private static readonly MarkdownFile Guide = new("scenarios/README.md");

    private static readonly MarkdownFile TimingGuide = new("scenarios/timing/README.md");

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_station_of_the_code_layout_exists()
    {
        var stations = Readme.Cells("| Station | Where |", 1);
        Assert.True(stations.Count > 5, "The table of stations was found.");
        Assert.Empty(Missing(stations));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_path_between_backticks_exists() => Assert.Empty(Missing(Readme.NamedPaths.Concat(Guide.NamedPaths).Concat(TimingGuide.NamedPaths)));

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_local_link_and_picture_exists()
    {
        var links = Readme.LocalLinks.Concat(Guide.LocalLinks).Concat(TimingGuide.LocalLinks).ToList();
        Assert.NotEmpty(links);
        Assert.Empty(Missing(links));
    }

    private static string[] Missing(IEnumerable<string> paths) =>
        [.. paths.Distinct(StringComparer.Ordinal).Where(path => !File.Exists(Checkout.At(path)) && !Directory.Exists(Checkout.At(path)))];
}
