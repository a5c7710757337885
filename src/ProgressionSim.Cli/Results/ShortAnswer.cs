using System.Globalization;
using System.Text;
using System.Text.Json;
using ProgressionSim.Summaries;
using ProgressionSim.Summaries.Answers;

namespace ProgressionSim.Cli.Results;

/// <summary>What a run prints on standard output when it is done.</summary>
internal static class ShortAnswer
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For people: the answer and where the results are.</summary>
    /// <param name="summary">The results.</param>
    /// <param name="content">The report.</param>
    /// <param name="folder">Where the results were written.</param>
    public static string Text(RunSummary summary, ReportContent content, ResultFolder folder) => Text(
        content,
        folder,
        string.Create(CultureInfo.InvariantCulture, $"{summary.Plan.Patients:N0} patients in {summary.ElapsedSeconds:F1} s: {summary.PatientsPerSecond:N0} patients/s"));

    /// <summary>For programs: the same as JSON.</summary>
    /// <param name="summary">The results.</param>
    /// <param name="content">The report.</param>
    /// <param name="folder">Where the results were written.</param>
    public static string Json(RunSummary summary, ReportContent content, ResultFolder folder) => JsonSerializer.Serialize(
        new
        {
            scenario = summary.Plan.Name,
            scenarioSha256 = summary.Plan.ScenarioSha256,
            version = summary.Version,
            seed = summary.Plan.Seed,
            patients = summary.Plan.Patients,
            answer = content.Answer,
            findings = content.Findings,
            folder = folder.Path,
            earlierResultsMovedTo = folder.MovedTo,
            elapsedSeconds = Math.Round(summary.ElapsedSeconds, 3),
            patientsPerSecond = Math.Round(summary.PatientsPerSecond),
        },
        Indented) + "\n";

    /// <summary>What a command about trials prints.</summary>
    /// <param name="report">The results.</param>
    /// <param name="folder">Where they were written.</param>
    /// <param name="asJson">True for programs, false for people.</param>
    /// <param name="speed">What was done in how long.</param>
    public static string Of(JobReport report, ResultFolder folder, bool asJson, string speed) => asJson
        ? JsonSerializer.Serialize(
            new { answer = report.Content.Answer, findings = report.Content.Findings, folder = folder.Path, earlierResultsMovedTo = folder.MovedTo, speed }, Indented) + "\n"
        : Text(report.Content, folder, speed);

    private static string Text(ReportContent content, ResultFolder folder, string speed)
    {
        var text = new StringBuilder();
        text.AppendLine(content.Title).AppendLine().AppendLine(Wrap(content.Answer)).AppendLine();
        foreach (var finding in content.Findings)
        {
            text.AppendLine(Wrap("* " + finding));
        }

        text.AppendLine();
        if (folder.MovedTo is { } moved)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Other results stood in {folder.Path}; they are now in {moved}.");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"Report:  {System.IO.Path.Combine(folder.Path, "report.html")}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Results: {System.IO.Path.Combine(folder.Path, "summary.json")}, with figures and tables beside it");
        text.AppendLine(speed);
        return text.ToString();
    }

    /// <summary>Breaks a paragraph into lines of at most 100 characters.</summary>
    private static string Wrap(string paragraph)
    {
        const int Width = 100;
        var text = new StringBuilder();
        var length = 0;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (length > 0 && length + 1 + word.Length > Width)
            {
                text.Append('\n');
                length = 0;
            }
            else if (length > 0)
            {
                text.Append(' ');
                length++;
            }

            text.Append(word);
            length += word.Length;
        }

        return text.ToString();
    }
}
