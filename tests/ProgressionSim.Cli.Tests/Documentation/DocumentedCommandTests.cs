using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Cli.Tests.Documentation;

/// <summary>Every command line in the guides works, on a small cohort and with its results elsewhere.</summary>
public sealed class DocumentedCommandTests : IDisposable
{
    private const string ScenarioHeading = "| File | Question |";

    // What the guide writes where the reader puts a file of its table.
    private const string AnyScenario = "scenarios/FILE";

    private static readonly MarkdownFile Readme = new("README.md");

    private static readonly MarkdownFile Guide = new("scenarios/README.md");

    private static readonly MarkdownFile TrialGuide = new("scenarios/trials/README.md");

    private static readonly MarkdownFile TimingGuide = new("scenarios/timing/README.md");

    private static readonly MarkdownFile EvidenceGuide = new("scenarios/evidence/README.md");

    private static readonly MarkdownFile CaseGuide = new("scenarios/cases/README.md");

    private static readonly MarkdownFile TeachingGuide = new("scenarios/teaching/README.md");

    // What makes a command of each kind quick.
    private static readonly Dictionary<string, string[]> Quickly = new(StringComparer.Ordinal)
    {
        ["run"] = ["--patients", "60"],
        ["run --precision"] = ["--precision", "alive@12:0.1"],
        ["timing"] = ["--patients", "60"],
        ["sweep"] = ["--patients", "20", "--set", "sweep.axes[0].count=3", "--set", "sweep.axes[1].count=2"],
        ["sensitivity"] = ["--patients", "10", "--set", "sensitivity.basePoints=16"],
        ["uncertainty"] = ["--patients", "20", "--set", "patients=60", "--set", "uncertainty.outerReplicates=10"],
        ["evidence"] = ["--patients", "200", "--set", "evidence.draws=10", "--set", "evidence.patientsOfDraw=100"],
        ["calibrate"] = ["--patients", "100", "--set", "calibration.patientsOfPosterior=200", "--set", "calibration.generations=2", "--set", "calibration.candidates=4"],
        ["trial"] = ["--replicates", "40", "--set", "trial.patientBank=6000"],
        ["size"] = ["--precision", "0.3", "--set", "trial.patientBank=6000"],
        ["compare"] = ["--replicates", "40", "--set", "trial.patientBank=6000"],
    };

    // It ends when it is interrupted; the tests of the server start it.
    private const string Serves = "serve";

    private static readonly string[] WithGuide = ["trials/", "timing/", "evidence/", "calibration/", "cases/", "teaching/"];

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Commands => new(
        Readme.Commands.Concat(Guide.Commands).Concat(TrialGuide.Commands).Concat(TimingGuide.Commands).Concat(EvidenceGuide.Commands).Concat(CaseGuide.Commands).Concat(TeachingGuide.Commands)
            .Where(command => !string.Equals(command[0], Serves, StringComparison.Ordinal))
            .SelectMany(command => command.Contains(AnyScenario, StringComparer.Ordinal)
                ? Guide.Cells(ScenarioHeading, 0).Where(HasNoGuide).Select(file => command.Select(word => word == AnyScenario ? "scenarios/" + file : word))
                : [command])
            .Select(command => string.Join(' ', command))
            .Distinct(StringComparer.Ordinal));

    public static TheoryData<string> Changes => new(Readme.Changes.Concat(Guide.Changes).Concat(TimingGuide.Changes).Distinct(StringComparer.Ordinal));

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
        var writes = Quickly.TryGetValue(words[0] == "run" && words.Contains("--precision", StringComparer.Ordinal) ? "run --precision" : words[0], out var quick);
        if (writes)
        {
            // An option that stands there already would be refused a second time, so it is replaced.
            foreach (var option in (string[])["--out", quick![0]])
            {
                if (words.IndexOf(option) is >= 0 and var place)
                {
                    words.RemoveRange(place, 2);
                }
            }

            words.AddRange([.. quick!, "--out", folder.At("out")]);
            if (words[0] == "timing" && ScenarioLoader.Load(Checkout.At(words[1]), []).Experiments.Uncertainty is not null)
            {
                words.AddRange(["--set", "uncertainty.outerReplicates=10", "--set", "uncertainty.patients=10"]);
            }
        }

        RunningProgram.Run(Checkout.Root, [.. words]).Succeeded();
        Assert.Equal(writes, File.Exists(folder.At("out/report.html")));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    [Trait("Evidence", "Exact")]
    public void A_suggested_change_is_accepted(string change) => RunningProgram.Run(Checkout.Root, "validate", change.Split('.')[0] switch
    {
        "timing" or "uncertainty" => "scenarios/timing/fus-juvenile.json",
        "sweep" => "scenarios/timing/knockdown-by-start.json",
        "sensitivity" => "scenarios/timing/what-matters.json",
        _ => "scenarios/early-vs-late.json",
    },
    "--set",
    change).Succeeded();

    // Those that have are run by its commands.
    private static bool HasNoGuide(string file) => !Array.Exists(WithGuide, folder => file.StartsWith(folder, StringComparison.Ordinal));
}
