using ProgressionSim.Engine.Recording;
using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Summaries.Contrasts;

/// <summary>Mean difference of a measure between two arms over the months, each patient against the same patient in the other arm.</summary>
/// <remarks>
/// The standard error is that of paired differences, from exact whole-number sums; the limits are 95 % Monte Carlo limits. NaN where no pair counts;
/// with one pair everything but the difference is NaN.
/// </remarks>
public sealed record ContrastSeries
{
    /// <summary>Place in the plan of the arm whose values are taken.</summary>
    public required int Arm { get; init; }

    /// <summary>Place in the plan of the arm whose values are subtracted.</summary>
    public required int Against { get; init; }

    /// <summary>Name of the measure in summary.json and tables.</summary>
    public required string Measure { get; init; }

    /// <summary>Unit; empty for a pure number.</summary>
    public required string Unit { get; init; }

    /// <summary>Pairs counted, by month.</summary>
    public required IReadOnlyList<long> Pairs { get; init; }

    /// <summary>Mean difference.</summary>
    public required IReadOnlyList<double> Difference { get; init; }

    /// <summary>Standard error of the mean difference.</summary>
    public required IReadOnlyList<double> StandardError { get; init; }

    /// <summary>Lower limit.</summary>
    public required IReadOnlyList<double> Low { get; init; }

    /// <summary>Upper limit.</summary>
    public required IReadOnlyList<double> High { get; init; }

    /// <summary>The same contrast with the arms exchanged.</summary>
    public ContrastSeries Reversed() => this with
    {
        Arm = Against,
        Against = Arm,
        Difference = [.. Difference.Select(value => -value)],
        Low = [.. High.Select(value => -value)],
        High = [.. Low.Select(value => -value)],
    };

    internal static IEnumerable<ContrastSeries> AllOf(RunRecord record) =>
        from pair in record.Pairs
        from contrast in Enumerable.Range(0, record.Shape.Catalogue.Contrasts.Count)
        let measure = record.Shape.Catalogue.Contrasts[contrast]
        where measure.Kind == ContrastKind.Alive || record.Shape.RecordedMeasures.Contains(measure.Source)
        select Of(record.Shape.Catalogue, pair, contrast);

    private static ContrastSeries Of(MeasureCatalogue catalogue, PairRecord pair, int contrast)
    {
        var measure = catalogue.Contrasts[contrast];
        var scale = measure.Kind == ContrastKind.Alive ? 1 : catalogue.Observed[measure.Source].Scale;
        var cells = Enumerable.Range(0, pair.Counts.Length / catalogue.Contrasts.Count).Select(month => (month * catalogue.Contrasts.Count) + contrast).ToArray();
        var estimates = cells
            .Select(cell => pair.Counts[cell] == 0 ? null : MeanEstimate.FromFixedPoint(pair.Counts[cell], pair.Sums[cell], pair.SumsOfSquares[cell], scale))
            .ToArray();
        double[] Each(Func<MeanEstimate, double> value) => [.. estimates.Select(estimate => estimate is null ? double.NaN : value(estimate))];

        return new()
        {
            Arm = pair.Arm,
            Against = pair.Against,
            Measure = measure.Name,
            Unit = measure.Unit,
            Pairs = [.. cells.Select(cell => pair.Counts[cell])],
            Difference = Each(estimate => estimate.Mean),
            StandardError = Each(estimate => estimate.StandardError),
            Low = Each(estimate => estimate.Low),
            High = Each(estimate => estimate.High),
        };
    }
}
