using ProgressionSim.Statistics.Ranks;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>Rank correlation of two readings over patients who have both (Spearman 1904, doi:10.2307/1412159; ties share their mean rank).</summary>
/// <param name="estimator">The estimator.</param>
internal sealed class CorrelationEstimate(CorrelationEstimator estimator) : CohortEstimate
{
    private readonly ReadingEstimate first = new(estimator.First);
    private readonly ReadingEstimate second = new(estimator.Second);

    /// <inheritdoc/>
    public override int Width => first.Width + second.Width;

    /// <inheritdoc/>
    public override void Read(CohortView courses, CohortView? twins, int patient, Span<double> numbers)
    {
        first.Read(courses, twins, patient, numbers[..first.Width]);
        second.Read(courses, twins, patient, numbers[first.Width..]);
    }

    /// <inheritdoc/>
    public override double Value(PatientNumbers patients)
    {
        var (x, y) = (new List<double>(), new List<double>());
        for (var patient = 0; patient < patients.Count; patient++)
        {
            if (double.IsFinite(patients[patient, 1]) && double.IsFinite(patients[patient, 3]))
            {
                x.Add(patients[patient, 1]);
                y.Add(patients[patient, 3]);
            }
        }

        return x.Count < 2 ? double.NaN : RankCorrelation.Spearman(x, y);
    }
}
