using System.Globalization;
using System.Text;
using System.Text.Json;
using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Tests;

/// <summary>Reads reports of experiments.</summary>
internal static class Reports
{
    public static JsonElement Json(JobReport report) => JsonDocument.Parse(report.SummaryJson).RootElement;

    public static string Text(JobReport report) => Encoding.UTF8.GetString(report.SummaryJson);

    public static Figure Figure(JobReport report, string id) => report.Content.Figures.Single(figure => figure.Id == id);

    public static JsonElement Item(this JsonElement array, string property, string value) =>
        array.EnumerateArray().Single(item => item.GetProperty(property).GetString() == value);

    /// <summary>Rows of a file without quoted cells, the header first.</summary>
    public static string[][] Rows(JobReport report, string file) =>
        [.. report.Tables.Single(table => table.FileName == file).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(','))];

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What holds for every report: complete figures, no number without a value, rows as wide as their heading.</summary>
    public static void CheckAll(JobReport report)
    {
        var content = report.Content;
        Assert.All([content.Answer, .. content.Findings, .. content.Cautions], text =>
        {
            Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        });
        Assert.Contains(content.Cautions, caution => caution.Contains("not medical advice", StringComparison.Ordinal));
        Assert.All(content.Figures, figure =>
        {
            Assert.DoesNotContain("NaN", figure.Title + figure.Caption + figure.AlternativeText, StringComparison.Ordinal);
            Assert.False(figure.Title.EndsWith('.'), figure.Title);
            Assert.Contains(figure.AlternativeText, char.IsAsciiDigit);
            Assert.All(figure.Panels, panel =>
            {
                Assert.True(panel.Horizontal.Low < panel.Horizontal.High, panel.Heading);
                Assert.True(panel.Vertical.Low < panel.Vertical.High, panel.Heading);
                Assert.NotEmpty(panel.Layers);
            });
        });
        Assert.All(content.Tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count)));
        Assert.DoesNotContain("NaN", Text(report), StringComparison.Ordinal);
        Assert.All(report.Tables, table =>
        {
            var widths = table.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(line => !line.Contains('"', StringComparison.Ordinal))
                .Select(line => line.Split(',').Length).Distinct();
            Assert.Single(widths);
        });
    }

    /// <summary>Equal but for the line of the time taken.</summary>
    public static void CheckSameBytes(JobReport first, JobReport second)
    {
        var differing = Text(first).Split('\n').Zip(Text(second).Split('\n')).Where(lines => lines.First != lines.Second)
            .Select(lines => lines.First).ToArray();
        Assert.All(differing, line => Assert.Contains("elapsedSeconds", line, StringComparison.Ordinal));
        Assert.InRange(differing.Length, 0, 1);
        Assert.Equal(first.Tables, second.Tables);
        Assert.Equal(first.Content.Answer, second.Content.Answer);
    }
}
