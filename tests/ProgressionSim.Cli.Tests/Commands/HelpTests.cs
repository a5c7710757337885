using System.Reflection;

namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>Help has examples, and the examples work.</summary>
public sealed class HelpTests : IDisposable
{
    private static readonly string[] Computing = ["run", "timing", "sweep", "sensitivity", "uncertainty", "evidence", "calibrate", "trial", "size", "compare"];

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, string[]> Examples => new()
    {
        {
            "",
            [
                "progsim scenarios",
                "progsim run scenarios/early-vs-late.json",
                "progsim timing scenarios/timing/fus-juvenile.json",
                "progsim trial scenarios/trials/general-als-slope.json",
                "progsim run --help",
            ]
        },
        {
            "run",
            [
                "progsim run scenarios/early-vs-late.json",
                "progsim run early-vs-late --patients 2000 --out results/quick",
                "progsim run early-vs-late --set arms[late].start.offsetMonths=6 --format json",
                "progsim run early-vs-late --precision alsfrsTotal@36:0.2,alive@24:0.01",
            ]
        },
        {
            "timing",
            [
                "progsim timing scenarios/timing/fus-juvenile.json",
                "progsim timing timing/biomarker-triggers --patients 2000 --out results/quick",
                "progsim timing timing/compensation-on timing/compensation-off",
            ]
        },
        { "sweep", ["progsim sweep scenarios/timing/knockdown-by-start.json", "progsim sweep timing/knockdown-by-start --patients 500"] },
        {
            "sensitivity",
            ["progsim sensitivity scenarios/timing/what-matters.json", "progsim sensitivity timing/what-matters --set sensitivity.basePoints=128"]
        },
        {
            "uncertainty",
            ["progsim uncertainty scenarios/timing/fus-juvenile.json", "progsim uncertainty timing/fus-juvenile --set uncertainty.outerReplicates=50"]
        },
        { "evidence", ["progsim evidence scenarios/evidence/general-als.json", "progsim evidence cases/case-series-12 --out results/series"] },
        {
            "calibrate",
            ["progsim calibrate scenarios/calibration/fus-als.json", "progsim calibrate calibration/fus-als --patients 500 --set calibration.generations=20"]
        },
        {
            "trial",
            [
                "progsim trial scenarios/trials/general-als-slope.json",
                "progsim trial trials/fus-phase3 --replicates 1000 --export 0",
                "progsim trial trials/general-als-slope --patients 300 --set treatments.slower.stressRatio=0.8",
            ]
        },
        {
            "size",
            ["progsim size trials/general-als-slope --power 0.9", "progsim size trials/general-als-slope --power 0.8 --precision 0.01 --format json"]
        },
        { "compare", ["progsim compare trials/early-enrolment trials/middle-enrolment trials/late-enrolment --power 0.8"] },
        { "validate", ["progsim validate my-scenario.json", "progsim validate my-scenario.json --set disease.death.ratePerMonth=0.08"] },
        { "scenarios", ["progsim scenarios", "progsim scenarios early-vs-late"] },
        { "schema", ["progsim schema", "progsim schema --out scenario.schema.json"] },
        { "serve", ["progsim serve", "progsim serve --port 8080 --threads 2"] },
    };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Examples))]
    [Trait("Evidence", "Exact")]
    public void Help_of_every_command_has_its_examples(string command, string[] examples)
    {
        string[] asked = command.Length == 0 ? ["--help"] : [command, "--help"];
        var result = folder.Run(asked).Succeeded();
        Assert.Equal("", result.Errors);
        var lines = result.Output.Split('\n').Select(line => line.Trim()).ToList();
        var first = lines.IndexOf("Examples:") + 1;
        Assert.True(first > 0, result.Output);
        Assert.Equal([.. examples, ""], lines[first..], StringComparer.Ordinal);
        Assert.Contains("Usage:", lines, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    [Trait("Evidence", "Exact")]
    public void Examples_are_accepted(string command, string[] examples)
    {
        CopyScenarios();
        Assert.All(examples, example => Assert.StartsWith(string.Concat("progsim ", command), example, StringComparison.Ordinal));
        foreach (var example in examples)
        {
            // What would run is checked without running it: the options that change a scenario are those of validate.
            var arguments = example.Split(' ')[1..];
            if (Computing.Contains(arguments[0], StringComparer.Ordinal) && arguments is [_, not "--help", ..])
            {
                var files = arguments[1..].TakeWhile(argument => !argument.StartsWith('-')).ToList();
                var options = Without(arguments[(files.Count + 1)..], "--out", "--format", "--replicates", "--export", "--power", "--precision");
                Assert.All(files, file => folder.Run(["validate", file, .. options]).Succeeded());
                continue;
            }

            if (arguments[0] == "serve")
            {
                // It would serve until Ctrl-C: what it refuses here is the page, not the options.
                Assert.StartsWith("--page none has no index.html;", folder.Run([.. arguments, "--page", "none"]).Errors, StringComparison.Ordinal);
                continue;
            }

            folder.Run(arguments).Succeeded();
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Help_lists_every_command()
    {
        var lines = folder.Run("--help").Succeeded().Output.Split('\n');
        var commands = lines.SkipWhile(line => line != "Commands:").Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Trim().Split(' ')[0]);
        Assert.Equal([.. Computing, "validate", "scenarios", "schema", "serve"], commands, StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_version_is_that_of_the_build()
    {
        var version = typeof(HelpTests).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Assert.Equal(new ProgramResult(0, version + "\n", ""), folder.Run("--version"));
    }

    private void CopyScenarios()
    {
        foreach (var file in Directory.EnumerateFiles(Checkout.At("scenarios"), "*.json", SearchOption.AllDirectories))
        {
            var target = folder.At(Path.GetRelativePath(Checkout.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(folder.At("my-scenario.json"), """{ "extends": "scenarios/early-vs-late.json", "name": "my-scenario" }""");
    }

    private static IEnumerable<string> Without(string[] arguments, params string[] options) =>
        arguments.Where((argument, i) => !options.Contains(argument, StringComparer.Ordinal) && (i == 0 || !options.Contains(arguments[i - 1], StringComparer.Ordinal)));
}
