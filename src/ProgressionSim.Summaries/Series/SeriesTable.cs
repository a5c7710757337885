using ProgressionSim.Engine.Recording;
using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Summaries.Series;

/// <summary>Turns the sums and histograms of one arm into series.</summary>
internal static class SeriesTable
{
    private static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>All series of an arm: the recorded measures among the living, those with the dead as 0, then the share alive.</summary>
    public static IReadOnlyList<MeasureSeries> Of(RunRecord record, int armIndex)
    {
        var arm = record.Arms[armIndex];
        var catalogue = record.Shape.Catalogue;
        var series = new List<MeasureSeries>();
        foreach (var measure in record.Shape.RecordedMeasures)
        {
            series.Add(Build(arm, catalogue.Observed[measure], catalogue.Observed[measure].Name, measure, arm.Alive, countDead: false));
        }

        var everyone = Enumerable.Repeat(record.Patients, arm.Alive.Length).ToArray();
        foreach (var contrast in catalogue.Contrasts.Where(contrast => contrast.Kind == ContrastKind.DeathZero && record.Shape.RecordedMeasures.Contains(contrast.Source)))
        {
            series.Add(Build(arm, catalogue.Observed[contrast.Source], contrast.Name, contrast.Source, everyone, countDead: true));
        }

        series.Add(Alive(arm, everyone));
        return series;
    }

    private static MeasureSeries Build(ArmRecord arm, ObservedMeasure observed, string name, int measure, long[] counts, bool countDead)
    {
        var months = counts.Length;
        var reader = new QuantileReader(observed.Bins);
        double[] mean = new double[months], error = new double[months], deviation = new double[months];
        var quantiles = Shares.Select(_ => new double[months]).ToArray();
        for (var month = 0; month < months; month++)
        {
            var cell = (month * MeasureCatalogue.Count) + measure;
            (mean[month], error[month], deviation[month]) = MeanOf(counts[month], arm.Sums[cell], arm.SumsOfSquares[cell], observed.Scale);
            var read = reader.Read(arm.Histogram(month, measure), countDead ? counts[month] - arm.Alive[month] : 0, Shares);
            for (var i = 0; i < read.Length; i++)
            {
                quantiles[i][month] = read[i];
            }
        }

        return new(name, observed.Unit, [.. counts], mean, error, new(deviation, quantiles[0], quantiles[1], quantiles[2], quantiles[3], quantiles[4]));
    }

    private static MeasureSeries Alive(ArmRecord arm, long[] everyone)
    {
        // A patient counts 1 or 0, so the sum of squares is the sum.
        var means = arm.Alive.Select((alive, month) => MeanOf(everyone[month], alive, alive, 1)).ToArray();
        return new("alive", "", everyone, [.. means.Select(mean => mean.Mean)], [.. means.Select(mean => mean.Error)], null);
    }

    private static (double Mean, double Error, double Deviation) MeanOf(long count, Int128 sum, Int128 sumOfSquares, int scale)
    {
        if (count == 0)
        {
            return (double.NaN, double.NaN, double.NaN);
        }

        var estimate = MeanEstimate.FromFixedPoint(count, sum, sumOfSquares, scale);
        return (estimate.Mean, estimate.StandardError, estimate.StandardDeviation);
    }
}
