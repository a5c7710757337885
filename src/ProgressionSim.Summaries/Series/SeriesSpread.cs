namespace ProgressionSim.Summaries.Series;

/// <summary>Spread of a measure between patients, by month. NaN where nobody is counted.</summary>
/// <param name="StandardDeviation">Standard deviation, divisor n - 1; NaN also for one patient.</param>
/// <param name="P05">5 % quantile.</param>
/// <param name="P25">25 % quantile.</param>
/// <param name="P50">Median.</param>
/// <param name="P75">75 % quantile.</param>
/// <param name="P95">95 % quantile.</param>
public sealed record SeriesSpread(
    IReadOnlyList<double> StandardDeviation,
    IReadOnlyList<double> P05,
    IReadOnlyList<double> P25,
    IReadOnlyList<double> P50,
    IReadOnlyList<double> P75,
    IReadOnlyList<double> P95);
