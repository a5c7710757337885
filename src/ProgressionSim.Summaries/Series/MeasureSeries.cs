namespace ProgressionSim.Summaries.Series;

/// <summary>One measure of one arm over the months of the run. NaN where nobody is counted.</summary>
/// <param name="Name">Name in summary.json and tables.</param>
/// <param name="Unit">Unit; empty for a pure number.</param>
/// <param name="Counts">Patients counted by month: the living, or all analysed patients when the dead count as 0.</param>
/// <param name="Mean">Mean.</param>
/// <param name="StandardError">Monte Carlo standard error of the mean; NaN also for one patient.</param>
/// <param name="Spread">Spread between patients; null for a share.</param>
public sealed record MeasureSeries(
    string Name, string Unit, IReadOnlyList<long> Counts, IReadOnlyList<double> Mean, IReadOnlyList<double> StandardError, SeriesSpread? Spread);
