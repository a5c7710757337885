using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ProgressionSim.Cli.Tests.Commands;

/// <summary><c>run --precision</c>: the run that a number of patients would have been, and what it says about the number.</summary>
public sealed class PrecisionTests : IDisposable
{
    private const string Scenario = "verification/switch-at-12";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Evidence", "Exact")]
    public void The_results_are_those_of_a_run_with_the_number_of_patients_it_took()
    {
        string[] asked = ["--precision", "healthy.cervical@24:0.3", "--precision", "alive@12:0.01"];
        var told = folder.Run(["run", Scenario, .. asked, "--threads", "1", "--out", "found", "--format", "json"]).Succeeded();
        using var summary = JsonDocument.Parse(File.ReadAllBytes(folder.At("found/summary.json")));
        var patients = summary.RootElement.GetProperty("patients").GetInt64();
        Assert.InRange(patients, 1025, 20_000);
        folder.Run("run", Scenario, "--patients", patients.ToString(CultureInfo.InvariantCulture), "--out", "plain").Succeeded();

        var (found, plain) = (ResultFiles.Read(folder.At("found")), ResultFiles.Read(folder.At("plain")));
        Assert.Equal(["report.html", "summary.json"], ResultFiles.Differing(found, plain), StringComparer.Ordinal);
        var block = new Regex("""^  "precision": \[\n(    \{.*\}.*\n)+  \],\n""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Patience);
        Assert.Equal(Text(plain["summary.json"]), block.Replace(Text(found["summary.json"]), "", 1));

        var reached = summary.RootElement.GetProperty("precision").EnumerateArray().ToList();
        Assert.Equal(["healthy.cervical", "alive"], reached.Select(target => target.GetProperty("measure").GetString()!), StringComparer.Ordinal);
        Assert.Equal([24, 12], reached.Select(target => target.GetProperty("month").GetInt32()));
        Assert.Equal([0.3, 0.01], reached.Select(target => target.GetProperty("standardErrorAsked").GetDouble()));
        Assert.All(reached, target => Assert.InRange(target.GetProperty("standardError").GetDouble(), 0, target.GetProperty("standardErrorAsked").GetDouble()));
        Assert.All(reached, target => Assert.Equal(patients, target.GetProperty("patients").GetInt64()));
        Assert.Equal(
            LargestError(summary.RootElement, "healthy.cervical", month: 24), reached[0].GetProperty("standardError").GetDouble());

        using var answer = JsonDocument.Parse(told.Output);
        Assert.Equal(patients, answer.RootElement.GetProperty("patients").GetInt64());
        var sentence = answer.RootElement.GetProperty("findings").EnumerateArray().Last().GetString()!;
        Assert.StartsWith(
            string.Create(CultureInfo.InvariantCulture, $"It took {patients:N0} patients to bring the standard error of healthy.cervical at month 24 to 0.2"),
            sentence,
            StringComparison.Ordinal);
        Assert.EndsWith(" (asked: 0.3) and that of alive at month 12 to 0 (asked: 0.01).", sentence, StringComparison.Ordinal);
        Assert.Contains($"<li>{sentence}</li>", Text(found["report.html"]), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void Every_mistake_is_told_at_once()
    {
        folder.Run(
            "run", "early-vs-late", "-n", "5", "--precision", "alsfrsTotl@36:0.2,alsfrsTotal@90:0.2", "--precision", "alsfrsTotal@1.5:0", "--precision", "alive",
            "--precision", "qqq@12:nan").Refused(
            """
            --patients 5 and --precision exclude each other: a run has a number of patients or finds it.
            --precision alsfrsTotl@36:0.2: there is no measure alsfrsTotl.
               Did you mean "alsfrsTotal"?
            --precision alsfrsTotal@90:0.2: the month is 90. It must be a whole number from -24 to 60, the months that the run shows.
            --precision alsfrsTotal@1.5:0: the month is 1.5. It must be a whole number from -24 to 60, the months that the run shows.
            --precision alsfrsTotal@1.5:0: the standard error is 0. It must be a number above 0, in the unit of the measure.
            --precision alive: it must read MEASURE@MONTH:ERROR, for example alsfrsTotal@36:0.2.
            --precision qqq@12:nan: there is no measure qqq.
               Measures are, for example, alsfrsTotal, kingsStage, mitosStage, svcPercent, neurofilamentPgPerMl, toxicProtein, knockdown, drugConcentrationMgPerL, alsfrsTotalDeathZero, alive, alsfrsTotalBothAlive, svcPercentBothAlive, neurofilamentPgPerMlBothAlive.
            --precision qqq@12:nan: the standard error is nan. It must be a number above 0, in the unit of the measure.
               Nothing was run.
            """);
        Assert.Empty(folder.Entries());
    }

    [Fact]
    [Trait("Evidence", "Exact")]
    public void A_difference_needs_two_arms_and_a_set_number_of_patients_is_seen() =>
        folder.Run("run", "untreated", "--precision", "alsfrsTotalDeathZero@12:1", "--set", "patients=7").Refused(
            """
            --set patients=7 and --precision exclude each other: a run has a number of patients or finds it.
            --precision alsfrsTotalDeathZero@12:1: alsfrsTotalDeathZero is a difference between arms, and the scenario has one arm.
               Nothing was run.
            """);

    [Fact]
    [Trait("Evidence", "Exact")]
    public void What_would_take_too_long_is_refused_with_its_cost()
    {
        var result = folder.Run("run", Scenario, "--precision", "healthy.cervical@24:0.0001", "--out", "deep/out");
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Matches(
            new Regex(
                "^To bring the standard error of healthy.cervical at month 24 to 0.0001 would take about [0-9,]+ patients and [0-9,]+ (seconds|minutes|hours|days); "
                + "at most 50,000,000 patients are run.$",
                RegexOptions.ExplicitCapture,
                Patience),
            result.ErrorLines[^2]);
        Assert.Equal("   Nothing was written. Ask for a larger standard error: twice as large takes a quarter of the patients.", result.ErrorLines[^1]);
        Assert.Empty(folder.Entries());
    }

    private static string Text(byte[] file) => System.Text.Encoding.UTF8.GetString(file);

    private static double LargestError(JsonElement summary, string measure, int month) => summary.GetProperty("arms").EnumerateArray().Max(arm =>
    {
        var series = arm.GetProperty("series");
        var months = series.GetProperty("months").EnumerateArray().Select(value => value.GetInt32()).ToList();
        return series.GetProperty(measure).GetProperty("standardError")[months.IndexOf(month)].GetDouble();
    });
}
