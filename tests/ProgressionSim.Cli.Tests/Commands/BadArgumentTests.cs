namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>Arguments that cannot be used: the whole message, exit code 2, nothing on standard output, nothing written.</summary>
public sealed class BadArgumentTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("", "A command is missing: run, timing, sweep, sensitivity, uncertainty, evidence, calibrate, trial, size, compare, validate, scenarios, schema or serve.\n   Examples: progsim --help")]
    [InlineData("runn early-vs-late", "\"runn\" is not a command.\n   Did you mean \"run\"?\n   Examples: progsim --help")]
    [InlineData("simulate", "\"simulate\" is not a command.\n   Examples: progsim --help")]
    [InlineData("run", "Required argument 'FILE' missing for command: 'run'.\n   Examples: progsim run --help")]
    [InlineData("run early-vs-late more", "\"more\" is not an argument of progsim run.\n   Examples: progsim run --help")]
    [InlineData("run early-vs-late --patient 5", "\"--patient\" is not an option of progsim run.\n   Did you mean \"--patients\"?\n   Examples: progsim run --help")]
    [InlineData("run --thread 3 early-vs-late", "\"--thread\" is not an option of progsim run.\n   Did you mean \"--threads\"?\n   Examples: progsim run --help")]
    [InlineData("validate early-vs-late --out x", "\"--out\" is not an option of progsim validate.\n   Examples: progsim validate --help")]
    [InlineData("run early-vs-late --threads 0", "--threads is 0. It must be a whole number from 1 to 1024.\n   Examples: progsim run --help")]
    [InlineData("run early-vs-late --threads 1025", "--threads is 1025. It must be a whole number from 1 to 1024.\n   Examples: progsim run --help")]
    [InlineData("run early-vs-late --threads two", "--threads is two. It must be a whole number from 1 to 1024.\n   Examples: progsim run --help")]
    [InlineData("run early-vs-late --format xml", "--format is xml. It must be text or json.\n   Examples: progsim run --help")]
    [InlineData("run early-vs-late --patients", "Required argument missing for option: '--patients'.\n   Examples: progsim run --help")]
    [InlineData("run early-vs-late --patients 5 --patients 6", "Option '--patients' expects a single argument but 2 were provided.\n   Examples: progsim run --help")]
    [InlineData("serve --port 65536", "--port is 65536. It must be a whole number from 0 to 65535; 0 is any free one.\n   Examples: progsim serve --help")]
    [InlineData("serve --port -1", "--port is -1. It must be a whole number from 0 to 65535; 0 is any free one.\n   Examples: progsim serve --help")]
    [InlineData("serve --port http", "--port is http. It must be a whole number from 0 to 65535; 0 is any free one.\n   Examples: progsim serve --help")]
    [InlineData("serve --threads 0", "--threads is 0. It must be a whole number from 1 to 1024.\n   Examples: progsim serve --help")]
    [InlineData("serve somewhere", "\"somewhere\" is not an argument of progsim serve.\n   Examples: progsim serve --help")]
    [InlineData(
        "run early-vs-late --threads 0 --format xml",
        "--threads is 0. It must be a whole number from 1 to 1024.\n--format is xml. It must be text or json.\n   Examples: progsim run --help")]
    [Trait("Evidence", "Exact")]
    public void They_are_refused(string line, string message)
    {
        folder.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Refused(message);
        Assert.Empty(folder.Entries());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Results_do_not_go_into_a_file()
    {
        File.WriteAllText(folder.At("notes"), "mine");
        Run("notes").Refused("--out notes is a file; nothing was run.\n   It must be a folder. For example --out notes-results.");
        Assert.Equal(["notes"], folder.Entries(), StringComparer.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder.At("notes")));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Results_do_not_go_among_other_files()
    {
        Directory.CreateDirectory(folder.At("work"));
        File.WriteAllText(folder.At("work/notes"), "mine");
        Run("work").Refused(
            "--out work holds files that are not results of a run; nothing was run.\n   Choose a new or empty folder, so that no file of yours is mixed with results.");
        Assert.Equal(["work/", "work/notes"], folder.Entries(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("notes/out")]
    [InlineData("notes/deep/out")]
    [Trait("Evidence", "Exact")]
    public void Results_do_not_go_below_a_file(string path)
    {
        File.WriteAllText(folder.At("notes"), "mine");
        Run(path).Refused($"--out {path} cannot be written to; nothing was run.\n   notes is a file, not a folder.");
        Assert.Equal(["notes"], folder.Entries(), StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_schema_does_not_go_into_a_missing_folder()
    {
        folder.Run("schema", "--out", "missing/s.json").Refused(
            "--out missing/s.json cannot be written; nothing was written.\n   There is no folder missing. Make it first, or choose another.");
        Assert.Empty(folder.Entries());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_schema_does_not_replace_a_folder()
    {
        Directory.CreateDirectory(folder.At("schemas"));
        folder.Run("schema", "--out", "schemas").Refused(
            $"--out schemas is a folder; nothing was written.\n   It must be a file. For example --out {Path.Combine("schemas", "scenario.schema.json")}.");
        Assert.Equal(["schemas/"], folder.Entries(), StringComparer.Ordinal);
    }

    private ProgramResult Run(string path) => folder.Run("run", "verification/constant-rates", "--patients", "20", "--out", path);
}
