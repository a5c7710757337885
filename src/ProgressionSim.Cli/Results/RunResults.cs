using System.Text;
using ProgressionSim.Reporting.Html;
using ProgressionSim.Reporting.Plots;
using ProgressionSim.Summaries;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Json;
using ProgressionSim.Summaries.Tables;

namespace ProgressionSim.Cli.Results;

/// <summary>The files a run leaves behind.</summary>
internal static class RunResults
{
    /// <summary>All files, summary.json last: a folder that has it is complete.</summary>
    /// <param name="summary">The results.</param>
    /// <param name="content">The report.</param>
    public static IReadOnlyList<ResultFile> Files(RunSummary summary, ReportContent content) => Files(ResultTables.All(summary), content, () => SummaryJson.Write(summary));

    /// <summary>All files of a command about trials, summary.json last.</summary>
    /// <param name="report">The results.</param>
    public static IReadOnlyList<ResultFile> Files(JobReport report) => Files(report.Tables, report.Content, () => report.SummaryJson);

    private static IReadOnlyList<ResultFile> Files(IEnumerable<TableFile> tables, ReportContent content, Func<byte[]> summary) =>
    [
        .. tables.Select(table => new ResultFile($"tables/{table.FileName}", () => Encoding.UTF8.GetBytes(table.Text))),
        .. content.Figures.SelectMany(figure => new[]
        {
            new ResultFile($"figures/{figure.Id}.png", () => FigureRenderer.RenderPng(figure)),
            new ResultFile($"figures/{figure.Id}.svg", () => Encoding.UTF8.GetBytes(FigureRenderer.RenderSvg(figure))),
        }),
        new ResultFile("report.html", () => Encoding.UTF8.GetBytes(Page(content))),
        new ResultFile("summary.json", summary),
    ];

    /// <summary>The report, its pictures drawn on all cores.</summary>
    private static string Page(ReportContent content)
    {
        var pictures = content.Figures.AsParallel().ToDictionary(figure => figure.Id, figure => FigureRenderer.RenderPng(figure, FigureFraming.PanelsOnly), StringComparer.Ordinal);
        return ReportPage.Render(content, figure => pictures[figure.Id]);
    }
}
