using ProgressionSim.Statistics;
using ProgressionSim.Statistics.MixedModels;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>Mean or standard deviation of slopes in a mixed model: the values of the measure at the visits.</summary>
/// <param name="estimator">The estimator.</param>
internal sealed class SlopeEstimate(SlopeEstimator estimator) : CohortEstimate
{
    private readonly double[] months = [.. Enumerable.Range(0, VisitsOf(estimator)).Select(visit => estimator.FromMonth + (visit * estimator.EveryMonths))];

    /// <inheritdoc/>
    public override int Width => months.Length;

    /// <inheritdoc/>
    public override void Read(CohortView courses, CohortView? twins, int patient, Span<double> numbers)
    {
        numbers.Fill(double.NaN);
        var moment = courses.Moment(estimator.From, estimator.Arm, patient);
        if (!double.IsFinite(moment) || !courses.IsAmong(estimator.Among, estimator.Arm, patient, moment))
        {
            return;
        }

        for (var visit = 0; visit < months.Length; visit++)
        {
            numbers[visit] = courses.ValueAt(estimator.Measure, estimator.Arm, patient, moment + months[visit]);
        }
    }

    /// <inheritdoc/>
    public override double Value(PatientNumbers patients)
    {
        var seen = new List<int>();
        for (var patient = 0; patient < patients.Count; patient++)
        {
            if (!double.IsNaN(patients[patient, 0]))
            {
                seen.Add(patient);
            }
        }

        if (seen.Count < 2)
        {
            return double.NaN;
        }

        var values = new double[seen.Count * months.Length];
        var halves = new int[seen.Count];
        for (var i = 0; i < seen.Count; i++)
        {
            halves[i] = i % 2;
            for (var visit = 0; visit < months.Length; visit++)
            {
                values[(i * months.Length) + visit] = patients[seen[i], visit];
            }
        }

        // The model has two groups: every other patient is in the second, and the slope is the mean of the two.
        var fit = new RandomSlopeModel().Fit(values, months, halves);
        return fit.Status == FitStatus.NotEstimable
            ? double.NaN
            : estimator.Statistic == CohortStatistic.Sd ? Math.Sqrt(fit.Components.Slope) : fit.FixedEffects.Slope + (fit.FixedEffects.SlopeDifference / 2);
    }

    /// <summary>Number of visits; one on the last month counts in spite of rounding.</summary>
    private static int VisitsOf(SlopeEstimator estimator) => (int)Math.Floor(((estimator.ToMonth - estimator.FromMonth) / estimator.EveryMonths) + 1e-9) + 1;
}
