using ProgressionSim.Summaries.Tables;

namespace ProgressionSim.Summaries.Answers;

/// <summary>Everything that a job other than a run leaves behind, as data.</summary>
/// <param name="SummaryJson">summary.json, UTF-8. The same bytes for the same results, apart from the lines <c>elapsedSeconds</c> and <c>trialsPerSecond</c>.</param>
/// <param name="Content">The report with its figures.</param>
/// <param name="Tables">Tables as files.</param>
public sealed record JobReport(byte[] SummaryJson, ReportContent Content, IReadOnlyList<TableFile> Tables);
