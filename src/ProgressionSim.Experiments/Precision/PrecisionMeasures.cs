using ProgressionSim.Engine.Recording;
using ProgressionSim.Engine.Running;
using ProgressionSim.Statistics.Tables;

namespace ProgressionSim.Experiments.Precision;

/// <summary>What the standard error of a target is that of.</summary>
/// <remarks>
/// A measure of <see cref="MeasureCatalogue.Observed"/> stands for its mean among the living in every arm; one of <see cref="MeasureCatalogue.Contrasts"/> for the
/// mean paired difference of every other arm from the first. <c>alive</c> is both: the share alive in every arm, and its difference from the first arm. The
/// standard error of a target is the largest of these.
/// </remarks>
public static class PrecisionMeasures
{
    private const string Alive = "alive";

    /// <summary>Names that a target may have in a plan: the contrasts, but for <c>alive</c>, only when there is more than one arm.</summary>
    /// <param name="plan">The plan.</param>
    public static IReadOnlyList<string> NamesIn(RunPlan plan)
    {
        var catalogue = new MeasureCatalogue(plan.Disease);
        return
        [
            .. catalogue.Observed.Where((_, measure) => plan.RecordedMeasures is null || plan.RecordedMeasures.Contains(measure)).Select(measure => measure.Name),
            .. catalogue.Contrasts.Where(contrast => Counts(plan, contrast)).Select(contrast => contrast.Name),
        ];
    }

    /// <summary>The largest standard error among what a target counts, in the measure's unit.</summary>
    /// <param name="record">What was counted.</param>
    /// <param name="target">The target; its measure must be one of the record and its month one of the grid.</param>
    /// <returns>The standard error; NaN when fewer than two patients are counted somewhere.</returns>
    public static double StandardError(RunRecord record, PrecisionTarget target)
    {
        // NaN is the largest here: what is not known is not precise.
        var largest = 0.0;
        foreach (var error in Estimates(record, target))
        {
            largest = double.IsNaN(error) || double.IsNaN(largest) ? double.NaN : Math.Max(largest, error);
        }

        return largest;
    }

    private static bool Counts(RunPlan plan, ContrastMeasure contrast) =>
        contrast.Kind == ContrastKind.Alive || (plan.Arms.Count > 1 && (plan.RecordedMeasures is null || plan.RecordedMeasures.Contains(contrast.Source)));

    private static IEnumerable<double> Estimates(RunRecord record, PrecisionTarget target)
    {
        var catalogue = record.Shape.Catalogue;
        var month = target.Month - record.Shape.Grid.Months[0];
        for (var measure = 0; measure < catalogue.Observed.Count; measure++)
        {
            if (catalogue.Observed[measure].Name == target.Measure)
            {
                var cell = (month * MeasureCatalogue.Count) + measure;
                foreach (var arm in record.Arms)
                {
                    yield return Error(arm.Alive[month], arm.Sums[cell], arm.SumsOfSquares[cell], catalogue.Observed[measure].Scale);
                }
            }
        }

        foreach (var arm in target.Measure == Alive ? record.Arms : [])
        {
            // A patient counts 1 or 0, so the sum of squares is the sum.
            yield return Error(record.Patients, arm.Alive[month], arm.Alive[month], 1);
        }

        for (var contrast = 0; contrast < catalogue.Contrasts.Count; contrast++)
        {
            if (catalogue.Contrasts[contrast].Name == target.Measure)
            {
                var cell = (month * catalogue.Contrasts.Count) + contrast;
                var scale = catalogue.Contrasts[contrast] is { Kind: not ContrastKind.Alive, Source: var source } ? catalogue.Observed[source].Scale : 1;
                foreach (var pair in record.Pairs.Where(pair => pair.Against == 0))
                {
                    yield return Error(pair.Counts[cell], pair.Sums[cell], pair.SumsOfSquares[cell], scale);
                }
            }
        }
    }

    private static double Error(long count, Int128 sum, Int128 sumOfSquares, double scale) =>
        count == 0 ? double.NaN : MeanEstimate.FromFixedPoint(count, sum, sumOfSquares, scale).StandardError;
}
