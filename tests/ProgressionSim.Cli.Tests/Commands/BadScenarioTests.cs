namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>Scenarios that cannot be run: the whole message, exit code 2, nothing on standard output, nothing written.</summary>
public sealed class BadScenarioTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_problem_on_the_command_line_is_named_at_once() => Refused(
        """
        early-vs-late.json: 3 problems, nothing was run.

        1. "nonsense" does not set anything (--set nonsense).
           --set takes a path, an equals sign and a value.
           For example --set horizonMonths=60.
        2. seed is -1 (--seed -1).
           It is a seed, so it must be a whole number from 0 to 4,294,967,295.
        3. patients is 0 (--patients 0).
           It is a number of virtual patients, so it must be a whole number from 1 to 2,000,000,000.
           For a first look, write 1000.
        """,
        "early-vs-late",
        "--patients",
        "0",
        "--seed",
        "-1",
        "--set",
        "nonsense");

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Patients_must_be_a_number() => Refused(
        """
        untreated.json: 1 problem, nothing was run.

        1. patients is many (--patients many).
           It is a number of virtual patients, so it must be a whole number from 1 to 2,000,000,000.
           For a first look, write 1000.
        """,
        "untreated",
        "-n",
        "many");

    [Fact]
    [Trait("Evidence", "Exact")]
    public void An_unknown_setting_gets_a_suggestion() => Refused(
        """
        early-vs-late.json: 1 problem, nothing was run.

        1. disease.deth is not a known setting (--set disease.deth.ratePerMonth=0.1).
           Did you mean "death"?
        """,
        "early-vs-late",
        "--set",
        "disease.deth.ratePerMonth=0.1");

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_missing_file_is_named() => Refused(
        """
        nowhere.json: 1 problem, nothing was run.

        1. nowhere.json does not exist (nowhere.json).
           There must be a scenario file of that name; "progsim scenarios" lists those that ship.
        """,
        "nowhere.json");

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_file_that_is_no_json_is_refused_with_its_line()
    {
        File.WriteAllText(folder.At("mine.json"), "{\n  \"name\": \"mine\",\n  \"patients\": 10 10\n}\n");
        folder.Run("run", "mine.json", "--out", "out").Refused(
            """
            mine.json: 1 problem, nothing was run.

            1. mine.json is not readable JSON at column 18 (mine.json, line 3).
               '1' is invalid after a value. Expected either ',', '}', or ']'.
            """);
        Assert.Equal(["mine.json"], folder.Entries(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Describing_a_missing_scenario_is_refused_alike() => folder.Run("scenarios", "nowhere").Refused(
        """
        nowhere: 1 problem, nothing was run.

        1. nowhere does not exist (nowhere).
           There must be a scenario file of that name; "progsim scenarios" lists those that ship.
        """);

    private void Refused(string message, params string[] arguments)
    {
        folder.Run(["run", .. arguments, "--out", "deep/out"]).Refused(message);
        Assert.Empty(folder.Entries());
        folder.Run(["validate", .. arguments]).Refused(message);
    }
}
