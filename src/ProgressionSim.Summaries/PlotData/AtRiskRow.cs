namespace ProgressionSim.Summaries.PlotData;

/// <summary>One arm's numbers at risk.</summary>
/// <param name="Label">The arm.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Counts">Patients at risk at each time.</param>
public sealed record AtRiskRow(string Label, FigureColor Color, IReadOnlyList<long> Counts);
