using System.Text;
using System.Text.Json;

namespace ProgressionSim.Cli.Tests.Expected;

/// <summary>Every shipped scenario gives the numbers kept in <c>scenarios/expected</c>, to the last digit.</summary>
public sealed class ExpectedResultTests
{
    private const string Update = "PROGSIM_UPDATE_EXPECTED";

    private static readonly string Expected = Checkout.At("scenarios/expected");

    public static TheoryData<string> Scenarios => new(Checkout.Scenarios);

    private static bool Updating => Environment.GetEnvironmentVariable(Update) == "1";

    [Theory]
    [MemberData(nameof(Scenarios))]
    [Trait("Evidence", "Regression")]
    public void Numbers_are_the_kept_ones(string scenario)
    {
        using var summary = JsonDocument.Parse(SmallJob.Summary(scenario));
        var actual = summary.RootElement.GetProperty("job").GetString() switch
        {
            "run" => ExpectedResult.Of(summary.RootElement),
            "trial" => ExpectedTrial.Of(summary.RootElement),
            _ => ExpectedExperiment.Of(summary.RootElement),
        };
        var path = Path.Combine(Expected, FileNameOf(scenario));
        if (Updating)
        {
            Directory.CreateDirectory(Expected);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"There is no scenarios/expected/{FileNameOf(scenario)}. Run these tests with {Update}=1 to write it.");
        var difference = Difference(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
        Assert.True(difference.Length == 0, $"Numbers of {scenario} have changed. If that is meant, say so in CHANGELOG.md and run with {Update}=1.\n{difference}");
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_kept_file_belongs_to_a_scenario()
    {
        if (!Updating)
        {
            Assert.Equal(
                Checkout.Scenarios.Select(FileNameOf).Order(StringComparer.Ordinal),
                Directory.EnumerateFiles(Expected).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal),
                StringComparer.Ordinal);
        }
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_difference_is_shown_by_the_lines_that_differ()
    {
        Assert.Equal("", Difference("a\nb\n", "a\nb\n"));
        Assert.Equal("expected   b\nactual     c\n", Difference("a\nb\n", "a\nc\n"));
        Assert.Equal("expected   (nothing)\nactual     c\n", Difference("a\nb\n", "a\nb\nc\n"));
    }

    private static string FileNameOf(string scenario) => scenario.Replace('/', '-');

    private static string Difference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var text = new StringBuilder();
        for (var i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            var (one, other) = (before.ElementAtOrDefault(i) ?? "", after.ElementAtOrDefault(i) ?? "");
            if (one != other)
            {
                text.Append("expected   ").Append(Shown(one)).Append("\nactual     ").Append(Shown(other)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Shown(string line) => line.Length == 0 ? "(nothing)" : line.Trim();
}
