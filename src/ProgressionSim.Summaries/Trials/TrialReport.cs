using ProgressionSim.Summaries.Answers;
using ProgressionSim.Summaries.Tables;

namespace ProgressionSim.Summaries.Trials;

/// <summary>Everything that simulated trials leave behind, as data.</summary>
/// <param name="SummaryJson">summary.json, UTF-8. The same bytes for the same results, apart from the lines <c>elapsedSeconds</c> and <c>trialsPerSecond</c>.</param>
/// <param name="Content">The report with its figures.</param>
/// <param name="Tables">Tables as files.</param>
public sealed record TrialReport(byte[] SummaryJson, ReportContent Content, IReadOnlyList<TableFile> Tables);
