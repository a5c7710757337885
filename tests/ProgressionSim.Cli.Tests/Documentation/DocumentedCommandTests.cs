namespace ProgressionSim.Cli.Tests.Documentation;

/// <summary>Every command line in the guides works, on a small cohort and with its results elsewhere.</summary>
public sealed class DocumentedCommandTests : IDisposable
{
    private const string ScenarioHeading = "| File | Question |";

    // What the guide writes where the reader puts a file of its table.
    private const string AnyScenario = "scenarios/FILE";

    private static readonly MarkdownFile Readme = new("README.md");

    private static readonly MarkdownFile Guide = new("scenarios/README.md");

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Commands => new(
        Readme.Commands.Concat(Guide.Commands)
            .SelectMany(command => command.Contains(AnyScenario, StringComparer.Ordinal)
                ? Guide.Cells(ScenarioHeading, 0).Select(file => command.Select(word => word == AnyScenario ? "scenarios/" + file : word))
                : [command])
            .Select(command => string.Join(' ', command))
            .Distinct(StringComparer.Ordinal));

    public static TheoryData<string> Changes => new(Readme.Changes.Concat(Guide.Changes).Distinct(StringComparer.Ordinal));

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_guides_show_commands()
    {
        Assert.Contains("run scenarios/early-vs-late.json", Readme.Commands.Select(words => string.Join(' ', words)), StringComparer.Ordinal);
        Assert.Contains("run scenarios/FILE", Guide.Commands.Select(words => string.Join(' ', words)), StringComparer.Ordinal);
        Assert.True(Commands.Count > 4, "The first change and each scenario are run too.");
        Assert.True(Changes.Count > 3, "Changes are suggested.");
        Assert.Equal(Checkout.Scenarios, Guide.Cells(ScenarioHeading, 0).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    [Trait("Evidence", "Exact")]
    public void A_command_works(string line)
    {
        var words = line.Split(' ').ToList();
        if (words[0] == "run")
        {
            var output = words.IndexOf("--out");
            if (output >= 0)
            {
                words.RemoveRange(output, 2);
            }

            // The later of two --patients would be refused, so one that is written there is replaced.
            var patients = words.IndexOf("--patients");
            if (patients >= 0)
            {
                words.RemoveRange(patients, 2);
            }

            words.AddRange(["--patients", "60", "--out", folder.At("out")]);
        }

        RunningProgram.Run(Checkout.Root, [.. words]).Succeeded();
        Assert.Equal(words[0] == "run", File.Exists(folder.At("out/report.html")));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    [Trait("Evidence", "Exact")]
    public void A_suggested_change_is_accepted(string change) =>
        RunningProgram.Run(Checkout.Root, "validate", "scenarios/early-vs-late.json", "--set", change).Succeeded();
}
