using ProgressionSim.Cli.Errors;
using ProgressionSim.Cli.Serve;

namespace ProgressionSim.Cli.Tests.Serve;

/// <summary>Where the page is looked for. Exact.</summary>
public sealed class PageFolderTests : IDisposable
{
    private const string Published = "src/ProgressionSim.Web/bin/Release/net10.0/publish/wwwroot";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_folder_asked_for_comes_first_then_that_beside_the_program_then_the_published_one()
    {
        var program = Directory.CreateDirectory(folder.At("src/Program/bin")).FullName;
        File.WriteAllText(folder.At("ProgressionSim.sln"), "");
        foreach (var page in (string[])["mine", "src/Program/bin/web", Published])
        {
            Directory.CreateDirectory(folder.At(page));
            File.WriteAllText(folder.At(page + "/index.html"), "");
        }

        Assert.Equal(folder.At("mine"), PageFolder.Find(folder.At("mine"), program));
        Assert.Equal(Path.Combine(program, "web"), PageFolder.Find(null, program));
        File.Delete(folder.At("src/Program/bin/web/index.html"));
        Assert.Equal(Path.GetFullPath(folder.At(Published)), Path.GetFullPath(PageFolder.Find(null, program)));
        File.Delete(folder.At(Published + "/index.html"));
        Assert.Equal(
            "The teaching page is not there; nothing is served.\n   In the source tree, \"dotnet publish -c Release src/ProgressionSim.Web\" makes the page; --page FOLDER serves one that is elsewhere.",
            Assert.Throws<UserErrorException>(() => PageFolder.Find(null, program)).Message);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_folder_asked_for_is_not_replaced_by_another() => Assert.Equal(
        "--page none has no index.html; nothing is served.\n   In the source tree, \"dotnet publish -c Release src/ProgressionSim.Web\" makes the page; --page FOLDER serves one that is elsewhere.",
        Assert.Throws<UserErrorException>(() => PageFolder.Find("none", folder.FullPath)).Message);

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Outside_a_source_tree_there_is_none() => Assert.Throws<UserErrorException>(() => PageFolder.Find(null, folder.FullPath));
}
