namespace ProgressionSim.Summaries.PlotData;

/// <summary>Numbers at risk under a survival curve.</summary>
/// <param name="Times">Times of the columns, in units of the horizontal axis.</param>
/// <param name="Rows">One row an arm.</param>
public sealed record AtRiskTable(IReadOnlyList<double> Times, IReadOnlyList<AtRiskRow> Rows);
