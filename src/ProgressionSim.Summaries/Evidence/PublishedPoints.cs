using ProgressionSim.Experiments.Evidence;
using ProgressionSim.Summaries.PlotData;

namespace ProgressionSim.Summaries.Evidence;

/// <summary>Published quantities that can be placed on the axes of a visual predictive check: those of everybody that count from symptom onset.</summary>
internal static class PublishedPoints
{
    private const double FullScore = 48;

    // Estimates stand apart by colour and shape; the first two colours are those of the curves.
    private static readonly FigureColor[] Colors = [FigureColor.Arm3, FigureColor.Healthy, FigureColor.Arm5, FigureColor.Arm6, FigureColor.Stressed, FigureColor.Lost];

    /// <summary>Points with intervals, each in a colour of its own.</summary>
    /// <param name="result">The result.</param>
    /// <param name="check">The check whose axes are meant; shares alive are drawn as shares.</param>
    public static IReadOnlyList<IntervalLayer> Of(EvidenceResult result, PredictiveCheck check) =>
    [
        .. result.Quantities.Where(each => each.Quantity.Estimator.Arm == check.Arm).Select(each => Point(check, each.Quantity)).OfType<IntervalLayer>()
            .Select((point, place) => point with { Color = Colors[place % Colors.Length] }),
    ];

    private static IntervalLayer? Point(PredictiveCheck check, EvidenceQuantity quantity)
    {
        // On the scale of the model: the factor only brings predictions to the unit of the source.
        if (quantity.Value is not { } published || quantity.Estimator is not { From: CourseMoment.SymptomOnset, DividedBy: null, Factor: > 0 and var factor })
        {
            return null;
        }

        var (value, low, high) = (published / factor, (quantity.Low ?? published) / factor, (quantity.High ?? published) / factor);
        var isOfAll = quantity.Estimator.Among == CohortFilter.Everybody;
        return quantity.Estimator switch
        {
            SurvivalEstimator { Asked: SurvivalAsked.Median } when check.Measure < 0 && isOfAll =>
                new IntervalLayer(quantity.Title, FigureColor.Arm3, [value], [0.5], [low], [high], [], Horizontal: true),
            SurvivalEstimator { Asked: SurvivalAsked.ShareAlive } share when check.Measure < 0 && isOfAll =>
                new IntervalLayer(quantity.Title, FigureColor.Arm3, [share.ToMonth], [value], [low], [high], []),
            ReadingEstimator
            {
                Reading: PatientReading.Value, Statistic: CohortStatistic.Mean or CohortStatistic.Median, ComparedWith: null, SeriesOf: null,
            } reading when reading.Measure == check.Measure && isOfAll =>
                new IntervalLayer(quantity.Title, FigureColor.Arm3, [reading.FromMonth], [value], [low], [high], []),
            _ => null,
        };
    }

    /// <summary>Lines through the full score at symptom onset with published mean slopes: context, because slopes are measured in selected patients and over other months.</summary>
    /// <param name="result">The result.</param>
    /// <param name="check">The check of the ALSFRS-R.</param>
    /// <returns>Lines that look alike, so that only the first is named.</returns>
    public static IEnumerable<LineLayer> Slopes(EvidenceResult result, PredictiveCheck check) => SlopesOf(result, check).Select((quantity, place) =>
    {
        var perMonth = quantity.Value!.Value / quantity.Estimator.Factor;
        var end = Math.Min(check.Months[^1], FullScore / -perMonth);
        return new LineLayer(place == 0 ? "Published mean slopes" : "", FigureColor.Neutral, [0, end], [FullScore, FullScore + (perMonth * end)], LineStyle.Dashed);
    });

    /// <summary>The published mean slopes that <see cref="Slopes"/> draws.</summary>
    /// <param name="result">The result.</param>
    /// <param name="check">The check of the ALSFRS-R.</param>
    public static IEnumerable<EvidenceQuantity> SlopesOf(EvidenceResult result, PredictiveCheck check) => result.Plan.Quantities.Where(quantity =>
        quantity is { Value: < 0, Estimator: SlopeEstimator { Statistic: CohortStatistic.Mean, DividedBy: null, Factor: > 0 } slope }
            && slope.Arm == check.Arm && slope.Measure == check.Measure);
}
