using ProgressionSim.Statistics.Survival;

namespace ProgressionSim.Experiments.Evidence;

/// <summary>A number of the survival curve: months to death or to the end of follow-up, and whether it was death.</summary>
/// <param name="estimator">The estimator.</param>
internal sealed class SurvivalEstimate(SurvivalEstimator estimator) : CohortEstimate
{
    /// <inheritdoc/>
    public override int Width => 2;

    /// <inheritdoc/>
    public override void Read(CohortView courses, CohortView? twins, int patient, Span<double> numbers)
    {
        numbers.Fill(double.NaN);
        var moment = courses.Moment(estimator.From, estimator.Arm, patient);
        var death = (double)courses.Table.DeathMonths(estimator.Arm, patient);
        if (!double.IsFinite(moment) || moment >= Math.Min(death, courses.LastMonth) || !courses.IsAmong(estimator.Among, estimator.Arm, patient, moment))
        {
            return;
        }

        var end = estimator.Asked == SurvivalAsked.WeibullShape ? Math.Min(courses.LastMonth, moment + estimator.ToMonth) : courses.LastMonth;
        numbers[0] = Math.Min(death, end) - moment;
        numbers[1] = death <= end ? 1 : 0;
    }

    /// <inheritdoc/>
    public override double Value(PatientNumbers patients)
    {
        var times = new List<double>();
        var deaths = new List<bool>();
        for (var patient = 0; patient < patients.Count; patient++)
        {
            if (!double.IsNaN(patients[patient, 0]))
            {
                times.Add(patients[patient, 0]);
                deaths.Add(patients[patient, 1] > 0);
            }
        }

        if (times.Count == 0)
        {
            return double.NaN;
        }

        if (estimator.Asked == SurvivalAsked.WeibullShape)
        {
            return WeibullShape.Of([.. times], [.. deaths]);
        }

        var curve = KaplanMeier.Estimate(times.ToArray(), deaths.ToArray());
        return estimator.Asked == SurvivalAsked.Median ? curve.Quantile(0.5).Value ?? double.NaN : curve.SurvivalAt(estimator.ToMonth);
    }
}
