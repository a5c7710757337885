namespace ProgressionSim.Summaries.Tables;

/// <summary>The long tables: one row a month.</summary>
internal static class SeriesAndContrasts
{
    /// <summary>series.csv.</summary>
    public static TableFile Series(RunSummary summary)
    {
        var csv = new CsvText("arm", "measure", "unit", "month", "n", "mean", "standardError", "sd", "p05", "p25", "p50", "p75", "p95");
        foreach (var arm in summary.Arms)
        {
            foreach (var series in arm.Series)
            {
                for (var i = 0; i < summary.Months.Count; i++)
                {
                    var spread = series.Spread;
                    csv.Cell(arm.Name).Cell(series.Name).Cell(series.Unit).Cell(summary.Months[i]).Cell(series.Counts[i])
                        .Cell(series.Mean[i]).Cell(series.StandardError[i]).Cell(spread?.StandardDeviation[i])
                        .Cell(spread?.P05[i]).Cell(spread?.P25[i]).Cell(spread?.P50[i]).Cell(spread?.P75[i]).Cell(spread?.P95[i]).EndRow();
                }
            }
        }

        return csv.ToFile("series.csv");
    }

    /// <summary>contrasts.csv.</summary>
    public static TableFile Contrasts(RunSummary summary)
    {
        var csv = new CsvText("arm", "against", "measure", "unit", "month", "pairs", "difference", "standardError", "low", "high");
        foreach (var contrast in summary.Contrasts)
        {
            for (var i = 0; i < summary.Months.Count; i++)
            {
                csv.Cell(summary.Arms[contrast.Arm].Name).Cell(summary.Arms[contrast.Against].Name).Cell(contrast.Measure).Cell(contrast.Unit)
                    .Cell(summary.Months[i]).Cell(contrast.Pairs[i]).Cell(contrast.Difference[i]).Cell(contrast.StandardError[i])
                    .Cell(contrast.Low[i]).Cell(contrast.High[i]).EndRow();
            }
        }

        return csv.ToFile("contrasts.csv");
    }
}
