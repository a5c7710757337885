using System.Text.Json;
using System.Text.RegularExpressions;

namespace ProgressionSim.Cli.Tests.Commands;

/// <summary>What a run says on its two streams.</summary>
public sealed class RunAnswerTests(FinishedRun run) : IClassFixture<FinishedRun>
{
    private const int WidestLine = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private string ReportedAnswer => Assert.Single(Reported("p"));

    private string[] ReportedFindings => Reported("li");

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Text_is_title_answer_and_places()
    {
        var parts = run.Text.Output.Split("\n\n");
        Assert.Equal(4, parts.Length);
        Assert.Equal("FUS-ALS: silencing FUS early or late", parts[0]);
        Assert.Equal(ReportedAnswer, parts[1].Replace('\n', ' '));
        Assert.Equal(ReportedFindings.Select(finding => "* " + finding), parts[2].Replace("\n* ", "\v* ", StringComparison.Ordinal).Replace('\n', ' ').Split('\v'), StringComparer.Ordinal);
        Assert.All(run.Text.Output.Split('\n').SkipLast(1).Where(line => line.Length > 0), line => Assert.InRange(line.Length, 1, WidestLine));
        var places = parts[3].Replace('\\', '/').Split('\n');
        Assert.Equal(["Report:  out/report.html", "Results: out/summary.json, with figures and tables beside it"], places[..2], StringComparer.Ordinal);
        Assert.Matches(new Regex(@"^60 patients in [0-9]+\.[0-9] s: [0-9,]+ patients/s$", RegexOptions.None, Patience), places[2]);
        Assert.Equal([""], places[3..], StringComparer.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Progress_is_on_standard_error_only()
    {
        var line = Assert.Single(run.Text.ErrorLines);
        Assert.Matches(new Regex("^early-vs-late: 60 of 60 patients, about [0-9]+ s left$", RegexOptions.None, Patience), line);
        Assert.DoesNotContain(" s left", run.Text.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Json_says_the_same_to_programs()
    {
        using var folder = new TemporaryFolder();
        var result = folder.Run("run", "early-vs-late", "--patients", "60", "--out", "out", "--format", "json").Succeeded();
        using var answer = JsonDocument.Parse(result.Output);
        var root = answer.RootElement;
        var summary = run.Summary.RootElement;

        string[] names =
            ["scenario", "scenarioSha256", "version", "seed", "patients", "answer", "findings", "folder", "earlierResultsMovedTo", "elapsedSeconds", "patientsPerSecond"];
        Assert.Equal(names, root.EnumerateObject().Select(property => property.Name), StringComparer.Ordinal);
        Assert.Equal(ReportedAnswer, root.GetProperty("answer").GetString());
        Assert.Equal(ReportedFindings, root.GetProperty("findings").EnumerateArray().Select(finding => finding.GetString()), StringComparer.Ordinal);
        Assert.Equal("out", root.GetProperty("folder").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("earlierResultsMovedTo").ValueKind);
        Assert.All(names[..5], name => Assert.Equal(summary.GetProperty(name).GetRawText(), root.GetProperty(name).GetRawText()));
        Assert.All(result.ErrorLines, line => Assert.StartsWith("early-vs-late: ", line, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Results_go_to_a_folder_of_the_scenarios_name_if_none_is_given()
    {
        using var folder = new TemporaryFolder();
        var result = folder.Run("run", "verification/constant-rates.json", "-n", "20").Succeeded();
        Assert.True(File.Exists(folder.At("results/constant-rates/summary.json")));
        Assert.Contains("Report:  results/constant-rates/report.html\n", result.Output.Replace('\\', '/'), StringComparison.Ordinal);
    }

    private string[] Reported(string element) =>
    [
        .. RunFilesTests.Report(run.At("out/report.html")).Descendants().Single(section => section.Attribute("class")?.Value == "answer")
            .Descendants().Where(part => part.Name.LocalName == element).Select(part => part.Value),
    ];
}
