using ProgressionSim.Scenarios.Loading;

namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>The commands that run nothing: validate, schema, scenarios.</summary>
public sealed class ReadingCommandsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Scenarios => new(Checkout.Scenarios);

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Validate_says_what_would_be_run()
    {
        Says(
            "early-vs-late.json: no problems. 20,000 patients in 4 arms (untreated, early, atSymptoms, late), 60 months.\n",
            "validate",
            "early-vs-late");
        Says(
            "constant-rates.json: no problems. 50 patients in 1 arm (untreated), 12 months.\n",
            "validate",
            "verification/constant-rates.json",
            "-n",
            "50",
            "--set",
            "horizonMonths=12",
            "--seed",
            "4294967295");
        Says(
            "early-enrolment.json: no problems. 10,000 patients in 2 arms (untreated, treated), 60 months. A trial of 48 patients with 3 endpoints, 10,000 times.\n",
            "validate",
            "trials/early-enrolment");
        Assert.Empty(folder.Entries());
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    [Trait("Evidence", "Invariant")]
    public void Every_shipped_scenario_is_valid_and_described(string path)
    {
        // What validate says is taken from a few, as a process for each would take long.
        var scenario = ScenarioLoader.Load(Checkout.At("scenarios/" + path), []);
        Assert.True(scenario.Succeeded, path);
        var description = folder.Run("scenarios", path).Succeeded();
        Assert.Contains($"\nRun it: progsim run {path}\n", description.Output, StringComparison.Ordinal);
        var isTrial = path.StartsWith("trials/", StringComparison.Ordinal) || path == "teaching/trial-game.json";
        Assert.Equal(isTrial, description.Output.EndsWith($": progsim trial {path}\n", StringComparison.Ordinal));
        Assert.All(scenario.Plan.Arms, arm => Assert.Contains($"\n  {arm.Name}: ", description.Output, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Scenarios_lists_what_ships_once_each()
    {
        var output = folder.Run("scenarios").Succeeded().Output;
        Assert.EndsWith("\n\nDescribe one, with its commands: progsim scenarios PATH.  Run one: progsim run PATH.\n", output, StringComparison.Ordinal);
        var lines = output.Split("\n\n")[0].Split('\n');
        Assert.Equal(Checkout.Scenarios, lines.Select(line => line.Split(' ')[0]), StringComparer.Ordinal);
        Assert.Contains("early-vs-late.json                      FUS-ALS: silencing FUS early or late", lines, StringComparer.Ordinal);
        Assert.All(lines, line => Assert.True(line.Split("  ", 2)[1].Trim().Length > 0, line));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Scenarios_describes_one_by_its_arms() => Says(
        """
        Verification: a rate that changes at month 12
        Do simulated counts match the exact solution when a treatment changes one rate at a known time?

        20,000 patients in every arm, 60 months from biological onset, seed 20250527.
          untreated: no treatment
          switched: slower from 12 months after biological onset

        Run it: progsim run verification/switch-at-12.json

        """,
        "scenarios",
        "verification/switch-at-12.json");

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_commands_that_a_scenario_is_for_are_named()
    {
        var description = folder.Run("scenarios", "timing/fus-juvenile").Succeeded().Output;
        Assert.EndsWith(
            """

            Run it: progsim run timing/fus-juvenile
            What waiting costs (13 starts): progsim timing timing/fus-juvenile
            How sure that is (21 uncertain parameters): progsim uncertainty timing/fus-juvenile

            """.ReplaceLineEndings("\n"),
            description,
            StringComparison.Ordinal);
        Says(
            "knockdown-by-start.json: no problems. 2,000 patients in 2 arms (untreated, treated), 36 months. For sweep too.\n", "validate", "timing/knockdown-by-start");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Schema_is_the_shipped_file_on_standard_output_and_in_a_file()
    {
        var shipped = File.ReadAllText(Checkout.At("scenarios/scenario.schema.json"));
        Says(shipped, "schema");
        Says("", "schema", "--out", "mine.json");
        Assert.Equal(shipped, File.ReadAllText(folder.At("mine.json")));

        File.WriteAllText(folder.At("mine.json"), "old");
        Says("", "schema", "--out", "mine.json");
        Assert.Equal(shipped, File.ReadAllText(folder.At("mine.json")));
        Assert.Equal(["mine.json"], folder.Entries(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Scenarios_of_the_folder_the_user_stands_in_come_first()
    {
        Directory.CreateDirectory(folder.At("scenarios"));
        File.WriteAllText(folder.At("scenarios/mine.json"), """{ "name": "mine", "title": "My question", "arms": [{ "name": "untreated" }] }""");
        Says("mine.json  My question\n\nDescribe one, with its commands: progsim scenarios PATH.  Run one: progsim run PATH.\n", "scenarios");
    }

    private void Says(string output, params string[] arguments)
    {
        var result = folder.Run(arguments).Succeeded();
        Assert.Equal(output.ReplaceLineEndings("\n"), result.Output);
        Assert.Equal("", result.Errors);
    }
}
